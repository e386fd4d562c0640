import { build } from 'astro';
import { readRenderEnvironment } from '#environment.ts';
import { parseArguments } from './arguments.ts';
import { exitCodes, run } from './run.ts';

/** Turns the checkout into `dist`: no network, no token, no clock. */
async function render(): Promise<number> {
	parseArguments('render', {});
	readRenderEnvironment(process.env);
	// Forced: Astro keeps rendered Markdown and does not notice that a plugin has changed.
	await build({ root: process.cwd(), force: true, logLevel: 'warn' });
	console.log('dist is rendered.');
	return exitCodes.fine;
}

await run(render);

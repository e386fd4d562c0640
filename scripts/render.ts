import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'astro';
import { readRenderEnvironment } from '#environment.ts';
import { parseArguments } from './arguments.ts';
import { exitCodes, run } from './run.ts';

/** Turns the checkout into `dist`: no network, no token, no clock. */
async function render(): Promise<number> {
	parseArguments('render', {});
	readRenderEnvironment(process.env);
	const root = process.cwd();
	// Astro keeps rendered Markdown here, and does not notice that a plugin or a snapshot has changed.
	await rm(join(root, '.astro/cache'), { recursive: true, force: true });
	await build({ root, logLevel: 'warn' });
	console.log('dist is rendered.');
	return exitCodes.fine;
}

await run(render);

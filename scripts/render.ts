import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readRenderEnvironment } from '#environment.ts';
import { exitCodes } from './exit-codes.ts';
import { print } from './output.ts';
import { closeEnvironment } from './pages-environment.ts';
import { run } from './run.ts';
import { writeSearchIndex } from './search-index.ts';

const command = {
	name: 'render',
	does: 'Turns the checkout into dist: no network, no token, no clock.',
	options: { quiet: { type: 'boolean', default: false, help: 'Says only what goes wrong.' } },
} as const;

async function render({ quiet }: { quiet: boolean }): Promise<number> {
	closeEnvironment();
	readRenderEnvironment(process.env);
	const root = process.cwd();
	// Astro keeps rendered Markdown here, and does not notice that a plugin or a snapshot has changed.
	await rm(join(root, '.astro/cache'), { recursive: true, force: true });
	// Aside, since Astro empties the folder first: a render that fails leaves the site that was there.
	const [dist, draft] = [join(root, 'dist'), join(root, '.astro/dist')];
	const { build } = await import('astro');
	await build({ root, outDir: draft, logLevel: 'warn' });
	await writeSearchIndex(draft);
	await rm(dist, { recursive: true, force: true });
	await rename(draft, dist);
	if (!quiet) print('dist is rendered.');
	return exitCodes.fine;
}

await run(command, render);

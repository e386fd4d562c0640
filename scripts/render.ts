import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { build } from 'astro';
import { readRenderEnvironment } from '#environment.ts';
import { parseArguments } from './arguments.ts';
import { refuseBadPages } from './handbook-pages.ts';
import { exitCodes, run } from './run.ts';
import { writeSearchIndex } from './search-index.ts';

/** Turns the checkout into `dist`: no network, no token, no clock. */
async function render(): Promise<number> {
	parseArguments('render', {});
	readRenderEnvironment(process.env);
	// Of a large handbook most is garbage soon: V8 would let it double the heap before it looks for it.
	setFlagsFromString('--heap-growing-percent=40');
	const root = process.cwd();
	await refuseBadPages(root);
	// Astro keeps rendered Markdown here, and does not notice that a plugin or a snapshot has changed.
	await rm(join(root, '.astro/cache'), { recursive: true, force: true });
	// Aside, since Astro empties the folder first: a render that fails leaves the site that was there.
	const [dist, draft] = [join(root, 'dist'), join(root, '.astro/dist')];
	await build({ root, outDir: draft, logLevel: 'warn' });
	await writeSearchIndex(draft);
	await rm(dist, { recursive: true, force: true });
	await rename(draft, dist);
	console.log('dist is rendered.');
	return exitCodes.fine;
}

await run(render);

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { refuseOddPath } from '#checkout-path.ts';
import { readRenderEnvironment } from '#environment.ts';
import { exchangeFolder } from '#store/exchange.ts';
import { moveFolder } from '#store/fill-folder.ts';
import { withLock } from '#store/lock.ts';
import { listPages } from '#store/page-files.ts';
import { shareRegistry } from '#store/site-data.ts';
import { defineCommand, run } from './command.ts';
import { checkBeside } from './check-beside.ts';
import { exitCodes } from './exit-codes.ts';
import { refuseDeadLinks } from './dead-links.ts';
import { compressSite } from './compress-site.ts';
import { refuseBadPages } from './handbook-pages.ts';
import { closeEnvironment } from './pages-environment.ts';
import { addLicences } from './licences.ts';
import { toBase, Twins } from './markdown-twins.ts';
import { writeSectionPrints } from './section-prints.ts';
import { writeOldFiles } from './old-files.ts';
import { SearchIndex } from './search-index.ts';
import { writeServiceWorker } from './service-worker.ts';

const lock = '.astro/rendering';

/** Of the team's, or of projects. Most of what they need is garbage soon: V8 would let it double the heap first. */
const manyPages = 200;

/** What draws them is loaded only where somebody wants them. */
async function drawPictures(folder: string, handbook: string): Promise<void> {
	const { writeShareImages } = await import('./share-images.ts');
	await writeShareImages({ folder, handbook });
}

export const render = defineCommand(
	{
		name: 'render',
		does: 'Turns the checkout into dist: no network, no token, no clock.',
		options: {
			quiet: { type: 'boolean', default: false, help: 'Says only what goes wrong.' },
			compress: {
				type: 'boolean',
				default: false,
				help: "Adds brotli and gzip copies, for servers that don't compress, such as GitLab Pages.",
			},
		},
	},
	async ({ quiet, compress }, { root, environment, print, warn }) => {
		closeEnvironment(environment);
		const variables = readRenderEnvironment(environment);
		refuseOddPath(root);
		const written = (await listPages(root)).length;
		const isLarge = written > manyPages;
		const checking = (isLarge ? checkBeside : refuseBadPages)(root);
		// Beside the render, what it finds is told at the end of that.
		if (isLarge) checking.catch(() => undefined);
		else await checking;
		// In some of the folders that are refused, Astro cannot even be loaded.
		const { buildWithPolicy } = await import('./content-policy.ts');
		const sayWho = (pid: number) => {
			warn(
				`Another render is running here, process ${String(pid)}: waiting for it to end.\n` +
					`If that process isn't a render, delete ${lock}.`,
			);
		};
		await withLock(join(root, lock), sayWho, async () => {
			// Astro keeps rendered Markdown here, and does not notice that a plugin or a snapshot has changed.
			await rm(join(root, '.astro/cache'), { recursive: true, force: true });
			// Aside, since Astro empties the folder first: a render that fails leaves the site that was there.
			const draft = join(root, '.astro/dist');
			await exchangeFolder({ folder: join(root, 'dist') }, async (next) => {
				const registry = await shareRegistry(root);
				const { site, projects } = registry;
				if (written + projects.length > manyPages) {
					setFlagsFromString('--heap-growing-percent=50');
				}
				const base = variables.BASE_PATH;
				await using search = new SearchIndex();
				const twins = new Twins({ root, base: toBase(variables), site });
				await buildWithPolicy(
					{ root, outDir: draft, logLevel: 'warn' },
					() => writeSectionPrints({ root, folder: draft, base, site }),
					(file, html) => {
						twins.add(file, html);
						return search.add(file, html);
					},
				).catch(async (error: unknown) => {
					// A mistake that was found is told better than what the build made of it.
					await checking;
					throw error;
				});
				const { links } = await checking;
				await refuseDeadLinks(draft, links);
				await writeOldFiles(draft, registry);
				const { title, offline = false, shareImages = false } = site;
				await Promise.all([
					search.write(draft),
					twins.write(draft),
					shareImages && drawPictures(draft, title),
				]);
				await addLicences(draft);
				await writeServiceWorker({ folder: draft, base, offline });
				if (compress) await compressSite(draft);
				await moveFolder(draft, next);
			});
		});
		if (!quiet) print('dist is rendered.');
		return exitCodes.fine;
	},
);

await run(import.meta.filename, render);

import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { Connect, ViteDevServer } from 'vite';
import { registryPath } from './store/registry-files.ts';
import { readSiteData, siteFolders, type SiteData } from './store/site-data.ts';

/**
 * Says what of the site's data is left out. In development it looks again whenever a file of them
 * changes: it tells a mistake, once in the terminal and over the pages that are open, or else has
 * pages made and loaded anew. It also looks before each page, since a file watcher may miss a change.
 *
 * @param root The checkout.
 */
export function watchSiteData(root: string): AstroIntegration {
	const told = new Set<string>();
	const tell = (message: string, write: (text: string) => void) => {
		if (!told.has(message)) write(message);
		told.add(message);
	};
	let isWrong = false;
	let seen: SiteData | undefined;
	/** @returns what is wrong, and whether pages would show other data than when it was last looked. */
	const look = async (logger: AstroIntegrationLogger) => {
		try {
			const data = await readSiteData(root);
			const { registry, snapshot, history } = data;
			const isNew =
				registry !== seen?.registry || snapshot !== seen.snapshot || history !== seen.history;
			// All pages are made with it, by Astro's configuration and by what `site.ts` has read.
			if (seen && !isDeepStrictEqual(registry.site, seen.registry.site)) {
				logger.warn(
					`${registryPath('site')} has changed, and is read at the start only. Stop with Ctrl+C, and run npm run dev again.`,
				);
			}
			seen = data;
			const isMended = (message: string) => !history.leftOut.includes(message);
			for (const message of [...told].filter(isMended)) told.delete(message);
			for (const reason of history.leftOut) {
				tell(reason, (text) => {
					logger.warn(text);
				});
			}
			if (isWrong) logger.info('The mistake is fixed: pages show the data as they are now.');
			isWrong = false;
			return { isNew };
		} catch (error) {
			const message = error instanceof Error ? error.message : String(error);
			tell(message, (text) => {
				logger.error(text);
			});
			isWrong = true;
			return { mistake: message };
		}
	};
	return {
		name: 'site-data',
		hooks: {
			'astro:build:start': async ({ logger }) => {
				await look(logger);
			},
			'astro:server:setup': async ({ server, logger }) => {
				const lookAgain = async () => {
					const { mistake, isNew } = await look(logger);
					if (isNew) showAnew(server);
					return mistake;
				};
				const lookWhyChanged = async () => {
					const mistake = await lookAgain();
					if (mistake !== undefined) showMistake(server, mistake);
				};
				for (const event of ['add', 'change', 'unlink']) {
					server.watcher.on(event, (path: string) => {
						const folder = dirname(path);
						if (siteFolders.some((one) => folder.endsWith(`/${one}`))) void lookWhyChanged();
					});
				}
				server.middlewares.use(beforePages(lookAgain));
				await look(logger);
			},
		},
	};
}

/** What a server of pages does before it answers for one. */
export function beforePages(act: () => Promise<unknown>): Connect.NextHandleFunction {
	return ({ url = '' }, _, next) => {
		const isPage = /^[^?]*\/(?:$|\?)/.test(url);
		(isPage ? act() : Promise.resolve()).then(() => {
			next();
		}, next);
	};
}

function showAnew({ environments }: ViteDevServer): void {
	// Astro keeps the list of a route's pages, and what each is given, until it hears this.
	for (const { hot } of Object.values(environments)) hot.send('astro:content-changed', {});
	environments.client.hot.send({ type: 'full-reload', path: '*' });
}

/** Vite lays it over the page, which has the data from before the mistake. */
function showMistake({ environments }: ViteDevServer, mistake: string): void {
	const message = `${mistake}\n\nUntil it is fixed, pages show the data from before.`;
	environments.client.hot.send({ type: 'error', err: { message, stack: '' } });
}

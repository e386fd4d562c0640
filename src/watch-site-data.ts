import { dirname } from 'node:path';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { ViteDevServer } from 'vite';
import { readSiteData, siteFolders } from './store/site-data.ts';

/**
 * Says what of the site's data is left out. In development it looks again whenever a file of them
 * changes: it tells a mistake, once in the terminal and over the pages that are open, or else has
 * pages made and loaded anew.
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
	/** What is wrong. `undefined`: the data can be read. */
	const look = async (logger: AstroIntegrationLogger): Promise<string | undefined> => {
		try {
			const { history } = await readSiteData(root);
			const isMended = (message: string) => !history.leftOut.includes(message);
			for (const message of [...told].filter(isMended)) told.delete(message);
			for (const reason of history.leftOut) {
				tell(reason, (text) => {
					logger.warn(text);
				});
			}
			if (isWrong) logger.info('The mistake is fixed: pages show the data as they are now.');
			isWrong = false;
			return undefined;
		} catch (error) {
			const message = error instanceof Error ? error.message : String(error);
			tell(message, (text) => {
				logger.error(text);
			});
			isWrong = true;
			return message;
		}
	};
	return {
		name: 'site-data',
		hooks: {
			'astro:build:start': async ({ logger }) => {
				await look(logger);
			},
			'astro:server:setup': async ({ server, logger }) => {
				const lookAgain = () => {
					void look(logger).then((mistake) => {
						if (mistake === undefined) showAnew(server);
						else showMistake(server, mistake);
					});
				};
				// Of what changed before all files are watched, no event tells.
				server.watcher.once('ready', lookAgain);
				for (const event of ['add', 'change', 'unlink']) {
					server.watcher.on(event, (path: string) => {
						if (siteFolders.some((folder) => dirname(path).endsWith(`/${folder}`))) lookAgain();
					});
				}
				await look(logger);
			},
		},
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

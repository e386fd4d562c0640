import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { Connect } from 'vite';
import { escapeHtml } from '#core/base/escape-html.ts';
import { decodeAddress } from '#core/publish/pages/links.ts';
import { describeMistakes, type PageMistake } from '#core/publish/pages/mistake.ts';
import { formatCount } from '#core/words/formats.ts';
import { beforePages } from '#watch-site-data.ts';
import { handbookPath } from '#store/page-files.ts';
import { registryFolder } from '#store/registry-files.ts';
import { checkPages, type CheckedPages } from './handbook-pages.ts';
import { findMissedChanges } from './missed-changes.ts';

/**
 * Looks at the pages in development, again whenever one changes. It tells each mistake in the
 * terminal, once; a page that cannot be rendered says in the browser why.
 *
 * @param first What was found before the start.
 * @param base The path below which the site is served.
 */
export function watchPages(
	first: CheckedPages,
	{ root, base }: { root: string; base: string },
): AstroIntegration {
	const told = new Set<string>();
	/** What is said in the browser, by the page's address. */
	const tell = ({ mistakes, addresses, unread }: CheckedPages, logger: AstroIntegrationLogger) => {
		const fresh = mistakes.filter((mistake) => !told.has(describe([mistake])));
		if (fresh.length > 0) logger.error(describe(fresh));
		else if (mistakes.length < told.size && !unread) logger.info(describeRest(mistakes.length));
		// What is not looked at without the registry may be there still.
		if (!unread) told.clear();
		for (const mistake of mistakes) told.add(describe([mistake]));
		const stopped = Map.groupBy(
			mistakes.filter(({ stops }) => stops !== undefined),
			({ file }) => addresses.get(file) ?? '',
		);
		return new Map([...stopped].map(([address, list]) => [address, describe(list)]));
	};
	const look = async (logger: AstroIntegrationLogger) => {
		const checked = await checkPages(root).catch((error: unknown) => {
			const message = error instanceof Error ? error.message : String(error);
			if (!told.has(message)) logger.error(message);
			told.add(message);
		});
		return checked ? tell(checked, logger) : new Map<string, string>();
	};
	return {
		name: 'pages',
		hooks: {
			'astro:server:setup': ({ server, logger }) => {
				let looking = Promise.resolve(tell(first, logger));
				const lookAgain = (path: string) => {
					if (![handbookPath, registryFolder].some((folder) => path.includes(`/${folder}/`)))
						return;
					const before = looking;
					looking = look(logger);
					void Promise.all([before, looking]).then(([old, stopped]) => {
						// A page without mistakes is loaded anew by Astro.
						if (old.size + stopped.size === 0) return;
						server.environments.client.hot.send({ type: 'full-reload', path: '*' });
					});
				};
				for (const event of ['add', 'change', 'unlink']) server.watcher.on(event, lookAgain);
				server.middlewares.use(beforePages(findMissedChanges(root, server)));
				server.middlewares.use(sayInBrowser(() => looking, base));
			},
		},
	};
}

/** @param looking Resolves to what stops pages, by their addresses. */
function sayInBrowser(
	looking: () => Promise<ReadonlyMap<string, string>>,
	base: string,
): Connect.NextHandleFunction {
	return (request, response, next) => {
		void looking().then((stopped) => {
			const mistake = stopped.get(toAddress(request.url ?? '/', base));
			if (mistake === undefined) {
				next();
				return;
			}
			response.writeHead(500, { 'content-type': 'text/html; charset=utf-8' });
			response.end(writePage(mistake, base));
		});
	};
}

function describe(mistakes: readonly PageMistake[]): string {
	return describeMistakes(handbookPath, mistakes);
}

/** Once a mistake is fixed. */
function describeRest(left: number): string {
	return left === 0
		? `${handbookPath} has no mistakes left.`
		: `${formatCount(left, 'mistake')} left in ${handbookPath}.`;
}

function toAddress(url: string, base: string): string {
	const [path = ''] = url.split(/[?#]/);
	const prefix = base.replace(/\/$/, '');
	const own = path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;
	return decodeAddress(own.endsWith('/') ? own : `${own}/`);
}

/** Loads anew when the page is mended: Vite's own script sees to that. */
function writePage(mistake: string, base: string): string {
	const client = `${base.replace(/\/$/, '')}/@vite/client`;
	return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>A mistake in this page</title>
<script type="module" src="${client}"></script>
<style>
	pre { margin: 2rem; font: 1rem/1.6 system-ui; white-space: pre-wrap; }
</style>
<pre>${escapeHtml(mistake)}</pre>
`;
}

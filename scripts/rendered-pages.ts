import { withoutSlash } from '#core/base/paths.ts';
import type { AstroIntegration } from 'astro';

/** Astro writes it beside the folders of all others. */
const wrongAddress = '/404/';

/**
 * Changes each page of a build between its render and its file: to read and write them all again afterwards takes
 * as long as a tenth of their render.
 *
 * @param change Takes the page's file in the folder of the site, and resolves to what is written there. It gets all
 * pages but that for wrong addresses.
 */
export function changePages(
	change: (file: string, html: string) => Promise<string>,
): AstroIntegration {
	let base = '';
	return {
		name: 'change-pages',
		hooks: {
			'astro:config:done': ({ config }) => {
				base = withoutSlash(config.base);
			},
			'astro:build:start': ({ setPrerenderer }) => {
				setPrerenderer((stock) => ({
					...stock,
					...stopAtFailure({
						teardown: stock.teardown,
						render: async (...[request, options]: Parameters<typeof stock.render>) => {
							const answer = await stock.render(request, options);
							const response = answer instanceof Response ? answer : answer.response;
							const file = fileOf(new URL(request.url).pathname.slice(base.length));
							const isPage = options.routeData.type === 'page' && response.ok;
							if (!isPage || file === undefined) return answer;
							const html = await change(file, await response.text());
							return new Response(html, { headers: { 'Content-Type': 'text/html' } });
						},
					}),
				}));
			},
		},
	};
}

/**
 * Begins no page after one has failed, and ends when none is under way. Astro, which renders several at a time, would
 * go on with all others while the folder and the search that they are for are gone.
 */
export function stopAtFailure<Asked extends unknown[], Page>({
	render,
	teardown,
}: {
	render: (...asked: Asked) => Promise<Page>;
	teardown?: (() => Promise<void>) | undefined;
}): { render: (...asked: Asked) => Promise<Page>; teardown: () => Promise<void> } {
	const underWay = new Set<Promise<unknown>>();
	let hasFailed = false;
	return {
		render: async (...asked) => {
			// Astro waits for none of the others by then, and would print a line for each that is refused.
			if (hasFailed) return new Promise(() => undefined);
			const page = render(...asked);
			underWay.add(page);
			try {
				return await page;
			} catch (error) {
				hasFailed = true;
				throw error;
			} finally {
				underWay.delete(page);
			}
		},
		teardown: async () => {
			await Promise.allSettled(underWay);
			await teardown?.();
		},
	};
}

/** The file that a page is in, by its address on the site. `undefined`: it has no folder of its own. */
export function fileOf(path: string): string | undefined {
	if (!path.endsWith('/') || path === wrongAddress) return undefined;
	return `${decodeURIComponent(path).slice(1)}index.html`;
}

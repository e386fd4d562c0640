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
					render: async (request, options) => {
						const answer = await stock.render(request, options);
						const response = answer instanceof Response ? answer : answer.response;
						const file = fileOf(new URL(request.url).pathname.slice(base.length));
						const isPage = options.routeData.type === 'page' && response.ok;
						if (!isPage || file === undefined) return answer;
						const html = await change(file, await response.text());
						return new Response(html, { headers: { 'Content-Type': 'text/html' } });
					},
				}));
			},
		},
	};
}

/** The file that a page is in, by its address on the site. `undefined`: it has no folder of its own. */
export function fileOf(path: string): string | undefined {
	if (!path.endsWith('/') || path === wrongAddress) return undefined;
	return `${decodeURIComponent(path).slice(1)}index.html`;
}

import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { twinOf } from '#core/publish/text/addresses.ts';
import { siteData } from '#site-data.ts';
import { countLinks } from './short-sidebar.ts';
import { isUnlisted } from './unlisted.ts';

/** The kind of a page's text, by which it is found in its head. */
const type = 'text/markdown';

/** Of pages that the team writes, and of projects. */
const mostTexts = 400;

/**
 * Names in each page's head where it is as Markdown, which the render writes for the pages that name it.
 * A page for addresses that lead nowhere has none, nor has one that no search may list; nor have those of
 * a large handbook, which would take a third longer to render.
 */
export const onRequest = defineRouteMiddleware(
	async ({ locals: { starlightRoute: route }, url }) => {
		if (!import.meta.env.PROD || isUnlisted(route)) return;
		const { projects } = (await siteData()).registry;
		const mostPages = mostTexts - projects.length;
		if (mostPages < 0 || countLinks(route.sidebar) > mostPages) return;
		const href = twinOf(url.pathname.replace(/\/?$/, '/'));
		route.head = [
			...route.head,
			{ tag: 'link', attrs: { rel: 'alternate', type, href }, content: '' },
		];
	},
);

/** Where a page is as Markdown. `undefined`: nowhere. */
export function findTwin({ head }: Pick<StarlightRouteData, 'head'>): string | undefined {
	const href = head.find(({ tag, attrs }) => tag === 'link' && attrs?.type === type)?.attrs?.href;
	return typeof href === 'string' ? href : undefined;
}

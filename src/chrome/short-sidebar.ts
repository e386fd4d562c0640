import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { linksOf, type Entry, type Link } from './sidebar-links.ts';

/** Of more pages than these, each would carry the names of all others. */
const mostPages = 200;

/** Starlight calls it for every page, those that are made of data among them. */
export const onRequest = defineRouteMiddleware(({ locals: { starlightRoute }, url }) => {
	starlightRoute.sidebar = shortenSidebar(starlightRoute.sidebar, url.pathname);
});

/**
 * The sidebar of a page, when the handbook is large: the groups that the page is in. Of every other
 * group only its name is left, as a link to its first page, so that readers reach all pages without
 * a script.
 */
export function shortenSidebar(sidebar: readonly Entry[], pathname: string): Entry[] {
	if (countLinks(sidebar) <= mostPages) return [...sidebar];
	const inGroups = sidebar.flatMap((entry) => (entry.type === 'group' ? linksOf(entry) : []));
	return shorten(
		sidebar,
		inGroups.find(({ isCurrent }) => isCurrent) ?? findNearest(inGroups, pathname),
	);
}

/** How many pages a sidebar names. */
export function countLinks(sidebar: readonly Entry[]): number {
	return sidebar.flatMap(linksOf).length;
}

function shorten(entries: readonly Entry[], here: Link | undefined): Entry[] {
	return entries.flatMap((entry): Entry[] => {
		if (entry.type === 'link') return [entry];
		const links = linksOf(entry);
		if (here && links.includes(here)) {
			return [{ ...entry, entries: shorten(entry.entries, here) }];
		}
		const [first] = links;
		return first ? [{ ...first, label: entry.label, badge: undefined, attrs: {} }] : [];
	});
}

/** The page below which a page is that is in no group, such as that of a project. */
function findNearest(links: readonly Link[], pathname: string): Link | undefined {
	return links
		.filter(({ href }) => pathname.startsWith(encodeURI(href)))
		.toSorted((a, b) => b.href.length - a.href.length)[0];
}

import type { StarlightRouteData } from '@astrojs/starlight/route-data';

type Entry = StarlightRouteData['sidebar'][number];

/** A step of the way to a page. Without an address: it is the page itself. */
export interface TrailStep {
	label: string;
	href?: string;
}

/**
 * The way to a page: its group and the page, or, of a page that is in a list, the list and the page.
 * A page in no group has none.
 *
 * @param title Of a page that the sidebar does not have, but its list.
 */
export function findTrail(sidebar: readonly Entry[], title?: string): TrailStep[] {
	for (const entry of sidebar) {
		if (entry.type === 'link') continue;
		const links = linksOf(entry);
		const here = links.find(({ isCurrent }) => isCurrent);
		if (!here) continue;
		const first = links[0] === here ? [] : links.slice(0, 1);
		return [
			...first.map(({ href }) => ({ label: entry.label, href })),
			...(first.length === 0 ? [{ label: entry.label }] : []),
			title === undefined ? { label: here.label } : { label: here.label, href: here.href },
			...(title === undefined ? [] : [{ label: title }]),
		];
	}
	return [];
}

type Link = Extract<Entry, { type: 'link' }>;

/** All links of a part of the sidebar, in order. */
export function linksOf(entry: Entry): Link[] {
	return entry.type === 'link' ? [entry] : entry.entries.flatMap(linksOf);
}

import { linksOf, type Entry } from './sidebar-links.ts';

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
		const { label } = entry;
		const [first] = links;
		return [
			first && first !== here ? { label, href: first.href } : { label },
			...(title === undefined
				? [{ label: here.label }]
				: [{ label: here.label, href: here.href }, { label: title }]),
		];
	}
	return [];
}

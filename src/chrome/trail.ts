import { linksOf, type Entry, type Link } from './sidebar-links.ts';

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
	const group = sidebar.find((one) => one.type === 'group' && linksOf(one).some(isHere));
	const links = group ? linksOf(group) : [];
	const [first, here] = [links[0], links.find(isHere)];
	if (!group || !first || !here) return [];
	return [
		first === here ? { label: group.label } : { label: group.label, href: first.href },
		...(title === undefined
			? [{ label: here.label }]
			: [{ label: here.label, href: here.href }, { label: title }]),
	];
}

function isHere({ isCurrent }: Link): boolean {
	return isCurrent;
}

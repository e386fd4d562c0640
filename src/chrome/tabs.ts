import type { LinkedPage } from '#block-pages.ts';
import { linksOf, type Entry } from './sidebar-links.ts';

/** Blocks that look at the same projects: their pages are tabs of one another. */
export const tabBlocks = ['Inventory', 'Checks', 'Drift', 'ToolVersions'];

export interface Tab {
	label: string;
	href: string;
	isCurrent: boolean;
}

/**
 * The pages that a page is one of, named as the sidebar names them. Empty: it is none of them, or there is no other.
 *
 * @param pages Those that hold the blocks. `undefined`: the team has no such page.
 * @param path Of the page itself.
 */
export function findTabs(
	pages: readonly (LinkedPage | undefined)[],
	sidebar: readonly Entry[],
	path: string,
): Tab[] {
	const byPath = new Map<string, LinkedPage>(
		pages.flatMap((page) => (page ? [[page.path, page]] : [])),
	);
	if (byPath.size < 2 || !byPath.has(path)) return [];
	const labels = new Map(sidebar.flatMap(linksOf).map((link) => [link.href, link.label]));
	return [...byPath.values()].map(({ href, title, path: own }) => ({
		label: labels.get(href) ?? title,
		href,
		isCurrent: own === path,
	}));
}

import { expect, test } from 'vitest';
import { findTabs } from '#chrome/tabs.ts';

const inventory = pageAt('/projects/', 'Projects');
const checks = pageAt('/projects/checks/', 'Checks of the inventory');
const sidebar = [
	{
		type: 'link' as const,
		label: 'Inventory',
		href: '/handbook/projects/',
		isCurrent: true,
		badge: undefined,
		attrs: {},
	},
];

function pageAt(path: `/${string}`, title: string) {
	return { title, path, href: `/handbook${path}` };
}

test('tabs are the pages that the team has, named as in the sidebar or else by their titles', () => {
	expect(findTabs([inventory, checks, undefined], sidebar, '/projects/')).toEqual([
		{ label: 'Inventory', href: '/handbook/projects/', isCurrent: true },
		{ label: 'Checks of the inventory', href: '/handbook/projects/checks/', isCurrent: false },
	]);
});

test.each([
	{ why: 'a page that is none of them', pages: [inventory, checks], path: '/team/' },
	{ why: 'the only one', pages: [inventory, undefined], path: '/projects/' },
	{ why: 'one page that holds all', pages: [inventory, inventory], path: '/projects/' },
])('$why has none', ({ pages, path }) => {
	expect(findTabs(pages, sidebar, path)).toEqual([]);
});

import { expect, test } from 'vitest';
import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import { markCurrent } from '#chrome/current-list.ts';
import { findTrail } from '#chrome/trail.ts';

type Entry = StarlightRouteData['sidebar'][number];

const shared = { badge: undefined, attrs: {} };
const link = (label: string, href: string, isCurrent = false): Entry => ({
	type: 'link',
	label,
	href,
	isCurrent,
	...shared,
});
const group = (label: string, ...entries: Entry[]): Entry => ({
	type: 'group',
	label,
	entries,
	collapsed: true,
	badge: undefined,
});

/** @param current The address of the page that is shown. */
const sidebar = (current = ''): Entry[] => [
	link('Home', '/', current === '/'),
	group(
		'Projects',
		link('Inventory', '/projects/', current === '/projects/'),
		group('More', link('Checks', '/projects/checks/', current === '/projects/checks/')),
	),
];

test('the way to a page is its group, which leads to its first page, and the page', () => {
	expect(findTrail(sidebar('/projects/checks/'))).toEqual([
		{ label: 'Projects', href: '/projects/' },
		{ label: 'Checks' },
	]);
});

test('the first page of a group is not linked to itself', () => {
	expect(findTrail(sidebar('/projects/'))).toEqual([{ label: 'Projects' }, { label: 'Inventory' }]);
});

test('of a page in a list, the way has the list, with its address, and the page', () => {
	expect(findTrail(sidebar('/projects/'), 'Kettle')).toEqual([
		{ label: 'Projects' },
		{ label: 'Inventory', href: '/projects/' },
		{ label: 'Kettle' },
	]);
});

test.each(['/', '/elsewhere/'])('%s is in no group and has no way', (address) => {
	expect(findTrail(sidebar(address))).toEqual([]);
});

test('the list of a page is marked, however deep, and what all pages share stays as it is', () => {
	const entries = sidebar();
	const marked = markCurrent(entries, '/projects/checks/');
	expect(marked).toEqual(sidebar('/projects/checks/'));
	expect(entries).toEqual(sidebar());
	expect(marked[0]).toBe(entries[0]);
});

test('an address that the sidebar does not have marks nothing', () => {
	expect(markCurrent(sidebar(), '/projects/gone/')).toEqual(sidebar());
});

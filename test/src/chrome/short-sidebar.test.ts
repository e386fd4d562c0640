import { expect, test } from 'vitest';
import { shortenSidebar } from '../../../src/chrome/short-sidebar.ts';

type Sidebar = Parameters<typeof shortenSidebar>[0];
type Entry = Sidebar[number];

function aLink(href: string, current: string): Entry {
	const isCurrent = href === current;
	return { type: 'link', label: href, href, isCurrent, badge: undefined, attrs: {} };
}

function aGroup(label: string, entries: Entry[]): Entry {
	return { type: 'group', label, entries, collapsed: false, badge: undefined };
}

/** Two sections, and a folder in one of them. */
function aSidebar(current: string, pagesOfWork: number): Sidebar {
	const work = Array.from({ length: pagesOfWork }, (_, index) =>
		aLink(`/work/${String(index)}/`, current),
	);
	const reviews = aGroup('reviews', [
		aLink('/work/reviews/first/', current),
		aLink('/work/reviews/second/', current),
	]);
	return [
		aLink('/', current),
		aGroup('Projects', [aLink('/projects/', current), aLink('/projects/tools/', current)]),
		aGroup('Work', [...work, reviews]),
	];
}

/** Groups in brackets; of links, where they lead. */
function outline(sidebar: Sidebar): unknown[] {
	return sidebar.map((entry) =>
		entry.type === 'group' ? [entry.label, ...outline(entry.entries)] : entry.href,
	);
}

const large = 300;
const work = Array.from({ length: large }, (_, index) => `/work/${String(index)}/`);
const projects = ['Projects', '/projects/', '/projects/tools/'];

test.each([
	{
		why: 'a page of a section has that section',
		page: '/projects/tools/',
		shown: ['/', projects, '/work/0/'],
	},
	{
		why: 'a folder of the section is a group like the others',
		page: '/work/7/',
		shown: ['/', '/projects/', ['Work', ...work, '/work/reviews/first/']],
	},
	{
		why: 'a page in a folder has that folder and what is around it',
		page: '/work/reviews/second/',
		shown: [
			'/',
			'/projects/',
			['Work', ...work, ['reviews', '/work/reviews/first/', '/work/reviews/second/']],
		],
	},
	{
		why: 'a page that is in no group belongs to the one below whose page it is',
		page: '/projects/group/project/',
		shown: ['/', projects, '/work/0/'],
	},
	{
		why: 'the address of a page begins like that of another, but is not below it',
		page: '/work/7-days/',
		shown: ['/', '/projects/', '/work/0/'],
	},
	{ why: 'the first page has names alone', page: '/', shown: ['/', '/projects/', '/work/0/'] },
])('of many pages, $why', ({ page, shown }) => {
	expect(outline(shortenSidebar(aSidebar(page, large), page))).toEqual(shown);
});

test('a name leads to the first page of its group', () => {
	expect(shortenSidebar(aSidebar('/work/7/', large), '/work/7/')[1]).toEqual({
		type: 'link',
		label: 'Projects',
		href: '/projects/',
		isCurrent: false,
		badge: undefined,
		attrs: {},
	});
});

test('a group of nothing is left out', () => {
	const sidebar = [...aSidebar('/', large), aGroup('Empty', [])];
	expect(outline(shortenSidebar(sidebar, '/'))).toEqual(['/', '/projects/', '/work/0/']);
});

test.each([
	{ links: 200, isShort: false },
	{ links: 201, isShort: true },
])('the sidebar of $links pages is short: $isShort', ({ links, isShort }) => {
	const others = 5;
	const sidebar = aSidebar('/', links - others);
	const whole = outline(sidebar);
	expect(JSON.stringify(outline(shortenSidebar(sidebar, '/'))) !== JSON.stringify(whole)).toBe(
		isShort,
	);
});

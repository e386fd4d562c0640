import { expect, test } from 'vitest';
import { findNearPages } from '#core/base/near-pages.ts';

const pages = [
	'/',
	'/work/planning/',
	'/work/releases/',
	'/roadmap/',
	'/roadmap/milestones/',
	'/projects/tea/kettle/',
	'/projects/tea/cup/',
].map((path) => ({ path, title: path }));
const titled = [
	{ path: '/with-us/', title: 'Contact us: Who to ask' },
	{ path: '/work/', title: 'How we plan' },
];
const near = (wanted: string) => findNearPages(wanted, pages).map(({ path }) => path);

test.each([
	{ wanted: '/work/planing/', first: '/work/planning/', why: 'a letter is missing' },
	{ wanted: '/Work/Planning', first: '/work/planning/', why: 'capital letters, no slash' },
	{ wanted: '/planning/', first: '/work/planning/', why: 'it was in no folder' },
	{ wanted: '/how/planning.html', first: '/work/planning/', why: 'another folder, another ending' },
	{ wanted: '/tea/kettle/', first: '/projects/tea/kettle/', why: 'a project by its path' },
	{ wanted: '/roadmpa/', first: '/roadmap/', why: 'two letters are swapped' },
])('$wanted means $first: $why', ({ wanted, first }) => {
	expect(near(wanted)[0]).toBe(first);
});

test.each([
	{ wanted: '/contact/', paths: ['/with-us/'] },
	{ wanted: '/help/contact-us', paths: ['/with-us/'] },
	{ wanted: '/contact-sales/', paths: [] },
	{ wanted: '/how/', paths: ['/work/'] },
	{ wanted: '/---/', paths: [] },
])('$wanted means the pages whose titles have all its words: $paths', ({ wanted, paths }) => {
	expect(findNearPages(wanted, titled).map(({ path }) => path)).toEqual(paths);
});

test.each(['/accounting/expenses/', '/x/', ''])('%s means nothing that is there', (wanted) => {
	expect(near(wanted).filter((path) => path !== '/')).toEqual([]);
});

test('of many that are near there are three', () => {
	const many = Array.from({ length: 9 }, (_, index) => ({
		path: `/work/plan-${String(index)}/`,
		title: 'Plan',
	}));
	expect(findNearPages('/work/plan/', many)).toHaveLength(3);
});

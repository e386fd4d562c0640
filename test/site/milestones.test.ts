import { expect, test } from 'vitest';
import { toMilestoneSlug } from '#core/base/milestone-slug.ts';
import { forgotten } from './kept-plans.ts';
import { firstIn, hrefOf, textOf } from './page.ts';
import { readPlanAndCalls } from './plan-and-calls.ts';

const addressOf = (title: string) => `/roadmap/milestones/${toMilestoneSlug(title)}/`;

const site = await readPlanAndCalls();
const roadmap = site.page('/roadmap/');
const current = site.page(addressOf('19.7'));

test('every milestone that is named has a page, and leads on to its neighbours', () => {
	const titles = [forgotten, '19.6', '19.7', '19.8', '19.9', '19.10', '19.11'];
	const listed = site.page('/roadmap/milestones/').all('.milestone-table th a');
	expect(listed.map(textOf).toSorted()).toEqual(titles.toSorted());
	for (const link of listed) {
		expect(textOf(site.page(hrefOf(link)).first('h1'))).toBe(`Milestone ${textOf(link)}`);
	}
	const neighbours = current.all('.pagination-links a').map(hrefOf);
	expect(neighbours).toEqual([addressOf('19.6'), addressOf('19.8')]);
	const named = [roadmap, site.page('/roadmap/next/')].flatMap((page) => page.all('main a'));
	expect(named.map(hrefOf)).toEqual(
		expect.arrayContaining(['19.6', '19.7', '19.8', '19.9', '19.10'].map(addressOf)),
	);
});

test('what was promised stands against what was delivered', () => {
	expect(current.rows('.promise-table').map(([, ...amounts]) => amounts)).toEqual([
		['2', '1', '3'],
		['0', '1', '1'],
		['1', '0', '1'],
		['0', '1', '1'],
		['0', '0', '0'],
	]);
	expect(current.text).toContain('Promised is what was planned on the day it started.');
});

test('the changes of a milestone are its own, the newest day first', () => {
	const days = current.all('.day-changes').map((day) => textOf(firstIn(day, 'h3')));
	expect(days).toEqual(['23 November 2026', '16 November 2026', '14 November 2026']);
	const [newest] = current.all('.day-changes');
	expect(textOf(newest!)).toContain('Carried from 19.7 to 19.8.');
});

test('where no plan was kept at its start, that is said, and one day is a dot', () => {
	const { text } = site.page(addressOf('19.6'));
	expect(text).toContain('We don’t know what was promised: no plan was saved at its start.');
	expect(site.page(addressOf('19.6')).rows('.promise-table').slice(0, 2)).toEqual([
		['Promised at the start', 'not known'],
		['Added later', 'not known'],
	]);
	expect(text).toMatch(/\b\d+ planned, \d+ closed\./);
	expect(site.page(addressOf('19.6')).all('svg circle')).toHaveLength(1);
});

test('a milestone that is to come promises nothing yet, and its issues have no weight', () => {
	const page = site.page(addressOf('19.8'));
	expect(textOf(page.first('.verdict'))).toBe('19.8 starts on 12 December 2026');
	expect(page.all('.promise-table')).toEqual([]);
	expect(page.text).toContain('19.8 starts on 12 December 2026. The line begins then.');
	expect(page.text).toContain('no issue has a weight');
	expect(page.text).not.toContain('0 points');
	const columns = page.all('.issue-table thead th').map(textOf);
	expect(columns).toContain('Health');
	expect(columns).not.toContain('Points');
});

test('a milestone that nobody is asked about any more says so, and of what day it is', () => {
	const page = site.page(addressOf(forgotten));
	expect(addressOf(forgotten)).toMatch(/^\/roadmap\/milestones\/[\w-]+\/$/);
	expect(textOf(page.first('h1'))).toBe(`Milestone ${forgotten}`);
	expect(page.text).toContain('This is how it was on 12 November 2026');
	expect(page.text).toContain('Forgotten');
	expect(page.text).toContain('Start no date on GitLab');
	expect(page.text).toContain('GitLab has no dates for <b>../x y, so there is no line to draw.');
	expect(page.text).toContain('We no longer pull its issues: this is from the saved plans.');
	expect(page.all('.data-block b')).toEqual([]);
});

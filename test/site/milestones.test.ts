import { beforeAll, expect, test } from 'vitest';
import { toMilestoneSlug } from '#core/base/milestone-slug.ts';
import { forgotten, plans, snapshot } from './kept-plans.ts';
import { firstIn, hrefOf, textOf, type Page } from './page.ts';
import { readSite, type ReadSite } from './read-site.ts';

const addressOf = (title: string) => `/roadmap/milestones/${toMilestoneSlug(title)}/`;
const issuePath = 'example/tools/widget';

let site: ReadSite;
let roadmap: Page;
let current: Page;

beforeAll(async () => {
	site = await readSite(snapshot, {}, plans);
	roadmap = site.page('/roadmap/');
	current = site.page(addressOf('19.7'));
});

test('every milestone that is named has a page, and leads on to its neighbours', () => {
	const titles = [forgotten, '19.6', '19.7', '19.8', '19.9', '19.10', '19.11'];
	const listed = site.page('/roadmap/milestones/').all('.milestone-table th a');
	expect(listed.map(textOf).toSorted()).toEqual(titles.toSorted());
	for (const link of listed) {
		expect(textOf(site.page(hrefOf(link)).first('h1'))).toBe(`Milestone ${textOf(link)}`);
	}
	const neighbours = current.all('.pagination-links a').map(hrefOf);
	expect(neighbours).toEqual([addressOf('19.6'), addressOf('19.8')]);
	expect(roadmap.all('main a').map(hrefOf)).toEqual(
		expect.arrayContaining(['19.6', '19.7', '19.8', '19.9', '19.10'].map(addressOf)),
	);
});

test('what was promised stands against what was delivered', () => {
	expect(current.rows('.promise-table').map(([, ...amounts]) => amounts)).toEqual([
		['3 issues 8 points, 1 not weighed', '2 issues 8 points', '1 issue 1 not weighed'],
		['1 issue 1 point', 'No issue', '1 issue 1 point'],
		['1 issue 5 points', '1 issue 5 points', 'No issue'],
		['1 issue 1 not weighed', 'No issue', '1 issue 1 not weighed'],
		['No issue', 'No issue', 'No issue'],
	]);
	expect(current.rows('.record-table')).toEqual([
		[
			`Carried into it ${issuePath}#1 How it slipped`,
			'At the start, committed',
			'3 points',
			'Open',
		],
		[`Done ${issuePath}#3`, 'At the start, committed', '5 points', 'Delivered'],
		[
			`Carried out of it ${issuePath}#4 How it slipped`,
			'At the start, stretch',
			'not weighed',
			'Carried to 19.8',
		],
		[`Added ${issuePath}#5`, 'Added later, stretch', '1 point', 'Open'],
	]);
	expect(current.text).toContain('Promised is what was planned on the day it started.');
});

test('the changes of a milestone are its own, the newest day first', () => {
	const days = current.all('.day-changes').map((day) => textOf(firstIn(day, 'h3')));
	expect(days).toEqual(['23 November 2026', '16 November 2026', '14 November 2026']);
	const [newest] = current.all('.day-changes');
	expect(textOf(newest!)).toContain('Carried from 19.7 to 19.8.');
});

test('where no plan was kept at its start, that is said, and the line is too short', () => {
	const { text } = site.page(addressOf('19.6'));
	expect(text).toContain('What was promised is not known: no plan was kept at its start.');
	expect(site.page(addressOf('19.6')).rows('.promise-table').slice(0, 2)).toEqual([
		['Promised in the milestone when it started', 'not known'],
		['Added later not in it when it started', 'not known'],
	]);
	expect(text).toContain(
		'The plan of 19.6 has been kept since 12 November 2026: too short for a line.',
	);
});

test('a milestone that is to come promises nothing yet, and its issues are not weighed', () => {
	const page = site.page(addressOf('19.8'));
	expect(page.text).toContain('It starts on 12 December 2026. What is planned for it on that day');
	expect(page.all('.promise-table')).toEqual([]);
	expect(page.text).toContain('19.8 starts on 12 December 2026. The line begins then.');
	expect(page.text).toContain('No issue is weighed, so there is no progress by weight.');
	expect(page.text).not.toContain('0 points');
});

test('a milestone that nobody is asked about any more says so, and of what day it is', () => {
	const page = site.page(addressOf(forgotten));
	expect(addressOf(forgotten)).toMatch(/^\/roadmap\/milestones\/[\w-]+\/$/);
	expect(textOf(page.first('h1'))).toBe(`Milestone ${forgotten}`);
	expect(page.text).toContain('This is how it was on 12 November 2026');
	expect(page.text).toContain('Forgotten');
	expect(page.text).toContain('Start unknown: GitLab has no date');
	expect(page.text).toContain('GitLab has no dates of <b>../x y, so there is no line to draw.');
	expect(page.text).toContain('Not asked for: GitLab is asked');
	expect(page.all('.data-block b')).toEqual([]);
});

import { expect, test } from 'vitest';
import { toMilestoneSlug } from '#core/base/milestone-slug.ts';
import { registry } from './drifting.ts';
import { quietDay } from './kept-plans.ts';
import { allIn, attributeOf, hrefOf, textOf, type Page } from './page.ts';
import { readPlanAndCalls } from './plan-and-calls.ts';

const addressOf = (title: string) => `/roadmap/milestones/${toMilestoneSlug(title)}/`;
const issuePath = 'example/tools/widget';

/** The chips of the table of issues, and how many rows each of them shows. */
function chipsOn(page: Page): (readonly [string, number])[] {
	return page.all('.chip').map((chip) => {
		const id = attributeOf(chip, 'id')!;
		expect(hrefOf(chip)).toBe(`#${id}`);
		const isOf = id.startsWith('all-') ? '[data-is]' : `[data-is~="${id}"]`;
		return [textOf(chip), page.all(`#issue-rows tr${isOf}`).length] as const;
	});
}

/** What a screen reader is told of a drawing. */
function spokenOf(page: Page): string[] {
	return page
		.all('svg[role="img"], .lanes')
		.map((drawing) => attributeOf(drawing, 'ariaLabel') ?? '');
}

const site = await readPlanAndCalls();
const roadmap = site.page('/roadmap/');
const current = site.page(addressOf('19.7'));
const next = site.page('/roadmap/next/');

test('the roadmap opens with how the milestone stands', () => {
	expect(textOf(roadmap.first('.verdict'))).toBe(
		'On pace: 1 of 2 commitments closed on day 10 of 28',
	);
	expect(textOf(roadmap.first('.verdict + p'))).toBe(
		'An even pace would have closed 1 by now. 1 is left for the 18 days to the cutoff. We can’t compare with last time: no plan from the same day is saved.',
	);
});

test('commitments are counted apart from stretch, with what has no weight', () => {
	expect(roadmap.all('.progress-head').map(textOf)).toEqual([
		'Committed 1 of 2 closed 5 of 8 points',
		'Stretch 0 of 1 closed 0 of 1 point',
	]);
	expect(roadmap.all('.bar').map((bar) => attributeOf(bar, 'ariaLabel'))).toEqual([
		'Committed: 1 closed, 1 at risk, of 2; 1 at an even pace',
		'Stretch: 1 open, of 1',
	]);
});

test('each count leads to its rows, and each issue is there once', () => {
	for (const page of [roadmap, current]) {
		expect(chipsOn(page)).toEqual([
			['All 3', 3],
			['Committed 2', 2],
			['At risk 1', 1],
			['Needs attention 0', 0],
			['On track 1', 1],
			['Blocked 1', 1],
			['Carried in 1', 1],
			['Closed 1', 1],
			...registry.plan.reliability!.labels.map(
				({ meaning }, index) =>
					[
						`${registry.plan.reliability!.title}: ${meaning} ${String(1 - index)}`,
						1 - index,
					] as const,
			),
		]);
	}
	const counts = site.page('/').all('.facts[data-look="stats"] a');
	expect(counts.length).toBeGreaterThan(0);
	for (const link of counts) {
		const [path, id] = hrefOf(link).split('#');
		expect(textOf(site.page(path!).first(`.chip#${id!} strong`))).toBe(textOf(link).split(' ')[0]);
	}
});

test('a carried issue says from where, and leads to the page of its slips', () => {
	const row = roadmap.all('#issue-rows tbody tr').find((one) => textOf(one).includes('#1'))!;
	expect(textOf(row)).toContain('carried in from 19.6, committed there');
	expect(textOf(row)).toContain('Blocked');
	const slips = allIn(row, 'a').find((one) => textOf(one) === 'How #1 slipped')!;
	expect(hrefOf(slips)).toBe(`/roadmap/issues/${issuePath}/1/`);
	expect(site.page(hrefOf(slips)).text).toContain('19.6');
});

test('the burn-up says in its table what it draws, without the days that were like the day before', () => {
	const rows = roadmap.rows('.burn-up-table');
	expect(rows).toEqual([
		['14 Nov', '3', '0', '8', '0', '1'],
		['16 Nov', '4', '1', '9', '5', '1'],
		['23 Nov', '3', '1', '9', '5', '0'],
	]);
	expect(rows.flat().join(' ')).not.toContain(String(Number(quietDay.slice(-2))));
	const days = roadmap.all('.burn-up-table tbody a').map(hrefOf);
	for (const day of days) expect(site.page(day).text).toContain('19.7');
});

test('drawings say in words what they show, and draw every kept day', () => {
	expect([...spokenOf(roadmap), ...spokenOf(next)]).toEqual([
		'19.7 by issues: On 14 November 2026 0 of 3 issues were closed. On 23 November 2026 1 of 3 issues were closed. The table below has the days between.',
		'Milestones along their days. Today is 23 November 2026, in milestone 19.7. The table below has every day.',
	]);
	const lines = roadmap.all('polyline').map((line) => attributeOf(line, 'points')!.split(' '));
	// What has to be closed from now on, what was planned, in steps, and what was closed.
	expect(lines.map(({ length }) => length)).toEqual([2, 6, 4]);
	for (const part of [roadmap, next].flatMap((page) => page.all('svg[role="img"] *, .lanes *'))) {
		for (const value of Object.values(part.properties)) expect(String(value)).not.toMatch(/NaN/);
	}
});

test('the timeline has the last milestone, this one and the next, also as a table', () => {
	const rows = next.rows('.timeline-table');
	expect(rows).toEqual([
		['19.6 over', '7 Oct 2026', '10 Oct 2026', '12 Oct 2026', '13 Nov 2026', '19 Nov 2026'],
		['19.7 now', '11 Nov 2026', '14 Nov 2026', '16 Nov 2026', '11 Dec 2026', '17 Dec 2026'],
		['19.8 upcoming', '9 Dec 2026', '12 Dec 2026', '14 Dec 2026', '15 Jan 2027', '21 Jan 2027'],
		// GitLab has no dates of these.
		...[
			['19.9 upcoming', '13 Jan 2027', '16 Jan 2027', '18 Jan 2027', '12 Feb 2027', '18 Feb 2027'],
			['19.10 upcoming', '10 Feb 2027', '13 Feb 2027', '15 Feb 2027', '12 Mar 2027', '18 Mar 2027'],
		].map((cells) => cells.map((cell, at) => (at === 2 || at === 4 ? `${cell} computed` : cell))),
	]);
	const words = next.all('.lanes span').map(textOf);
	expect(words).toEqual(
		expect.arrayContaining(['Today, 23 Nov 2026', '19.6, over', '19.7, now', '19.8', '19.10']),
	);
});

test('a coming milestone has its candidates, or says that it has none', () => {
	const [first, second] = next.all('.milestones > .card').map(textOf);
	expect(first).toContain('No planning issue found. One should be there by 12 November 2026.');
	expect(first).toMatch(/Candidates Proposed widget#7$/);
	expect(second).toMatch(/Candidates No other issue is proposed\.$/);
});

test('the menu has the milestones behind the plan', () => {
	const links = roadmap.all('nav.sidebar a, .sidebar a').map(hrefOf);
	const start = links.indexOf('/roadmap/');
	expect(links.slice(start + 1, start + 3)).toEqual(['/roadmap/next/', '/roadmap/milestones/']);
});

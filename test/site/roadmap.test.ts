import { beforeAll, describe, expect, test } from 'vitest';
import { toMilestoneSlug } from '#core/base/milestone-slug.ts';
import { registry } from './drifting.ts';
import { plans, quietDay, snapshot } from './kept-plans.ts';
import { allIn, attributeOf, firstIn, hrefOf, textOf, type Page } from './page.ts';
import { readSite, type ReadSite } from './read-site.ts';

const addressOf = (title: string) => `/roadmap/milestones/${toMilestoneSlug(title)}/`;
const issuePath = 'example/tools/widget';

/** `[name, value]` of each fact, all in words. */
function factsOn(page: Page): (readonly [string, string])[] {
	return page
		.all('.fact')
		.map((fact) => [textOf(firstIn(fact, 'dt')), textOf(firstIn(fact, 'dd'))] as const);
}

/** Titles in the list that follows a heading, with their notes. */
function listBelow(page: Page, heading: string): string[] {
	const block = page.all('.data-block').find((one) => textOf(one).includes(heading))!;
	const parts = allIn(block, 'h2, h3, h4, .issue-list li, p');
	const start = parts.findIndex((part) => textOf(part) === heading);
	const end = parts.findIndex((part, index) => index > start && part.tagName.startsWith('h'));
	return parts.slice(start + 1, end === -1 ? undefined : end).map(textOf);
}

/** What a screen reader is told of a drawing. */
function spokenOf(page: Page): string[] {
	return page.all('svg[role="img"]').map((svg) => {
		const ids = attributeOf(svg, 'ariaLabelledBy')!.split(/[ ,]/);
		return ids.map((id) => textOf(page.first(`#${id}`))).join(': ');
	});
}

describe('a plan with a history', () => {
	let site: ReadSite;
	let roadmap: Page;
	let current: Page;

	beforeAll(async () => {
		site = await readSite(snapshot, {}, plans);
		roadmap = site.page('/roadmap/');
		current = site.page(addressOf('19.7'));
	});

	test('commitments are counted apart from stretch, with what is not weighed', () => {
		expect(factsOn(roadmap).slice(-4)).toEqual([
			['Committed', '1 of 2 issues closed 5 of 8 points closed'],
			['Stretch', '0 of 1 issue closed 0 of 1 point closed'],
			['Blocked', '1 issue'],
			['Carried over', '1 issue'],
		]);
	});

	test('the figures lead to their issues on the page', () => {
		for (const page of [roadmap, current]) {
			const anchors = page.all('.fact a').map(hrefOf);
			expect(anchors).toEqual(['#blocked', '#carried-over']);
			for (const anchor of anchors) expect(page.all(anchor)).toHaveLength(1);
		}
	});

	test('health is counted of what is not closed, each with its meaning', () => {
		expect(roadmap.all('.health li').map(textOf)).toEqual([
			'At risk 1 issue will miss its release as it stands',
			'Needs attention 0 issues will miss its release unless somebody acts',
			'On track 1 issue will be done and live within the milestone',
			'Not set 0 issues nobody has said how it is',
		]);
	});

	test('what is blocked, carried over or matters to reliability is listed by name', () => {
		const reference = `Carried into it ${issuePath}#1`;
		expect(listBelow(roadmap, 'Blocked')).toEqual([`${reference} blocked`]);
		expect(listBelow(roadmap, 'Carried over')).toEqual([`${reference} from 19.6, committed there`]);
		const { title, labels } = registry.plan.reliability!;
		expect(listBelow(roadmap, title)).toEqual([
			`${labels[0]!.label}: ${labels[0]!.meaning}.`,
			`${reference} blocked`,
			`${labels[1]!.label}: ${labels[1]!.meaning}. No issue.`,
		]);
	});

	test('a carried issue says from where, and leads to the page of its slips', () => {
		const row = roadmap.all('.issue-table tbody tr').find((one) => textOf(one).includes('#1'))!;
		expect(textOf(row)).toContain('Carried over from 19.6, committed there');
		expect(textOf(row)).toContain('Blocked');
		const slips = allIn(row, 'a').find((one) => textOf(one) === 'How it slipped')!;
		expect(hrefOf(slips)).toBe(`/roadmap/issues/${issuePath}/1/`);
		expect(site.page(hrefOf(slips)).text).toContain('19.6');
	});

	test('the burn-up says in its table what it draws, without the days that were like the day before', () => {
		const rows = roadmap.rows('.burn-up-table');
		expect(rows).toEqual([
			['14 Nov 2026', '3', '0', '8', '0', '1'],
			['16 Nov 2026', '4', '1', '9', '5', '1'],
			['23 Nov 2026', '3', '1', '9', '5', '0'],
		]);
		expect(rows.flat().join(' ')).not.toContain(String(Number(quietDay.slice(-2))));
		const days = roadmap.all('.burn-up-table tbody a').map(hrefOf);
		for (const day of days) expect(site.page(day).text).toContain('19.7');
	});

	test('drawings have a name and a description, and draw every kept day', () => {
		expect(spokenOf(roadmap)).toEqual([
			'19.7 by issues: On 14 November 2026 0 of 3 issues were closed. On 23 November 2026 1 of 3 issues were closed. The table below has the days between.',
			'19.7 by points: On 14 November 2026 0 of 8 points were closed. On 23 November 2026 5 of 9 points were closed. The table below has the days between.',
			'Milestones along their days: Today is 23 November 2026, in milestone 19.7. The table below has every day.',
		]);
		const lines = roadmap.all('polyline').map((line) => attributeOf(line, 'points')!.split(' '));
		expect(lines.map(({ length }) => length)).toEqual([4, 4, 4, 4]);
		for (const part of roadmap.all('svg[role="img"] *')) {
			for (const value of Object.values(part.properties)) expect(String(value)).not.toMatch(/NaN/);
		}
	});

	test('the timeline has the last milestone, this one and the next, also as a table', () => {
		const rows = roadmap.rows('.timeline-table');
		expect(rows).toEqual([
			['19.6 over', '7 Oct 2026', '10 Oct 2026', '12 Oct 2026', '13 Nov 2026', '19 Nov 2026'],
			['19.7 now', '11 Nov 2026', '14 Nov 2026', '16 Nov 2026', '11 Dec 2026', '17 Dec 2026'],
			['19.8 to come', '9 Dec 2026', '12 Dec 2026', '14 Dec 2026', '15 Jan 2027', '21 Jan 2027'],
			// GitLab has no dates of these.
			...[
				['19.9 to come', '13 Jan 2027', '16 Jan 2027', '18 Jan 2027', '12 Feb 2027', '18 Feb 2027'],
				[
					'19.10 to come',
					'10 Feb 2027',
					'13 Feb 2027',
					'15 Feb 2027',
					'12 Mar 2027',
					'18 Mar 2027',
				],
			].map((cells) => cells.map((cell, at) => (at === 2 || at === 4 ? `${cell} computed` : cell))),
		]);
		const words = roadmap.all('.timeline-chart text').map(textOf);
		expect(words).toEqual(
			expect.arrayContaining(['Today, 23 Nov 2026', '19.6, over', '19.7, now', '19.8', '19.10']),
		);
	});

	test('a coming milestone has its candidates, or says that it has none', () => {
		const [first, second] = roadmap.all('.card').map(textOf);
		expect(first).toContain('No planning issue found. One should be there by 12 November 2026.');
		expect(first).toMatch(/Candidates Proposed example\/tools\/widget#7$/);
		expect(second).toMatch(/Candidates No other issue is proposed\.$/);
	});

	test('the menu has the milestones behind the plan', () => {
		const links = roadmap.all('nav.sidebar a, .sidebar a').map(hrefOf);
		const start = links.indexOf('/roadmap/');
		expect(links[start + 1]).toBe('/roadmap/milestones/');
	});
});

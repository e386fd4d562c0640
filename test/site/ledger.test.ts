import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { changesAnchor } from '#core/publish/feeds/addresses.ts';
import { source } from '../builders.ts';
import { findHolders, readTexts } from './files.ts';
import { html } from './hostile.ts';
import { base, fromTheFuture, keptDays, readLedger, secret } from './ledger-plans.ts';
import { allIn, attributeOf, firstIn, hrefOf, textOf, type Page } from './page.ts';
import { manyDays, readSample } from './sample-site.ts';

const newest = keptDays.at(-1)!;
const issue = 'example/tools/widget';

/** Each thing that has changed, and how. */
const changesIn = (page: Page, within: string) =>
	page.all(`${within} .changes > li`).map((item) => ({
		what: textOf(firstIn(item, 'a, strong')),
		how: allIn(item, 'li li').map(textOf),
	}));

const site = await readLedger();

describe('a site with kept plans', () => {
	const snapshotOf = (day: string) => site.page(`/roadmap/snapshots/${day}/`);

	test('leaves out a plan from after the snapshot, and names its file', async () => {
		expect(site.log).toContain(`content/history/plan-${fromTheFuture}.json is from the future`);
		expect(findHolders(await readTexts(site.dist), fromTheFuture)).toEqual([]);
	});

	describe('the page of changes', () => {
		test('begins with what has changed since the last snapshot', () => {
			const page = site.page('/roadmap/changes/');
			expect(page.all('h2').map(textOf).slice(0, 4)).toEqual([
				'Since the chosen day',
				'Since the last snapshot',
				'Day by day',
				'How to read this',
			]);
			expect(changesIn(page, 'section[aria-labelledby="latest"]')).toEqual([
				{
					what: 'Milestone 19.8',
					how: ['Dates of 19.8 moved: the cutoff from 15 January 2027 to 22 January 2027.'],
				},
				{ what: 'Paint the door', how: ['Reopened.'] },
				{ what: html('ledger'), how: ['Weight changed from “no weight” to 5.'] },
			]);
		});

		test('has every day with a change, newest first, each with an address of its own', () => {
			const page = site.page('/roadmap/changes/');
			const days = page.all('.day-changes h3');
			expect(days.map((day) => attributeOf(day, 'id'))).toEqual(
				['2026-11-23', '2026-11-20', '2026-11-14'].map(changesAnchor),
			);
			expect(changesIn(page, '[data-day="2026-11-14"]')).toEqual([
				{
					what: 'Teach the car to park',
					how: [
						'Carried from 19.6 to 19.7.',
						'Health changed from “no health status” to “At risk”.',
					],
				},
				{ what: 'Paint the door', how: ['Committed: now a deliverable.'] },
			]);
			expect(page.text).toContain('Our first snapshot is from 9 November 2026');
		});

		test('leads to the issue on GitLab, to its slips, to both plans, and to the feed', () => {
			const page = site.page('/roadmap/changes/');
			const links = page.all('[data-day="2026-11-20"] a').map(hrefOf);
			expect(links).toEqual([
				`${base}/roadmap/snapshots/2026-11-20/`,
				`${base}/roadmap/snapshots/2026-11-16/`,
				`${source}/${issue}/-/issues/1`,
				`${base}/roadmap/issues/${issue}/1/`,
				`${source}/${issue}/-/issues/3`,
				`${source}/${issue}/-/issues/4`,
			]);
			expect(page.all('main a').map(hrefOf)).toContain(`${base}/feeds/changes.xml`);
		});
	});

	describe('the page of a kept day', () => {
		test('shows the plan as it was then, whatever came later', () => {
			const page = snapshotOf('2026-11-14');
			expect(page.rowsOf('Issues of 19.7')).toEqual([
				['P1 elevated priority: 1 issue, 1 committed'],
				['Paint the door widget#3', 'Committed', 'no health status', '– no weight'],
				['Without a priority 1 issue, 0 committed'],
				['Teach the car to park widget#1', 'Stretch', 'At risk', '3 points'],
			]);
			expect(page.rowsOf('Milestones of that day')).toEqual([
				['19.5', '12 Sep 2026', '9 Oct 2026', 'We didn’t pull its issues.'],
				['19.6', '10 Oct 2026', '13 Nov 2026', '0', '0', '0', 'no issue'],
				[
					'19.7 current on that day',
					'14 Nov 2026',
					'11 Dec 2026',
					'2',
					'1',
					'0',
					'0 of 3 points, 1 with no weight',
				],
				['19.8', '12 Dec 2026', '15 Jan 2027', '0', '0', '0', 'no issue'],
			]);
			expect(page.text).toContain('As it was on 14 November 2026, 08:30 UTC');
		});

		test('has what had changed since the kept day before it', () => {
			const page = snapshotOf('2026-11-14');
			const told = changesIn(page, '.data-block').map(({ what }) => what);
			expect(told.slice(0, 2)).toEqual(['Teach the car to park', 'Paint the door']);
			expect(page.text).toContain('3 changes since the plan of 9 November 2026');
			expect(snapshotOf('2026-11-16').text).toContain('No change since the plan of');
			expect(snapshotOf(keptDays[0]!).text).toContain('we don’t know what changed before it.');
		});

		test('has what has changed since, up to the newest plan', () => {
			const page = snapshotOf('2026-11-14');
			expect(changesIn(page, '[data-compared]').slice(0, 2)).toEqual([
				{
					what: 'Milestone 19.8',
					how: ['Dates of 19.8 moved: the cutoff from 15 January 2027 to 22 January 2027.'],
				},
				{
					what: 'Teach the car to park',
					how: [
						'Carried from 19.7 to 19.8.',
						'Health changed from “At risk” to “no health status”.',
					],
				},
			]);
			expect(snapshotOf(newest).all('[data-compared]')).toEqual([]);
		});

		test('leads to the days before and after it', () => {
			const waysOf = (day: string) =>
				snapshotOf(day).all('nav[aria-label="Snapshots"] a').map(hrefOf);
			const all = `${base}/roadmap/snapshots/`;
			expect(waysOf(keptDays[0]!)).toEqual([all, `${all}2026-11-14/`]);
			expect(waysOf('2026-11-16')).toEqual([`${all}2026-11-14/`, all, `${all}2026-11-20/`]);
			expect(waysOf(newest)).toEqual([`${all}2026-11-20/`, all]);
		});

		test('is in no search, which would find the same issue on every day', () => {
			for (const day of keptDays) {
				expect(snapshotOf(day).all('[data-pagefind-body]'), day).toEqual([]);
			}
			expect(site.page('/roadmap/changes/').all('[data-pagefind-body]')).toHaveLength(1);
		});
	});

	test('all kept days are listed, newest first', () => {
		expect(site.page('/roadmap/snapshots/').rowsOf('Snapshots')).toEqual([
			['23 November 2026', '19.7', '3 issues', '3 changes'],
			['20 November 2026', '19.7', '3 issues', '4 changes'],
			['16 November 2026', '19.7', '2 issues', 'No change'],
			['14 November 2026', '19.7', '2 issues', '3 changes'],
			['9 November 2026', '19.6', '2 issues', 'the first snapshot'],
		]);
	});

	describe('an issue that slipped', () => {
		test('is listed with how often, and for how long it was at risk', () => {
			expect(site.page('/roadmap/issues/').rowsOf('Issues that slipped')).toEqual([
				[
					'Teach the car to park widget#1',
					'twice',
					'19.6, 19.7, 19.8',
					'3 days',
					'Open',
					'9 Nov 2026',
				],
			]);
		});

		test('has a page with its milestones, and what is not known', () => {
			const page = site.page(`/roadmap/issues/${issue}/1/`);
			expect(page.rowsOf('Milestones of the issue')).toEqual([
				['19.6', '9 November 2026', '9 November 2026', 'Where we first saw it.'],
				['19.7', '14 November 2026', '16 November 2026', 'It slipped from 19.6.'],
				['19.8', '20 November 2026', '23 November 2026', 'It slipped from 19.7.'],
			]);
			const facts = page
				.all('.fact')
				.map((fact) => [
					textOf(firstIn(fact, 'dt')),
					textOf(firstIn(fact, 'dd')),
					...allIn(fact, 'small').map(textOf),
				]);
			expect(facts).toContainEqual(['Slipped', 'twice from 19.6 and 19.7', 'from 19.6 and 19.7']);
			expect(facts).toContainEqual([
				'Days at risk',
				expect.stringMatching(/^3 days not known/),
				'not known before 9 November 2026',
			]);
			expect(page.text).toContain('Our first snapshot is from 9 November 2026');
			expect(hrefOf(page.first('.fact a'))).toBe(`${source}/${issue}/-/issues/1`);
			expect(changesIn(page, '.data-block').map(({ what }) => what)).toEqual([
				'20 November 2026',
				'14 November 2026',
			]);
		});

		test('alone has a page', () => {
			const pages = site.pages.filter(({ path }) => /^\/roadmap\/issues\/./.test(path));
			expect(pages.map(({ path }) => path)).toEqual([`/roadmap/issues/${issue}/1/`]);
		});
	});

	test('an issue that is not seen any more is in no file at all', async () => {
		const texts = await readTexts(site.dist);
		expect(findHolders(texts, 'Teach the car to park').length).toBeGreaterThan(5);
		expect(findHolders(texts, secret.title)).toEqual([]);
		expect(findHolders(texts, /widget(#|\/-\/issues\/)613/)).toEqual([]);
	});

	test('what is text stays text', () => {
		for (const path of ['/roadmap/changes/', `/roadmap/snapshots/${newest}/`]) {
			const page = site.page(path);
			expect(page.text).toContain(html('ledger'));
			expect(page.all('.changes :is(img, script, b), .rows :is(img, script, b)')).toEqual([]);
		}
	});
});

test('of many days the page of changes has 90, in less than 60 KB with what it loads', async () => {
	const site = await readSample();
	const page = site.page('/roadmap/changes/');
	const chosenFrom = page.all('select[name="since"] optgroup option');
	expect(chosenFrom).toHaveLength(90 - 1);
	const days = site.pages.filter(({ path }) => /^\/roadmap\/snapshots\/./.test(path));
	expect(days).toHaveLength(manyDays);
	const weigh = (text: string) => gzipSync(text).length;
	const heaviest = Math.max(...days.map(({ html }) => weigh(html)));
	expect(weigh(page.html) + heaviest).toBeLessThan(60 * 1024);
	expect(changesIn(page, '.day-changes').length).toBeGreaterThan(90);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFeed } from '@rowanmanning/feed-parser';
import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { ChangesExport } from '#model/exports/changes.ts';
import { PlanExport } from '#model/exports/plan.ts';
import { source } from '../builders.ts';
import { base, host, readDrifting } from './below-path.ts';
import { registry } from './drifting.ts';
import { html } from './hostile.ts';
import { attributeOf, Page, textOf } from './page.ts';
import { current } from './plan.ts';

const { dist } = await readDrifting();

const read = (path: string) => readFileSync(join(dist, path), 'utf8');
const page = (path: string) => new Page(path, read(`${path}index.html`));

test('the feed has the changes between the kept days, as text', () => {
	const feed = parseFeed(read('feeds/changes.xml'));
	expect(feed.self).toBe(`${host}${base}/feeds/changes.xml`);
	expect(feed.items.map(({ title, url }) => [title, url])).toEqual([
		['Teach the widget to wait: Closed.', `${source}/example/tools/widget/-/issues/1`],
		[
			`${html('title')}: Added to ${current}.`.slice(0, 200),
			`${source}/example/tools/widget/-/issues/2`,
		],
	]);
	expect(read('feeds/changes.xml')).not.toMatch(/<(script|img|b)\b/);
});

test('the calendar has the days of the milestones', () => {
	const calendar = new ICAL.Component(
		ICAL.parse(read('feeds/milestones.ics')) as [string, object[], object[]],
	);
	const days = new Map(
		calendar.getAllSubcomponents('vevent').map((component) => {
			const { summary, startDate } = new ICAL.Event(component);
			return [summary, startDate.toString()];
		}),
	);
	expect(days.get('19.7 cutoff')).toBe('2026-12-11');
	expect(days.get('19.8 start')).toBe('2026-12-12');
	expect(days.has('20.0 release')).toBe(true);
});

test('the plan as JSON is that of the snapshot, and the CSV file has its rows', () => {
	const plan = PlanExport.parse(JSON.parse(read('exports/v1/plan.json')));
	expect(plan.schema).toBe(`${host}${base}/exports/v1/plan.schema.json`);
	expect(plan.milestones.map(({ title, place }) => [title, place])).toEqual([
		['19.7', 'current'],
		['19.8', 'next'],
		['19.9', 'next'],
		['19.10', 'next'],
	]);
	const [p1] = registry.plan.priorities;
	expect(plan.issues[0]).toMatchObject({
		title: 'First, and committed',
		priority: p1!.name,
		commitment: 'deliverable',
		weight: 5,
	});
	expect(plan.snapshot.issues).toMatchObject({ state: 'stale', pulledAt: '2026-11-20T07:15:00Z' });
	const rows: Record<string, string>[] = parse(read('exports/v1/plan.csv'), { columns: true });
	expect(rows.map(({ reference }) => reference)).toEqual(
		plan.issues.map(({ reference }) => reference),
	);
	expect(rows.find(({ iid }) => iid === '2')?.title).toBe(html('title'));
});

test('the changes as JSON are those of the feed, and the CSV file has its rows', () => {
	const { days: kept, changes } = ChangesExport.parse(JSON.parse(read('exports/v1/changes.json')));
	expect(kept).toEqual(['2026-11-20', '2026-11-23']);
	expect(changes.map(({ kind, since }) => [kind, since])).toEqual([
		['closed', '2026-11-20'],
		['added', '2026-11-20'],
	]);
	const rows: Record<string, string>[] = parse(read('exports/v1/changes.csv'), { columns: true });
	expect(rows.map(({ title }) => title)).toEqual(changes.map(({ issue }) => issue!.title));
});

describe('readers find them', () => {
	test('every page names the feed to the browser', () => {
		for (const path of ['/', '/roadmap/', '/about/exports/']) {
			const link = page(path).first('head link[rel="alternate"][type="application/atom+xml"]');
			expect(attributeOf(link, 'href'), path).toBe(`${base}/feeds/changes.xml`);
		}
	});

	test('the calendar can be subscribed to by a link, and both by an address to copy', () => {
		const exportsPage = page('/about/exports/');
		const links = exportsPage.all('.subscribe a').map((link) => attributeOf(link, 'href'));
		expect(links).toEqual([
			`webcal://pages.example.com${base}/feeds/milestones.ics`,
			`${base}/feeds/milestones.ics`,
			`${base}/feeds/changes.xml`,
		]);
		expect(exportsPage.all('.subscribe .code-sample code').map(textOf)).toEqual([
			`${host}${base}/feeds/milestones.ics`,
			`${host}${base}/feeds/changes.xml`,
		]);
	});
});

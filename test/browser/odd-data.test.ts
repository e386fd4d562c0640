import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Snapshot } from '#model/snapshot.ts';
import { readSnapshot, writeSnapshot } from '#store/snapshot.ts';
import { copyCheckout } from '../site/checkout.ts';
import { renderSite } from '../site/render-site.ts';
import { launchChromium } from './chromium.ts';
import { findPages, findPagesOfEachKind, pickPages } from './pages.ts';
import { serveSite, type ServedSite } from './serve.ts';
import { findViolations, narrow, wide } from './violations.ts';
import { visitPages, type Visit } from './visit.ts';

const word = 'unbroken'.repeat(15);
const reason = `GET /groups/example/issues?labels=${word}&per_page=100 answered 502. Try again later.`;

let browser: Browser;
let site: ServedSite;
let visits: Visit[];
const cleanups: (() => Promise<unknown>)[] = [];

/** The sample as if GitLab had failed at a different time for each list, after odd answers. */
function spoil({ about, rows }: Snapshot): Snapshot {
	const [projects, consumers] = [rows.projects, rows.consumers].map((list) =>
		list.map((project) => ({
			...project,
			facts: project.facts && {
				...project.facts,
				description: word,
				topics: [word],
				latestVersion: { kind: 'tag' as const, tag: word, releasedAt: null },
				pipeline: { status: word, updatedAt: null, webUrl: null },
			},
		})),
	);
	const issues = [rows.issues, rows['planning-issues']].map((list) =>
		list.map((issue) => ({ ...issue, title: word, healthStatus: word, state: word })),
	);
	const evidence = rows.evidence.map(({ reading, ...row }) => ({
		...row,
		trouble: reason,
		reading: reading && {
			...reading,
			branch: word,
			partial: reason,
			clients: reading.clients.map((client) => ({ ...client, package: word, version: word })),
			uses: reading.uses.map((use, index) => ({
				...use,
				file: `${word}/${word}.go`,
				condition: word,
				name: index % 2 === 0 ? use.name : word,
			})),
		},
	}));
	const states = Object.entries(rows).map(([list, { length }], index) => [
		list,
		{
			state: 'stale',
			rows: length,
			pulledAt: `2026-11-${String(index + 1).padStart(2, '0')}T08:30:00Z`,
			reason,
		},
	]);
	return {
		about: {
			...about,
			sample: false,
			lists: Object.fromEntries(states) as Snapshot['about']['lists'],
		},
		rows: {
			...rows,
			projects: projects!,
			consumers: consumers!,
			evidence,
			issues: issues[0]!,
			'planning-issues': issues[1]!,
			members: rows.members.map((member) => ({ ...member, name: word })),
		},
	};
}

beforeAll(async () => {
	const checkout = await copyCheckout();
	cleanups.unshift(checkout.remove);
	const snapshot = await readSnapshot(checkout.folder);
	await rm(join(checkout.folder, 'content/snapshot'), { recursive: true });
	await writeSnapshot(checkout.folder, spoil(snapshot!));
	const { dist } = await renderSite(checkout.folder);
	site = await serveSite(dist);
	cleanups.unshift(site.close);
	browser = await launchChromium();
	cleanups.unshift(() => browser.close());
	const context = await browser.newContext({ viewport: narrow });
	// Each project has oddities of its own.
	const ofProjects = (await findPages(dist)).filter((path) => path.startsWith('/projects/'));
	const paths = new Set([...ofProjects, ...(await findPagesOfEachKind(dist))]);
	visits = await visitPages(context, site, [...paths]);
	await context.close();
}, 120_000);

afterAll(async () => {
	for (const cleanUp of cleanups) await cleanUp();
});

test('words without an end do not push a page out of a phone', () => {
	expect(visits.flatMap(({ path, tooWide }) => tooWide.map((part) => `${path}: ${part}`))).toEqual(
		[],
	);
});

test('no text lies on another, and no table is cut off on paper', async () => {
	const page = await browser.newPage({ viewport: wide });
	const spilled: string[] = [];
	for (const path of pickPages(new Map(visits.map((visit) => [visit.path, visit.length])))) {
		for (const media of ['screen', 'print'] as const) {
			await page.emulateMedia({ media });
			// A4 between its margins has this width.
			await page.setViewportSize(media === 'print' ? { width: 718, height: 1000 } : wide);
			await page.goto(site.urlOf(path));
			const parts = await page.evaluate(() =>
				[...document.querySelectorAll('.data-block :is(td, th, dd, p, li, .data-table)')]
					.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth && clientWidth > 0)
					.map(
						({ localName, className, textContent }) =>
							`<${localName} class="${className}"> ${textContent.trim().slice(0, 40)}`,
					),
			);
			spilled.push(...parts.map((part) => `${path} on ${media}: ${part}`));
		}
	}
	await page.close();
	expect(spilled).toEqual([]);
}, 60_000);

test('pages of stale data are accessible', async () => {
	const context = await browser.newContext();
	const page = await context.newPage();
	const found: string[] = [];
	for (const path of ['/about/data/', '/roadmap/']) {
		await page.goto(site.urlOf(path));
		found.push(...(await findViolations(page, path, [narrow])));
	}
	await context.close();
	expect(found).toEqual([]);
}, 60_000);

/** What pages say of data that are missing or old: looked at in development, without a whole render. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { toMilestoneSlug } from '#core/base/milestone-slug.ts';
import type { PlanOfDay } from '#model/history.ts';
import { listNames, type Snapshot } from '#model/snapshot.ts';
import { planHistory, writeDay } from '#store/history.ts';
import { writeSnapshot } from '#store/snapshot.ts';
import { aMilestone, aSnapshot } from '../builders.ts';
import { consumers, declareConsumers, readerUses, staleSnapshot } from './calling.ts';
import type { Checkout } from './checkout.ts';
import { plans, snapshot } from './kept-plans.ts';
import { ledgerPlans } from './ledger-plans.ts';
import { hrefOf, Page, textOf } from './page.ts';
import type { StartedSite } from './start-site.ts';

const missing = { state: 'missing', reason: 'Not pulled yet.' } as const;
const addressOf = (title: string) => `/roadmap/milestones/${toMilestoneSlug(title)}/`;

/** @param started The server in development, and the checkout whose data it shows. */
export function testDrafts(started: () => { checkout: Checkout; site: StartedSite }): void {
	beforeEach(() => rm(join(folder(), 'content/history'), { recursive: true, force: true }));

	const folder = () => started().checkout.folder;

	async function show(data: Snapshot, kept: readonly PlanOfDay[] = []): Promise<void> {
		for (const plan of kept) await writeDay(folder(), planHistory, plan);
		await writeSnapshot(folder(), data);
	}

	/** A page is made anew when the server has heard of the change, which may take it a moment. */
	function shows(look: () => Promise<void>): Promise<void> {
		return vi.waitFor(look, { timeout: 60_000, interval: 500 });
	}

	async function read(path: string): Promise<Page> {
		const answer = await fetch(new URL(path, started().site.address));
		expect(answer.status, path).toBe(200);
		return new Page(path, await answer.text());
	}

	test('without lists and without kept plans, each part of the roadmap says what is unknown', async () => {
		const some = listNames.filter((list) =>
			['issues', 'candidates', 'planning-issues'].includes(list),
		);
		await show(
			aSnapshot({
				lists: Object.fromEntries(some.map((list) => [list, missing])),
				rows: { milestones: snapshot.rows.milestones },
			}),
		);
		await shows(async () => {
			const [roadmap, page] = [await read('/roadmap/'), await read(addressOf('19.7'))];
			expect(roadmap.text).toContain('We haven’t pulled its issues yet.');
			expect(page.text).toContain('Issues We haven’t pulled its issues yet.');
			for (const { text } of [roadmap, page]) {
				expect(text).toContain('not known, since the list of planning issues is missing');
				expect(text).toContain("No plan has been saved yet. Each pull saves that day's plan.");
				expect(text).not.toMatch(/\b0 (of 0 )?issues\b/);
			}
			const { text: next } = await read('/roadmap/next/');
			expect(next).toContain('We haven’t pulled its issues yet.');
			expect(next).toContain('Candidates We haven’t pulled the candidates yet.');
			expect(page.text).toContain('it takes plans of two days to find a change');
			const rows = (await read('/roadmap/milestones/')).rows('.milestone-table');
			expect(rows.find(([title]) => title === '19.7 now')?.slice(4)).toEqual(
				Array.from({ length: 3 }, () => 'not known'),
			);
		});
	});

	test('where no milestone has dates, none is current, and its page says what is not known', async () => {
		const undated = ['19.7', '19.8'].map((title) =>
			aMilestone({ title, startDate: null, dueDate: null }),
		);
		await show(aSnapshot({ rows: { milestones: undated } }));
		await shows(async () => {
			const roadmap = await read('/roadmap/');
			expect(roadmap.text).toContain(
				'GitLab has no milestone with dates on or after 23 November 2026.',
			);
			const next = await read('/roadmap/next/');
			expect(next.text).toContain('Without a current milestone there is no next one.');
			expect(next.text).toContain(
				'There is nothing to draw: no milestone with dates is on or to come.',
			);
			for (const page of [roadmap, next]) expect(page.all('svg[role="img"], .lanes')).toEqual([]);
			const page = await read(addressOf('19.7'));
			expect(page.text).toContain('GitLab has no dates for this milestone');
			expect(page.text).toContain('GitLab has no dates for 19.7, so there is no line to draw.');
			const [first] = (await read('/roadmap/milestones/')).rows('.milestone-table');
			expect(first?.slice(0, 4)).toEqual([
				'19.8 dates not known',
				'not known',
				'not known',
				'not known',
			]);
		});
	});

	test('where the team has no plan, GitLab is not said to have no milestone', async () => {
		await show(aSnapshot({ lists: { milestones: { state: 'not-configured' } } }));
		await shows(async () => {
			const { text } = await read('/roadmap/');
			expect(text).toContain('content/registry has no plan.yaml.');
			expect(text).not.toContain('GitLab has no milestone');
		});
	});

	test('without the list of milestones, what was kept is still there, and says of what day it is', async () => {
		await show(aSnapshot({ lists: { milestones: missing } }), plans);
		await shows(async () => {
			const page = await read(addressOf('19.7'));
			expect(page.text).toContain('The list of milestones is missing. This is how it was on');
			expect(page.text).toContain('23 November 2026, in the last plan we saved of it.');
			const [promised] = page.all('.promise-table tbody tr');
			expect(textOf(promised!)).toBe('Promised at the start 8 points, 1 with no weight 2 1 3');
			expect((await read('/roadmap/')).text).toContain(
				'We don’t know the current milestone. We haven’t pulled the milestones yet.',
			);
		});
	});

	test('without a kept plan, the pages of changes say what is not known', async () => {
		await show(snapshot);
		await shows(async () => {
			expect((await read('/roadmap/changes/')).text).toContain('No plan has been saved yet.');
			expect((await read('/roadmap/snapshots/')).text).toContain('No plan has been saved yet.');
			expect((await read('/roadmap/issues/')).text).toContain('we don’t know what slipped');
		});
	});

	test('a page says what it was checked against, and whether that was long ago', async () => {
		await show(snapshot);
		const fileOf = (name: string) => join(folder(), `content/handbook/about/${name}.mdx`);
		for (const [name, day] of [
			['old', '2025-11-01'],
			['new', '2026-11-01'],
		] as const) {
			const front = [
				'title: Checked',
				'description: A page with sources.',
				'owner: engineer',
				`asOf: ${day}`,
				'sources:',
				`  - { title: The manual, url: https://example.com/manual, date: ${day} }`,
				'  - { title: the tips, url: https://example.com/tips }',
			];
			await writeFile(fileOf(name), ['---', ...front, '---', 'Text.'].join('\n'));
		}
		const sourcesOf = async (name: string) =>
			textOf((await read(`/about/${name}/`)).first('.page-sources'));
		await shows(async () => {
			expect(await sourcesOf('old')).toBe(
				'Checked against The manual of 1 November 2025 and the tips (undated). The newest source is more than a year old, so check before you rely on it.',
			);
			expect(await sourcesOf('new')).toBe(
				'Checked against The manual of 1 November 2026 and the tips (undated).',
			);
		});
		await Promise.all(['old', 'new'].map((name) => rm(fileOf(name))));
	});

	test('with a single kept plan, they say that it is the only one', async () => {
		await show(snapshot, ledgerPlans.slice(-1));
		await shows(async () => {
			expect((await read('/roadmap/changes/')).text).toContain(
				'So far we have only the plan of 23 November 2026.',
			);
			expect((await read('/roadmap/issues/')).text).toContain('No issue has slipped.');
		});
	});

	describe('lists of the consumers that are old or missing', () => {
		beforeEach(async () => {
			await declareConsumers(folder());
			await show(staleSnapshot);
		});

		test('say so where they are shown, and what is known stays', async () => {
			await shows(async () => {
				const page = await read(`/consumers/${consumers.reader.path}/`);
				const banner = textOf(page.first('.banner'));
				expect(banner).toContain('Source of the consumers: Not updated. GitLab answered 502.');
				expect(banner).toContain('Versions of client libraries: Not pulled yet.');
				expect(page.text).toContain("The newest versions haven't been pulled yet.");
				expect(page.text).not.toContain('still the newest commit');
				expect(page.all('.call-places ul a').map(hrefOf)).toHaveLength(readerUses.length);
			});
		});

		test('do not make up days', async () => {
			await shows(async () => {
				const { text } = await read('/projects/impact/');
				expect(text).toContain('We don’t know which milestone is current.');
			});
		});

		test('count nobody as no caller where no source was read', async () => {
			await show(aSnapshot({ lists: { evidence: missing } }));
			await shows(async () => {
				const { text } = await read('/projects/impact/');
				expect(text).toContain('Deprecated');
				expect(text).not.toContain('no call found');
				expect(text).not.toContain('Called by a consumer');
			});
		});
	});
}

import { globSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { historyPath, planHistory, writeDay } from '#store/history.ts';
import { readRegistry } from '#store/registry.ts';
import { samplePlans } from '../test/gitlab/sample-plans.ts';
import { copyCheckout } from '../test/site/checkout.ts';
import { renderSite } from '../test/site/render-site.ts';

const days = 365;
const snapshotPages = 'dist/roadmap/snapshots/*/index.html';
/** A page of prose of middling length, with nothing of GitLab's in it. */
const plainPage = 'content/handbook/work/updates.mdx';
const copies = 'content/handbook/work/copies';
/** What the page of changes loads for the reader who chooses a day. */
const changesData = 'dist/roadmap/changes/plans.json';

export interface HistoryFigures {
	days: number;
	/** Of rendering, without the first day and all that is not of these pages. */
	plainPageMs: number;
	/** Likewise. All that a year of plans adds anywhere on the site is counted for its pages. */
	snapshotPageMs: number;
	changesGzipBytes: number;
}

/**
 * Renders the sample with the plan of one day, then with so many more plain pages, then with a year of
 * plans instead of those.
 */
export async function measureHistory(today: string): Promise<HistoryFigures> {
	const checkout = await copyCheckout();
	try {
		const root = checkout.folder;
		await keepPlans(root, today, 1);
		// The first render fills caches that the next ones find.
		await renderSite(root);
		const base = await timeRender(root);
		await writeCopies(root, days - 1);
		const plain = await timeRender(root);
		await rm(join(root, copies), { recursive: true });
		await keepPlans(root, today, days);
		const year = await timeRender(root);
		const added = globSync(snapshotPages, { cwd: root }).length - 1;
		return {
			days,
			plainPageMs: (plain - base) / (days - 1),
			snapshotPageMs: (year - base) / added,
			changesGzipBytes: gzipSync(await readFile(join(root, changesData))).length,
		};
	} finally {
		await checkout.remove();
	}
}

/** The faster of two, since what else the machine does only makes a render slower. */
async function timeRender(root: string): Promise<number> {
	const times: number[] = [];
	for (let round = 0; round < 2; round++) {
		const start = performance.now();
		await renderSite(root);
		times.push(performance.now() - start);
	}
	return Math.min(...times);
}

/** Replaces the plans of a checkout by those of so many days, one after the other. */
export async function keepPlans(root: string, until: string, count: number): Promise<void> {
	for (const file of globSync(`${historyPath}/${planHistory.name}-*.json`, { cwd: root })) {
		await rm(join(root, file));
	}
	const { plan, site } = await readRegistry(root);
	const plans = samplePlans(plan, { until, days: count, source: site.instance });
	for (const kept of plans) await writeDay(root, planHistory, kept);
}

async function writeCopies(root: string, count: number): Promise<void> {
	const text = await readFile(join(root, plainPage), 'utf8');
	await mkdir(join(root, copies));
	for (let copy = 1; copy <= count; copy++) {
		const page = text
			.replace(/^title: (.*)$/m, `title: $1 ${String(copy)}`)
			// A menu of hundreds of entries would be measured on every page.
			.replace(/^sidebar:$/m, 'sidebar:\n  hidden: true');
		await writeFile(join(root, copies, `copy-${String(copy)}.mdx`), page);
	}
}

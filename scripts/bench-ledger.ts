import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { planHistory, writeDay } from '#store/history.ts';
import { readRegistry } from '#store/registry.ts';
import { readSnapshot } from '#store/snapshot.ts';
import { findPages } from '../test/browser/pages.ts';
import { sampleProjects } from '../test/gitlab/sample/projects.ts';
import { samplePlans } from '../test/gitlab/sample-plans.ts';
import { measureRender } from './bench-render.ts';

/** A plan for each day of a year. */
const keptDays = 365;
/** A page of prose of ordinary length. */
const plainPage = 'content/handbook/work/technical-debt.mdx';

export interface LedgerFigures {
	keptDays: number;
	/** Each page that the kept days bring along, and each page of prose, in milliseconds. */
	keptPageMs: number;
	plainPageMs: number;
	/** Pages of days, and of issues and milestones that the days tell of. */
	keptPages: number;
	/** The page of changes, and the heaviest page of a day, which it loads when that is chosen. */
	changesGzipBytes: number;
	dayGzipBytes: number;
}

/** Renders a site without kept plans, one with a year of them, and one with as many pages of prose. */
export async function measureLedger(): Promise<LedgerFigures> {
	const bare = await measure(() => Promise.resolve());
	const prose = await measure(writePlainPages);
	const kept = await measure(writeYear);
	const keptPages = kept.pages - bare.pages;
	return {
		keptDays,
		keptPages,
		keptPageMs: (kept.renderMs - bare.renderMs) / keptPages,
		plainPageMs: (prose.renderMs - bare.renderMs) / (prose.pages - bare.pages),
		changesGzipBytes: kept.changesGzipBytes,
		dayGzipBytes: kept.dayGzipBytes,
	};
}

function measure(prepare: (root: string) => Promise<void>) {
	return measureRender(
		async (root) => {
			await rm(join(root, 'content/history'), { recursive: true, force: true });
			await prepare(root);
		},
		async ({ dist, seconds }) => {
			const gzipBytesOf = async (file: string) => gzipSync(await readFile(join(dist, file))).length;
			const pages = await findPages(dist);
			const days = pages.filter((page) => /^\/roadmap\/snapshots\/./.test(page));
			const sizes = await Promise.all(days.map((page) => gzipBytesOf(`${page}index.html`)));
			return {
				renderMs: seconds * 1000,
				pages: pages.length,
				changesGzipBytes: await gzipBytesOf('roadmap/changes/index.html'),
				dayGzipBytes: Math.max(0, ...sizes),
			};
		},
	);
}

async function writeYear(root: string): Promise<void> {
	const registry = await readRegistry(root);
	const about = (await readSnapshot(root))?.about;
	if (!about) throw new Error('There is no snapshot for the saved plans.');
	const { sample, source, pulledAt } = about;
	const until = pulledAt.slice(0, 'YYYY-MM-DD'.length);
	const { projects } = sampleProjects(registry, until);
	const days = { until, days: keptDays, source, sample, projects };
	for (const plan of samplePlans(registry.plan, days)) await writeDay(root, planHistory, plan);
}

/** They are in no menu, as the pages of kept days are not. */
async function writePlainPages(root: string): Promise<void> {
	const text = await readFile(join(root, plainPage), 'utf8');
	const page = text
		.replace(/\nsidebar:\n( {2}.*\n)+/, '\n')
		.replace('\n---\n', '\nsidebar:\n  hidden: true\n---\n');
	for (let index = 0; index < keptDays; index++) {
		await writeFile(join(root, `content/handbook/work/plain-${String(index)}.mdx`), page);
	}
}

export function renderLedgerFigures(figures: LedgerFigures): string {
	const { keptDays: days, keptPages, keptPageMs, plainPageMs } = figures;
	return [
		`${String(days)} saved plans make ${String(keptPages)} pages: ${keptPageMs.toFixed(1)} ms to render each; a page of prose takes ${plainPageMs.toFixed(1)} ms.`,
		`What changed in 90 days: ${kilobytes(figures.changesGzipBytes)} KB gzip, and ${kilobytes(figures.dayGzipBytes)} KB gzip when a day is chosen.`,
	].join('\n');
}

function kilobytes(bytes: number): string {
	return (bytes / 1024).toFixed(1);
}

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Scores } from './bench-visit.ts';

const run = promisify(execFile);

/** No package of ours: it is as large as a quarter of all of them, and only this needs it. */
const lighthouse = 'lighthouse@12.8.2';
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

const Report = z.object({
	categories: z.record(z.string(), z.object({ score: z.number().nullable() })),
});

/**
 * Lets Lighthouse look at a page, as it does by default: a slow phone.
 *
 * @param port Where a Chromium that is running can be driven.
 */
export async function scorePage(url: string, port: number): Promise<Scores> {
	const args = [
		...['--yes', lighthouse, url, '--port', String(port), '--quiet', '--output', 'json'],
		...['--only-categories', categories.join(',')],
	];
	const { stdout } = await run('npx', args, { maxBuffer: 64 * 1024 * 1024 });
	const report = Report.parse(JSON.parse(stdout));
	return categories.map((name) => Math.round((report.categories[name]?.score ?? 0) * 100));
}

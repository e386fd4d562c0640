import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { serveSite } from '../test/browser/serve.ts';

/** What the first view of a page costs a reader whose cache is empty. */
export interface ViewFigures {
	/** Of all files that were asked for, as brotli. */
	bytes: number;
	/** Of them those of scripts; what is written into the page counts as the page. */
	scriptBytes: number;
	requests: number;
	/** Cumulative layout shift, on a phone. */
	shift: number;
	/** What the policy of the page refused. */
	refused: number;
	lighthouse: Scores | undefined;
}

/** Lighthouse's, of 100: performance, accessibility, best practices, search engines. */
export type Scores = readonly number[];

/** Opens pages of a rendered site. `settleMs`: how long scripts may move what has been drawn. */
export async function measureViews(
	browser: Browser,
	dist: string,
	{
		paths,
		score,
		settleMs = 1500,
	}: { paths: readonly string[]; score?: (url: string) => Promise<Scores>; settleMs?: number },
): Promise<ViewFigures[]> {
	const site = await serveSite(dist);
	try {
		const views: ViewFigures[] = [];
		for (const path of paths) {
			const view = await measureView(browser, { url: site.urlOf(path), dist, settleMs });
			views.push({ ...view, lighthouse: await score?.(site.urlOf(path)) });
		}
		return views;
	} finally {
		await site.close();
	}
}

async function measureView(
	browser: Browser,
	{ url, dist, settleMs }: { url: string; dist: string; settleMs: number },
): Promise<Omit<ViewFigures, 'lighthouse'>> {
	const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
	const asked = new Map<string, { bytes: number; isScript: boolean }>();
	let refused = 0;
	page.on('console', (message) => {
		if (/Content.Security.Policy/i.test(message.text())) refused++;
	});
	page.on('request', (request) => {
		const { pathname, protocol } = new URL(request.url());
		if (!protocol.startsWith('http')) return;
		const file = join(dist, decodeURI(pathname).replace(/\/$/, '/index.html'));
		const bytes = brotliCompressSync(readFileSync(file)).length;
		asked.set(pathname, { bytes, isScript: request.resourceType() === 'script' });
	});
	await page.goto(url, { waitUntil: 'networkidle' });
	const shift = await page.evaluate(sumShifts, settleMs);
	await page.close();
	const sum = (some: readonly { bytes: number }[]) =>
		some.reduce((total, { bytes }) => total + bytes, 0);
	const files = [...asked.values()];
	return {
		bytes: sum(files),
		scriptBytes: sum(files.filter(({ isScript }) => isScript)),
		requests: files.length,
		shift,
		refused,
	};
}

/** Runs in the page. */
function sumShifts(ms: number): Promise<number> {
	return new Promise((resolve) => {
		let total = 0;
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) {
				if ('value' in entry && typeof entry.value === 'number') total += entry.value;
			}
		}).observe({ type: 'layout-shift', buffered: true });
		setTimeout(() => {
			resolve(total);
		}, ms);
	});
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launchChromium } from '../test/browser/chromium.ts';
import { serveSite } from '../test/browser/serve.ts';

const page = 'projects/';
const rounds = 10;

export interface PageFigures {
	bytes: number;
	gzipBytes: number;
	/** Medians, up to the second frame after the choice. */
	filterMs: number;
	sortMs: number;
}

/** Measures the table of projects of a rendered site, in a real browser. */
export async function measureTable(dist: string): Promise<PageFigures> {
	const html = await readFile(join(dist, page, 'index.html'));
	const site = await serveSite(dist);
	const browser = await launchChromium();
	try {
		const tab = await browser.newPage();
		await tab.goto(site.urlOf(`/${page}`), { waitUntil: 'networkidle' });
		const choose = async (name: string, values: [string, string]) =>
			median(await tab.evaluate(timeChoices, { name, values, rounds }));
		return {
			bytes: html.length,
			gzipBytes: gzipSync(html).length,
			filterMs: await choose('language', ['Go', '']),
			sortMs: await choose('sort', ['oldest-release', 'registry']),
		};
	} finally {
		await browser.close();
		await site.close();
	}
}

/** Runs in the page: chooses the one and the other value in turn, and waits until each is drawn. */
async function timeChoices(choice: {
	name: string;
	values: [string, string];
	rounds: number;
}): Promise<number[]> {
	const select = document.querySelector<HTMLSelectElement>(
		`[data-inventory-filter] select[name="${choice.name}"]`,
	);
	if (!select) throw new Error(`The page has nothing to choose by ${choice.name}.`);
	const times: number[] = [];
	for (let round = 0; round < choice.rounds; round++) {
		const start = performance.now();
		select.value = choice.values[round % 2 === 0 ? 0 : 1];
		select.dispatchEvent(new Event('input', { bubbles: true }));
		await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
		times.push(performance.now() - start);
	}
	return times;
}

/** Of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = sorted.slice(
		Math.floor((sorted.length - 1) / 2),
		Math.floor(sorted.length / 2) + 1,
	);
	return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

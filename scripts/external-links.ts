import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { InvalidDataError } from '#model/parse.ts';
import { listFiles } from '#store/list-files.ts';

/** An address outside the site, and the pages that link to it. Both are in alphabetical order. */
export interface ExternalLink {
	address: string;
	pages: string[];
}

/**
 * Every address of the web that the pages link to.
 *
 * @param pages Their HTML by their path: `/projects/`.
 * @param own Where the site is published, when it is known: links there are no external ones.
 */
export function findExternalLinks(
	pages: ReadonlyMap<string, string>,
	own?: string,
): ExternalLink[] {
	const holders = new Map<string, Set<string>>();
	for (const [path, html] of pages) {
		for (const address of addressesIn(html)) {
			if (own !== undefined && `${address}/`.startsWith(`${own.replace(/\/$/, '')}/`)) continue;
			const known = holders.get(address) ?? new Set();
			holders.set(address, known.add(path));
		}
	}
	return [...holders]
		.map(([address, paths]) => ({ address, pages: [...paths].toSorted() }))
		.toSorted((a, b) => (a.address < b.address ? -1 : 1));
}

function addressesIn(html: string): string[] {
	return selectAll('a[href]', fromHtml(html))
		.map(({ properties: { href } }: Element) => String(href))
		.filter((href) => /^https?:\/\//i.test(href) && URL.canParse(href))
		.map(withoutFields);
}

/** What a form is filled in with doesn't decide whether it is there, and differs on every page. */
function withoutFields(address: string): string {
	return address.replace(/(\/-\/issues\/new)\?.*$/, '$1');
}

/**
 * The HTML of each rendered page by its path.
 *
 * @throws {InvalidDataError} when nothing has been rendered.
 */
export async function readPages(dist: string): Promise<Map<string, string>> {
	const pages = (await listFiles(dist)).filter((file) => file.endsWith('.html'));
	if (pages.length === 0) {
		throw new InvalidDataError('There are no pages in dist.\nRun npm run build first.');
	}
	const texts = await Promise.all(pages.map((file) => readFile(join(dist, file), 'utf8')));
	return new Map(
		pages.map((file, index) => [`/${file}`.replace(/\/index\.html$/, '/'), texts[index] ?? '']),
	);
}

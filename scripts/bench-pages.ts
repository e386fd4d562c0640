import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Site } from '#model/site.ts';
import { readSite } from '#store/registry.ts';
import { handbookPath } from '#store/page-files.ts';
import { measureRender } from './bench-render.ts';

const inventedPages = 2000;

/** The render says at its end how much memory it had at most. */
const sayMemory = `process.on('exit', () => console.log('kibibytes', process.resourceUsage().maxRSS))`;

export interface LargeFigures {
	renderSeconds: number;
	/** Of the process, with all that it has loaded. */
	memoryBytes: number;
	pageBytes: number;
	pageGzipBytes: number;
}

export async function measureLargeHandbook(): Promise<LargeFigures> {
	return measureRender(
		async (root) => writeInventedPages(root, await readSite(root), inventedPages),
		async ({ dist, log, seconds }, [page]) => {
			const html = await readFile(join(dist, `${String(page)}/index.html`));
			return {
				renderSeconds: seconds,
				memoryBytes: Number(/^kibibytes (\d+)$/m.exec(log)?.[1]) * 1024,
				pageBytes: html.length,
				pageGzipBytes: gzipSync(html).length,
			};
		},
		{ NODE_OPTIONS: `--import="data:text/javascript,${encodeURIComponent(sayMemory)}"` },
	);
}

/** Pages of prose in all sections in turn. Resolves to their addresses. */
export async function writeInventedPages(
	root: string,
	{ sections }: Pick<Site, 'sections'>,
	count: number,
): Promise<string[]> {
	const addresses = Array.from(
		{ length: count },
		(_, index) =>
			`${sections[index % sections.length]?.directory ?? ''}/invented-${String(index + 1)}`,
	);
	for (const [index, address] of addresses.entries()) {
		await writeFile(join(root, handbookPath, `${address}.mdx`), inventPage(index + 1));
	}
	return addresses;
}

/** As long as a page of this handbook is, with as many references and links. */
function inventPage(number: number): string {
	const name = `Invented page ${String(number)}`;
	const prose =
		`${name} has **words** that don't say much, in \`code\` and in a [link](/roadmap/). ` +
		'What it describes is invented, so that nobody needs to read it to its end. '.repeat(4);
	const section = (title: string) => `## ${title}\n\n${`${prose}\n\n`.repeat(3)}`;
	return [
		`---\ntitle: ${name}\ndescription: ${name} of many.\nowner: engineering manager\n---\n\n`,
		section('What it is for'),
		section('How it is done'),
		`- ~"type::bug" and #${String(number)}\n- Two\n\n| A | B |\n| - | - |\n| 1 | 2 |\n`,
	].join('');
}

export function renderLargeFigures(figures: LargeFigures): string {
	const { renderSeconds, memoryBytes, pageBytes, pageGzipBytes } = figures;
	const kilobytes = (bytes: number) => (bytes / 1024).toFixed(0);
	return (
		`${String(inventedPages)} more pages: rendered in ${renderSeconds.toFixed(1)} s with ${(memoryBytes / 1024 ** 2).toFixed(0)} MB of memory at most; ` +
		`a page has ${kilobytes(pageBytes)} KB, ${kilobytes(pageGzipBytes)} KB gzip.`
	);
}

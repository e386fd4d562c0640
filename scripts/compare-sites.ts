import { parseArgs } from 'node:util';
import { InvalidDataError } from '#model/parse.ts';
import { readFiles } from '../test/site/files.ts';
import { Page } from '../test/site/page.ts';
import { exitCodes, run } from './run.ts';

/** What may differ between two renders that say the same: names that the bundler makes of contents. */
const bundled = /^(_astro|pagefind)\//;

/**
 * Compares two rendered sites of the same content: their addresses, the visible text of each page, and
 * everything for programs byte for byte. For changes of the code that must change nothing for readers.
 *
 *     node scripts/compare-sites.ts BEFORE AFTER
 */
async function compareSites(): Promise<number> {
	const [before, after] = await Promise.all(readFolders().map(readFiles));
	if (!before || !after) throw new TypeError('Two folders were read, so there are two.');
	const findings = [
		...missing(before, after, 'is gone'),
		...missing(after, before, 'is new'),
		...[...before].flatMap(([path, content]) => compareFile(path, content, after.get(path))),
	];
	for (const finding of findings) console.log(finding);
	const pages = [...before.keys()].filter(isPage).length;
	const others = [...before.keys()].filter((path) => !bundled.test(path)).length - pages;
	console.log(
		`${String(findings.length)} differences in ${String(pages)} pages and ${String(others)} other files.`,
	);
	return findings.length === 0 ? exitCodes.fine : exitCodes.strict;
}

function readFolders(): string[] {
	const { positionals } = parseArgs({ allowPositionals: true });
	if (positionals.length === 2) return positionals;
	throw new InvalidDataError(
		`${String(positionals.length)} folders are named.\nExpected two rendered sites: node scripts/compare-sites.ts BEFORE AFTER`,
	);
}

type Files = ReadonlyMap<string, Buffer>;

function missing(from: Files, to: Files, word: string): string[] {
	return [...from.keys()]
		.filter((path) => !to.has(path) && !bundled.test(path))
		.map((path) => `${path} ${word}.`);
}

function isPage(path: string): boolean {
	return path.endsWith('.html');
}

function compareFile(path: string, before: Buffer, after: Buffer | undefined): string[] {
	if (!after || bundled.test(path) || before.equals(after)) return [];
	if (!isPage(path)) return [`${path} has other bytes.`];
	const [was, is] = [linesOf(path, before), linesOf(path, after)];
	return [
		...was.filter((line) => !is.includes(line)).map((line) => `${path} - ${line}`),
		...is.filter((line) => !was.includes(line)).map((line) => `${path} + ${line}`),
	];
}

/** What a reader sees: title, description, and the text of the whole page line by line, links with their addresses. */
function linesOf(path: string, content: Buffer): string[] {
	const page = new Page(path, content.toString('utf8'));
	const anchors = page.all('a[href]').map(({ properties }) => `link ${String(properties.href)}`);
	return [...page.lines, ...anchors];
}

await run(compareSites);

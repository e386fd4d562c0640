import { InvalidDataError } from '#model/parse.ts';
import { readFiles } from '../test/site/files.ts';
import { Page } from '../test/site/page.ts';
import { defineCommand, run } from './command.ts';
import { exitCodes } from './exit-codes.ts';

/** What may differ between two renders that say the same: names that the bundler makes of contents. */
const bundled = /^(_astro|pagefind)\//;

/** For changes of the code that must change nothing for readers. */
export const compare = defineCommand(
	{
		name: 'compare',
		does: 'Compares two rendered sites of the same content: addresses, visible text, other files byte for byte.',
		options: {
			before: { type: 'string', value: 'FOLDER', help: 'The site as it was.' },
			after: { type: 'string', value: 'FOLDER', default: 'dist', help: 'The site as it is.' },
		},
	},
	async (given, { print }) => {
		if (given.before === undefined) {
			throw new InvalidDataError(
				'--before is missing.\nExpected a folder with a rendered site: keep a copy of dist before you change the code.',
			);
		}
		const [before, after] = await Promise.all([readFiles(given.before), readFiles(given.after)]);
		const findings = [
			...missing(before, after, 'is gone'),
			...missing(after, before, 'is new'),
			...[...before].flatMap(([path, content]) => compareFile(path, content, after.get(path))),
		];
		for (const finding of findings) print(finding);
		const pages = [...before.keys()].filter(isPage).length;
		const others = [...before.keys()].filter((path) => !bundled.test(path)).length - pages;
		print(
			`${String(findings.length)} differences in ${String(pages)} pages and ${String(others)} other files.`,
		);
		return findings.length === 0 ? exitCodes.fine : exitCodes.strict;
	},
);

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

await run(import.meta.filename, compare);

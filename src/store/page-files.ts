import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PageFile } from '#core/publish/pages/addresses.ts';
import { findDeepLine } from '#core/base/nesting.ts';
import { InvalidDataError } from '#model/parse.ts';
import { listFiles } from './list-files.ts';
import { readUtf8 } from './utf8.ts';
import { parseYaml, type YamlFile } from './yaml-file.ts';

export const handbookPath = 'content/handbook';

/** As in `src/content.config.ts`: what begins with `_` or `.` is no page. */
const page = /^(?!\.|.*\/\.)(.*\/)?[^_/][^/]*\.mdx?$/s;

/** Paths of the pages below their folder, sorted. Without the folder there are none. */
export async function listPages(root: string): Promise<string[]> {
	return (await listFiles(join(root, handbookPath))).filter((path) => page.test(path));
}

/**
 * The pages of the handbook, in the order of their paths.
 *
 * @throws {InvalidDataError} that names each that is not UTF-8.
 */
export async function readPageFiles(root: string): Promise<PageFile[]> {
	const paths = await listPages(root);
	const unread: string[] = [];
	const files = paths.map(async (path) => {
		const bytes = await readFile(join(root, handbookPath, path));
		const text = readOr(unread, () => readUtf8(bytes, `${handbookPath}/${path}`));
		if (text === undefined) return [];
		const slug = /^slug: *["']?(.*?)["']? *\r?$/m.exec(head.exec(text)?.[1] ?? '')?.[1];
		return [{ path, slug, text, deepLine: findDeepLine(text) }];
	});
	const pages = (await Promise.all(files)).flat();
	if (unread.length > 0) throw new InvalidDataError(unread.toSorted().join('\n'));
	return pages;
}

function readOr(unread: string[], read: () => string): string | undefined {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof InvalidDataError)) throw error;
		unread.push(error.message);
		return undefined;
	}
}

/** What the pages say, without their front matter. */
export async function readPageTexts(root: string): Promise<string[]> {
	return (await readPageFiles(root)).map(({ text }) => withoutFrontMatter(text));
}

const head = /^\uFEFF?---(\r?\n(?:.*?\n)?)---/s;

/**
 * The front matter of a page, on the lines of its file, with days as Astro reads them. `undefined`: it has none.
 *
 * @throws {InvalidYamlError} when it is none.
 */
export function readFrontMatter({
	path,
	text,
}: Pick<PageFile, 'path' | 'text'>): YamlFile | undefined {
	const front = head.exec(text)?.[1];
	if (front === undefined) return undefined;
	return parseYaml(front, `${handbookPath}/${path}`, ['timestamp']);
}

/** The text of a page on the lines of its file, without its front matter. */
export function withoutFrontMatter(text: string): string {
	return text.replace(head, (front) => front.replaceAll(/[^\n]/g, ''));
}

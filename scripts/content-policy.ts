import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type AstroInlineConfig } from 'astro';
import { isSectionPrint } from '#core/publish/section-print.ts';
import { compareText } from '#model/order.ts';
import { InvalidDataError } from '#model/parse.ts';
import { listFiles } from '#store/list-files.ts';
import { noteKnownScripts, type KnownScripts } from './known-scripts.ts';
import { closeOutsideLinks } from './outside-links.ts';
import { findScripts } from './page-scripts.ts';
import { changePages } from './rendered-pages.ts';

/** Browsers read the encoding first, and nothing runs before the policy. */
const beginning = /<head(?:\s[^>]*)?>(?:\s*<meta charset=[^>]*>)?/i;

/**
 * Builds a site whose every page has a Content-Security-Policy, so that nothing runs there but the
 * scripts of this very build.
 *
 * @param complete Adds pages that are made of those that are built.
 * @param see Is shown each page as it is published, while others are still rendered.
 * @throws {InvalidDataError} when a page holds any other script, or an event handler in its HTML.
 */
export async function buildWithPolicy(
	config: AstroInlineConfig & { outDir: string },
	complete: () => Promise<void>,
	see: (file: string, html: string) => Promise<void>,
): Promise<void> {
	const known: KnownScripts = { texts: new Set(), folder: '' };
	const refused: Refused[] = [];
	const finished = new Set<string>();
	const finish = async (file: string, rendered: string) => {
		const { html, problems } = addPolicy(closeOutsideLinks(rendered), known);
		const page = `/${file}`.replace(/\/index\.html$/, '/');
		refused.push(...problems.map((problem) => ({ page, problem })));
		finished.add(file);
		await see(file, html);
		return html;
	};
	await build({ ...config, integrations: [noteKnownScripts(known), changePages(finish)] });
	await complete();
	for (const file of await listFiles(config.outDir)) {
		if (!file.endsWith('.html') || finished.has(file)) continue;
		const path = join(config.outDir, file);
		await writeFile(path, await finish(file, await readFile(path, 'utf8')));
	}
	refuse(refused);
}

/** What a page has that nobody may see. */
interface Refused {
	page: string;
	problem: string;
}

function refuse(refused: readonly Refused[]): void {
	if (refused.length === 0) return;
	const inOrder = refused.toSorted((a, b) => compareText(a.page, b.page));
	const lines = [...Map.groupBy(inOrder, ({ problem }) => problem)].map(
		([problem, on]) =>
			`✖ ${problem}\n  → on ${describePages(on.map(({ page }) => page).toSorted(writtenFirst))}`,
	);
	throw new InvalidDataError(
		[
			"The site has code that its Content-Security-Policy doesn't allow.",
			...lines,
			'Move the code into a <script> of a component in src, or remove it.',
		].join('\n'),
	);
}

/** A page for paper has what others have: nobody can mend it there. */
const writtenFirst = (a: string, b: string) =>
	Number(isSectionPrint(a)) - Number(isSectionPrint(b));

function describePages([page = '', ...others]: readonly string[]): string {
	return others.length === 0 ? page : `${page} and ${String(others.length)} more`;
}

/**
 * Writes its policy into a page, first of all in its head. It allows the inline scripts and styles that the page has.
 *
 * @returns the page, and in words what is wrong with it: then nobody may see it.
 */
export function addPolicy(page: string, known: KnownScripts): { html: string; problems: string[] } {
	const { inline, sources, handlers, styles } = findScripts(page);
	const policy = writePolicy(toHashes(inline), toHashes(styles));
	const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}"/>`;
	const html = page.replace(beginning, (start) => start + meta);
	const problems = [
		...inline
			.filter((text) => !known.texts.has(text))
			.map((text) => `Unknown script, beginning with ${JSON.stringify(text.trim().slice(0, 60))}`),
		...sources
			.filter((address) => !address.startsWith(known.folder))
			.map((address) => `Script that isn't from this build: ${address}`),
		...handlers.map((name) => `Event handler in HTML: ${name}`),
		...(html === page ? ['No <head>, so no place for the policy'] : []),
	];
	return { html, problems };
}

/** Hashes of attributes count only beside `unsafe-hashes`. It is not said of scripts: none may be an attribute. */
function writePolicy(scripts: readonly string[], styles: readonly string[]): string {
	return [
		"default-src 'none'",
		["script-src 'self' 'wasm-unsafe-eval'", ...scripts].join(' '),
		["style-src 'self' 'unsafe-hashes'", ...styles].join(' '),
		"img-src 'self' data:",
		"media-src 'self'",
		"connect-src 'self'",
		"worker-src 'self'",
		"base-uri 'none'",
		"form-action 'self'",
	].join(';');
}

function toHashes(texts: readonly string[]): string[] {
	return [...new Set(texts)].map(toHash).toSorted();
}

/** Browsers hash a text with the ends of its lines as they read them. */
function toHash(text: string): string {
	const read = text.replaceAll(/\r\n?/g, '\n');
	return `'sha256-${createHash('sha256').update(read).digest('base64')}'`;
}

import type { LocalMistake, PageParts } from '#core/publish/pages/page-parts.ts';
import { readPage } from '#markdown/read-page.ts';
import { InvalidDataError } from '#model/parse.ts';
import { describeSyntaxMistake } from './page-syntax.ts';

interface Source {
	text: string;
	path: string;
}

/** So many mistakes of one page are looked for. */
const most = 20;

/**
 * Reads a page, and what is left of one that is not valid MDX: each block with a mistake is told and left out,
 * until the rest can be read. What the rest uses may have been made in a block that is left out, so that nothing
 * is known of it then.
 *
 * @throws {InvalidDataError} when the page is nested too deeply to be read.
 */
export function readPageParts({ text, path }: Source): {
	parts: PageParts | undefined;
	mistakes: LocalMistake[];
} {
	const mistakes: LocalMistake[] = [];
	let [rest, removed] = [text, ''];
	for (let tries = 0; tries < most; tries++) {
		try {
			const parts = readPage({ text: rest, path });
			const isWhole = tries === 0;
			return {
				parts: isWhole ? parts : { ...parts, tags: [], names: [], ids: undefined },
				mistakes,
			};
		} catch (error) {
			if (error instanceof Error && error.cause instanceof InvalidDataError) throw error.cause;
			const mistake = describeSyntaxMistake(error, rest);
			if (!mistake) throw error;
			if (!isOfOther(mistake, rest, removed)) mistakes.push(mistake);
			const block = blockAt(rest.split('\n'), mistake.line ?? 1);
			removed += block.text;
			rest = block.rest;
		}
	}
	return { parts: undefined, mistakes };
}

/** Whether a tag lacks its other half only because that was in a block that is left out. */
function isOfOther({ what, line = 1 }: LocalMistake, text: string, removed: string): boolean {
	const [, opened] = /^opens <(.+?)>/.exec(what) ?? [];
	if (opened !== undefined) return removed.includes(`</${opened}`);
	if (!what.startsWith('closes a tag')) return false;
	const closed = [...(text.split('\n')[line - 1] ?? '').matchAll(/<\/([\w.]*)/g)];
	return closed.some(([, name = '']) => removed.includes(`<${name}`));
}

/** The lines without an empty one between them. In their place are empty ones. */
function blockAt(lines: readonly string[], line: number): { text: string; rest: string } {
	const isEmpty = (index: number) => (lines[index] ?? '').trim() === '';
	let [start, end] = [line - 1, line];
	while (start > 0 && !isEmpty(start - 1)) start--;
	while (end < lines.length && !isEmpty(end)) end++;
	return {
		text: lines.slice(start, end).join('\n'),
		rest: lines.map((one, index) => (index >= start && index < end ? '' : one)).join('\n'),
	};
}

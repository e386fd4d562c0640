import type { Place } from '#model/declared.ts';
import type { Addition, Edit } from '#core/inventory/check.ts';

/** The whole edit, with the text: `Replace line 14 of content/registry/projects.yaml with: - path: a/b` */
export function describeEdit(edit: Edit): string {
	if (edit.action === 'remove') return `${describeEditPlace(edit)}.`;
	// What is added keeps its indentation, so it begins a line.
	const joint = edit.action === 'replace' && !edit.text.includes('\n') ? ' ' : '\n';
	return `${describeEditPlace(edit)}:${joint}${edit.text}`;
}

/** What to do and where, for pages that show the text by itself: `Add after line 16 of …`. */
export function describeEditPlace(edit: Edit): string {
	switch (edit.action) {
		case 'replace':
			return `Replace ${describeLines(edit)} of ${edit.file} with`;
		case 'remove':
			return `Remove ${describeLines(edit)} of ${edit.file}`;
		case 'add':
			return edit.line === 0
				? `Add at the beginning of ${edit.file}`
				: `Add after line ${String(edit.line)} of ${edit.file}`;
	}
}

function describeLines({ line, end }: { line: number; end: number }): string {
	return line === end ? `line ${String(line)}` : `lines ${String(line)} to ${String(end)}`;
}

/**
 * An edit that replaces the lines of a key.
 *
 * @param more Keys that are added below it.
 * @returns `undefined` when the entry is not written so that the key has lines of its own.
 */
export function replaceKey(
	place: Place,
	key: string,
	value: string,
	more: Readonly<Record<string, string>> = {},
): Edit | undefined {
	const { file, indent, lines, ends } = place;
	const line = lines[key];
	if (indent === null || line === undefined) return undefined;
	const first = `${' '.repeat(indent)}${line === place.line ? '- ' : '  '}${key}: ${value}`;
	const rest = Object.entries(more).map((one) => toLine(indent, ...one));
	const text = [first, ...rest].join('\n');
	return { action: 'replace', file, line, end: ends[key] ?? line, text };
}

/** An edit that removes the lines of a key. `undefined`: it has none of its own, or the entry begins there. */
export function removeKey({ file, line: start, indent, lines, ends }: Place, key: string) {
	const line = lines[key];
	if (indent === null || line === undefined || line === start) return undefined;
	return { action: 'remove', file, line, end: ends[key] ?? line } satisfies Edit;
}

/**
 * An edit that gives a key a value: on its lines, else above the entry's last key. Below that, what
 * another edit adds after the entry could come between.
 *
 * @returns `undefined` when the entry is not written in lines.
 */
export function setKey(place: Place, key: string, value: string): Edit | undefined {
	const { file, indent, lines, ends } = place;
	if (key in lines) return replaceKey(place, key, value);
	if (indent === null) return undefined;
	const lasts = Object.entries(lines).map(([name, line]) => ends[name] ?? line);
	const line = lasts.toSorted((a, b) => a - b).at(-2) ?? place.end;
	return { action: 'add', file, line, text: toLine(indent, key, value) };
}

/** An edit that removes an entry. `undefined`: it is not written in lines of its own. */
export function removeEntry({ file, line, end, indent }: Place): Edit | undefined {
	return indent === null ? undefined : { action: 'remove', file, line, end };
}

/**
 * An edit that adds an entry to a list.
 *
 * @param values By key, in order.
 * @param neighbours The places of the entries before and after it.
 * @returns `undefined` when none of them is written in lines.
 */
export function addEntry(
	values: Readonly<Record<string, string>>,
	{ before, after }: { before: Place | undefined; after: Place | undefined },
): Addition | undefined {
	const style = [before, after].find((place) => place !== undefined && place.indent !== null);
	const line = before?.end ?? (after ? after.line - 1 : undefined);
	if (style?.indent == null || line === undefined) return undefined;
	const { file, indent } = style;
	const text = Object.entries(values)
		.map(([key, value], index) => toLine(indent, key, value, index === 0))
		.join('\n');
	return { action: 'add', file, line, text };
}

function toLine(indent: number, key: string, value: string, isFirst = false): string {
	return `${' '.repeat(indent)}${isFirst ? '- ' : '  '}${key}: ${value}`;
}

/** The part of a fix that changes the registry, if it can be told by its lines. */
export function withEdits(...edits: readonly (Edit | undefined)[]): { edits?: Edit[] } {
	const all = edits.filter((edit) => edit !== undefined);
	return all.length === edits.length && all.length > 0 ? { edits: all } : {};
}

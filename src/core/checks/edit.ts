import type { Place } from '#model/registry.ts';
import type { Edit } from './check.ts';

/** The whole edit, with the text: `Replace line 14 of content/registry/projects.yaml by: - path: a/b` */
export function describeEdit(edit: Edit): string {
	if (edit.action === 'remove') return `${describeEditPlace(edit)}.`;
	// What is added keeps its indentation, so it begins a line.
	const joint = edit.action === 'replace' && !edit.text.includes('\n') ? ' ' : '\n';
	return `${describeEditPlace(edit)}:${joint}${edit.text}`;
}

/** What to do and where, for pages that show the text by itself: `Add after line 16 of …`. */
export function describeEditPlace({ file, line, action }: Omit<Edit, 'text'>): string {
	switch (action) {
		case 'replace':
			return `Replace line ${String(line)} of ${file} by`;
		case 'remove':
			return `Remove line ${String(line)} of ${file}`;
		case 'add':
			if (line === null) return `Add at the end of ${file}`;
			return line === 0
				? `Add at the beginning of ${file}`
				: `Add after line ${String(line)} of ${file}`;
	}
}

/**
 * An edit that replaces the line of a key. `undefined`: it has no line of its own, so that nobody
 * can be told to replace that line.
 */
export function replaceKey(place: Place, key: string, value: string): { edit: Edit } | undefined {
	const line = findOwnLine(place, key);
	if (line === undefined) return undefined;
	const text = `${line === place.line ? '- ' : '  '}${key}: ${value}`;
	return { edit: { file: place.file, line, action: 'replace', text } };
}

/** An edit that removes the line of a key. `undefined`: it has none of its own, or the entry begins there. */
export function removeKey(place: Place, key: string): { edit: Edit } | undefined {
	const line = findOwnLine(place, key);
	if (line === undefined || line === place.line) return undefined;
	return { edit: { file: place.file, line, action: 'remove', text: '' } };
}

/**
 * An edit that gives a key a value: on its line, else after the entry's last line. `undefined`: the
 * entry is not written in lines.
 */
export function setKey(place: Place, key: string, value: string): { edit: Edit } | undefined {
	if (key in place.lines) return replaceKey(place, key, value);
	const lines = Object.values(place.lines);
	if (lines.length === 0 || new Set(lines).size < lines.length) return undefined;
	return { edit: { file: place.file, line: place.end, action: 'add', text: `  ${key}: ${value}` } };
}

/** The line on which nothing but that key stands. */
function findOwnLine({ lines }: Place, key: string): number | undefined {
	const line = lines[key];
	const sharing = Object.values(lines).filter((other) => other === line);
	return sharing.length === 1 ? line : undefined;
}

import { createCleaner } from './clean.ts';

const cleaner = createCleaner(undefined);
const named = 3;

/** `1 file`, `12 files`. */
export function countOf(count: number, word: string): string {
	return `${String(count)} ${word}${count === 1 ? '' : 's'}`;
}

/** The first paths by name, and how many more there are. */
export function listPaths(paths: readonly string[]): string {
	const first = paths.slice(0, named).map((path) => cleaner.line(path.toWellFormed()));
	const more = paths.length - first.length;
	return [...first, ...(more > 0 ? [`${String(more)} more`] : [])].join(', ');
}

import { createCleaner } from './clean.ts';

const cleaner = createCleaner(undefined);
const named = 3;

/** The first paths by name, and how many more there are. */
export function listPaths(paths: readonly string[]): string {
	const first = paths.slice(0, named).map((path) => cleaner.line(path));
	const more = paths.length - first.length;
	return [...first, ...(more > 0 ? [`${String(more)} more`] : [])].join(', ');
}

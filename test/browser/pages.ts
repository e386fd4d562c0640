import { readdir } from 'node:fs/promises';
import { sep } from 'node:path';

/** Old addresses send readers on at once: `test/site/redirects.test.ts` looks at them. */
const oldAddresses = '/handbook/';

/** Addresses of all rendered pages, below the base path: `/`, `/projects/`, `/404.html`. */
export async function findPages(dist: string): Promise<string[]> {
	const files = await readdir(dist, { recursive: true });
	return files
		.filter((file) => file.endsWith('.html'))
		.map((file) => `/${file.split(sep).join('/')}`.replace(/\/index\.html$/, '/'))
		.filter((path) => !path.startsWith(oldAddresses))
		.toSorted();
}

/**
 * Pages of one kind are made by the same code: those that the team writes, and those that are made
 * for each entry of a list, which lie below the page of the list.
 */
export function kindOf(path: string, pages: readonly string[]): string {
	if (path === '/' || path === '/404.html') return path;
	const list = path.replace(/^(\/[^/]+\/).*$/, '$1');
	return path.split('/').length > 4 && pages.includes(list) ? `${list}*` : 'written';
}

/** Of each kind the shortest page, an ordinary one, and the longest. */
export function pickPages(lengths: ReadonlyMap<string, number>): string[] {
	const pages = [...lengths.keys()];
	const kinds = Object.values(Object.groupBy(pages, (path) => kindOf(path, pages)));
	return kinds.flatMap((paths = []) => {
		const byLength = paths.toSorted((a, b) => lengths.get(a)! - lengths.get(b)!);
		const picked = [byLength[0]!, byLength[byLength.length >> 1]!, byLength.at(-1)!];
		return [...new Set(picked)];
	});
}

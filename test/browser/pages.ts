import { existsSync, globSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { readRegistry } from '#store/registry.ts';
import { teams } from '../fixtures/teams.ts';

const root = join(import.meta.dirname, '../..');

/** They send readers on at once: `test/site/redirects.test.ts` looks at them. */
const { redirects } = await readRegistry(teams.kettle);
const oldAddresses = new Set(redirects.flatMap(({ from }) => from));

/** Addresses of all rendered pages, below the base path: `/`, `/projects/`, `/404.html`. What holds others of them is none. */
export async function findPages(dist: string): Promise<string[]> {
	const files = await readdir(dist, { recursive: true });
	return files
		.filter((file) => file.endsWith('.html'))
		.map((file) => `/${file.split(sep).join('/')}`.replace(/\/index\.html$/, '/'))
		.filter(
			(path) => !oldAddresses.has(path.replace(/\.html$/, '.html/')) && !path.startsWith('/print/'),
		)
		.toSorted();
}

/** Folders whose pages are made for each entry of a list: `/projects/`, `/roadmap/milestones/`. */
const listFolders = globSync('src/pages/**/*].astro', { cwd: root })
	.map((file) =>
		file
			.split(sep)
			.join('/')
			.replace(/^src\/pages(\/.*\/)[^/]+$/, '$1'),
	)
	.toSorted((a, b) => b.length - a.length);

/**
 * Pages of one kind are made by the same code: those that the team writes, and those that are made
 * for each entry of a list.
 */
function kindOf(path: string): string {
	if (path === '/' || path === '/404.html') return path;
	const folder = listFolders.find((one) => path.startsWith(one) && path !== one);
	return folder === undefined || isWritten(path) ? written : folder;
}

const written = 'written';

function isWritten(path: string): boolean {
	const page = join(teams.kettle, 'content/handbook', path);
	return existsSync(`${page.replace(/[\\/]$/, '')}.mdx`) || existsSync(join(page, 'index.mdx'));
}

/** Of each kind the shortest page and the longest, and of what the team writes an ordinary one. */
export function pickPages(lengths: ReadonlyMap<string, number>): string[] {
	const kinds = Map.groupBy(lengths.keys(), kindOf);
	return [...kinds].flatMap(([kind, paths]) => {
		const [shortest, ordinary, longest] = pickThree(paths, lengths);
		return [...new Set(kind === written ? [shortest, ordinary, longest] : [shortest, longest])];
	});
}

/** All pages that the team writes, and of those that are made for each entry of a list three. */
export async function findPagesOfEachKind(dist: string): Promise<string[]> {
	const paths = await findPages(dist);
	const lengths = new Map(paths.map((path) => [path, statSync(fileOf(dist, path)).size]));
	const kinds = Map.groupBy(paths, kindOf);
	return [...kinds].flatMap(([kind, some]) =>
		kind === written ? some : [...new Set(pickThree(some, lengths))],
	);
}

function fileOf(dist: string, path: string): string {
	return join(dist, path.endsWith('/') ? `${path}index.html` : path);
}

/** The shortest, an ordinary one, and the longest. */
function pickThree(
	paths: readonly string[],
	lengths: ReadonlyMap<string, number>,
): [string, string, string] {
	const byLength = paths.toSorted((a, b) => lengths.get(a)! - lengths.get(b)!);
	return [byLength[0]!, byLength[byLength.length >> 1]!, byLength.at(-1)!];
}

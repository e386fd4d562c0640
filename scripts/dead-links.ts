import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { findDeadLinks, type SiteLink, type Target } from '#core/publish/pages/links.ts';
import { refuse } from './handbook-pages.ts';

/**
 * Holds links against the rendered site, where pages of data and ids of blocks are.
 *
 * @throws {InvalidDataError} that names each link that leads nowhere.
 */
export async function refuseDeadLinks(dist: string, links: readonly SiteLink[]): Promise<void> {
	const targets = await readTargets(dist, links);
	refuse({ mistakes: findDeadLinks(links, (path) => targets.get(path)) });
}

/** What the rendered site has of what is linked to, by its path. Each file is read once. */
export async function readTargets(
	dist: string,
	links: readonly Pick<SiteLink, 'path'>[],
): Promise<Map<string, Target>> {
	const paths = [...new Set(links.map(({ path }) => path))];
	const found = await Promise.all(paths.map((path) => readTarget(dist, path)));
	return new Map(
		paths.flatMap((path, index) => {
			const target = found[index];
			return target ? [[path, target] as const] : [];
		}),
	);
}

async function readTarget(dist: string, path: string): Promise<Target | undefined> {
	const file = join(dist, path);
	const entry = await stat(file).catch(() => undefined);
	if (!entry) return undefined;
	const page = entry.isDirectory() ? join(file, 'index.html') : file;
	if (!page.endsWith('.html')) return { ids: undefined };
	const html = await readFile(page, 'utf8').catch(() => undefined);
	if (html === undefined) return undefined;
	return { ids: new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id)) };
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ServedSite } from './serve.ts';
import type { Visit } from './visit.ts';

/** Links within the site that lead to no page, file or part of a page: `/team/ → /nowhere/`. */
export function findDeadLinks(visits: readonly Visit[], site: ServedSite, dist: string): string[] {
	const visitOf = new Map(visits.map((visit) => [visit.path, visit]));
	return visits.flatMap(({ path, links }) =>
		[...new Set(links)]
			.filter((link) => link.startsWith(`${site.origin}/`))
			.filter((link) => !leadsSomewhere(new URL(link), site, dist, visitOf))
			.map((link) => `${path} → ${link.slice(site.origin.length)}`),
	);
}

function leadsSomewhere(
	{ origin, pathname, hash }: URL,
	site: ServedSite,
	dist: string,
	visitOf: ReadonlyMap<string, Visit>,
): boolean {
	const root = site.urlOf('/');
	if (!(origin + pathname).startsWith(root)) return false;
	const path = decodeURIComponent(`/${(origin + pathname).slice(root.length)}`);
	const visit = visitOf.get(path);
	if (hash !== '') return visit?.ids.has(decodeURIComponent(hash.slice(1))) ?? false;
	// A folder without a slash at its end is no address: it costs readers a redirect.
	return (
		visit !== undefined || (!path.endsWith('/') && existsSync(join(dist, path)) && isFile(path))
	);
}

function isFile(path: string): boolean {
	return /\.\w+$/.test(path);
}

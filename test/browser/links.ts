import { LinkChecker, LinkState } from 'linkinator';
import type { ServedSite } from './serve.ts';
import type { Visit } from './visit.ts';

/** Links within the site that lead to no page, file or part of a page: `/team/ → /nowhere/`. */
export async function findDeadLinks(visits: readonly Visit[], site: ServedSite): Promise<string[]> {
	const { links } = await new LinkChecker().check({
		path: visits.map(({ path }) => site.urlOf(path)),
		checkFragments: true,
		linksToSkip: (link) => Promise.resolve(!link.startsWith(`${site.origin}/`)),
	});
	const broken = links.filter(({ state }) => state === LinkState.BROKEN);
	if (links.length <= visits.length) throw new Error('No links were found to follow.');
	return [
		...broken.map(({ parent, url }) => `${String(parent)} → ${url}`),
		...findLinksWithoutSlash(visits, site),
	];
}

/** A folder without a slash at its end is no address: it costs readers a redirect. */
function findLinksWithoutSlash(visits: readonly Visit[], site: ServedSite): string[] {
	return visits.flatMap(({ path, links }) =>
		[...new Set(links)]
			.filter((link) => link.startsWith(`${site.origin}/`))
			.filter((link) => !/(\/|\.\w+)$/.test(new URL(link).pathname))
			.map((link) => `${path} → ${link}`),
	);
}

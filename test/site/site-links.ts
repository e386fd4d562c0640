import { findDeadLinks, toSiteLink } from '#core/publish/pages/links.ts';
import { readTargets } from '../../scripts/dead-links.ts';
import { attributeOf } from './page.ts';
import type { ReadSite } from './read-site.ts';

/** Every link of a site at the root of its host, and those that lead nowhere. */
export async function checkLinks({ pages, dist }: ReadSite) {
	const links = pages.flatMap((page) => {
		const from = { file: page.path, from: page.path, isElsewhere: () => false };
		return page
			.all('a[href^="/"], a[href^="#"]')
			.flatMap(
				(link) => toSiteLink({ address: attributeOf(link, 'href') ?? '', line: 1 }, from) ?? [],
			);
	});
	const targets = await readTargets(dist, links);
	return { links, dead: findDeadLinks(links, (path) => targets.get(path)) };
}

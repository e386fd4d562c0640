import { findNearest } from '#core/base/nearest.ts';
import { orUndefined } from '#core/base/or-undefined.ts';
import { addressOf } from './addresses.ts';
import type { PageMistake } from './mistake.ts';

/** A link to a page or a file of this site. */
export interface SiteLink {
	/** From the checkout, with the line. */
	file: string;
	line: number;
	/** Without the path below which the site is published: `/projects/`. */
	path: string;
	/** What follows the "#". Empty: the link has none. */
	part: string;
}

/** What an address leads to. */
export interface Target {
	/** `undefined`: it is not known. */
	ids: ReadonlySet<string> | undefined;
	/** Only development shows it. */
	isDraft?: boolean;
}

const host = 'https://handbook.invalid';

/**
 * A link of a page as what it leads to. `undefined`: it leads elsewhere.
 *
 * @param from The page's address: `/work/health/`.
 */
export function toSiteLink(
	{ address, line }: { address: string; line: number },
	{ file, from, isElsewhere }: { file: string; from: string; isElsewhere: (a: string) => boolean },
): SiteLink | undefined {
	if (isElsewhere(address) || !URL.canParse(address, host + from)) return undefined;
	const { origin, pathname, hash } = new URL(address, host + from);
	if (origin !== host) return undefined;
	return { file, line, path: decodeAddress(pathname), part: decodeAddress(hash.slice(1)) };
}

/** @param targetOf What is at a path. `undefined`: nothing. */
export function findDeadLinks(
	links: readonly SiteLink[],
	targetOf: (path: string) => Target | undefined,
	places: readonly string[] = [],
): PageMistake[] {
	return links.flatMap(({ file, line, path, part }) => {
		const target = targetOf(path);
		if (target?.isDraft) {
			const what = `links to ${path}, which is a draft. Expected a page that is published`;
			return { file, line, what, advice: 'Remove the link, or draft: true from that page.' };
		}
		if (!target) {
			const nearest = findPlaceOfFile(path, places) ?? findNearest(path, places);
			const isFile = /\.(?!mdx?$|html?$)\w+$/.test(path);
			const thing = isFile ? 'file' : 'page';
			const expected =
				nearest ??
				(isFile ? 'a file of public' : 'an address of this site, with a slash at its end');
			return {
				file,
				line,
				what: `links to ${path}, but there is no such ${thing}. Expected ${expected}`,
				advice: isFile
					? 'Correct the address: that of a file of public begins with "/". A picture beside the page is written ![what it shows](./picture.png).'
					: 'Correct the address, or restore the page. The old address of a page that has moved goes into content/registry/redirects.yaml.',
			};
		}
		const { ids } = target;
		if (part === '' || part === 'top' || part === '_top' || part.startsWith(':~:')) return [];
		if (!ids || ids.has(part)) return [];
		const nearest = findNearest(part, ids);
		const expected = nearest === undefined ? 'a heading of that page' : `#${nearest}`;
		return {
			file,
			line,
			what: `links to ${path}#${part}, and that page has no such part. Expected ${expected}`,
			advice: 'Correct what follows "#": a heading\'s words in small letters, with hyphens.',
		};
	});
}

/** Where the page is published that a link names by its file, from wherever: `../work/Health.mdx`. */
function findPlaceOfFile(path: string, places: readonly string[]): string | undefined {
	if (!/\.mdx?$/.test(path)) return undefined;
	const address = `${addressOf({ path, slug: undefined })}/`;
	const named = places.filter((place) => place.endsWith(`/${address.split('/').at(-2) ?? ''}/`));
	return named.find((place) => address.endsWith(place)) ?? named[0];
}

/** An address as people write it. What is no right encoding stays. */
export function decodeAddress(text: string): string {
	return orUndefined(() => decodeURIComponent(text)) ?? text;
}

import type { StarlightRouteData } from '@astrojs/starlight/route-data';

export type Entry = StarlightRouteData['sidebar'][number];
export type Link = Extract<Entry, { type: 'link' }>;

/** The pages that an entry of the sidebar holds, in their order. */
export function linksOf(entry: Entry): Link[] {
	return entry.type === 'link' ? [entry] : entry.entries.flatMap(linksOf);
}

import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import type { Entry } from './sidebar-links.ts';

/**
 * Takes the place of `klona`, by which Starlight copies what it knows of a page, the names of all pages in
 * its sidebar among it, before the steps of its route data change that.
 *
 * Our steps put something new in place of what they change, so the links stay one for all pages. Groups
 * are each page's own: Starlight remembers of a group whether the page is in it.
 */
export function klona<Data extends Partial<StarlightRouteData>>(data: Data): Data {
	return { ...data, sidebar: data.sidebar?.map(copyGroups) };
}

function copyGroups(entry: Entry): Entry {
	return entry.type === 'link' ? entry : { ...entry, entries: entry.entries.map(copyGroups) };
}

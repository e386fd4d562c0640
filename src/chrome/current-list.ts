import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { href } from '#href.ts';
import type { Entry } from './sidebar-links.ts';

/** A page of a project, an issue or a milestone is not in the sidebar: the list that has it is marked. */
export const onRequest = defineRouteMiddleware(({ locals: { starlightRoute: route } }) => {
	const { list } = route.entry.data;
	if (list !== undefined) route.sidebar = markCurrent(route.sidebar, href(`/${list.slice(1)}`));
});

/** Links are one for all pages, so the marked one is new. */
export function markCurrent(entries: readonly Entry[], address: string): Entry[] {
	return entries.map((entry) =>
		entry.type === 'group'
			? { ...entry, entries: markCurrent(entry.entries, address) }
			: entry.href === address
				? { ...entry, isCurrent: true }
				: entry,
	);
}

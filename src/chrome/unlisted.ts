import type { StarlightRouteData } from '@astrojs/starlight/route-data';

/** Whether a page is for those alone who are led there: that for addresses that lead nowhere, and what no search lists. */
export function isUnlisted({ entry, head }: Pick<StarlightRouteData, 'entry' | 'head'>): boolean {
	return (
		entry.id === '404' ||
		head.some(({ attrs }) => attrs?.name === 'robots' && attrs.content === 'noindex')
	);
}

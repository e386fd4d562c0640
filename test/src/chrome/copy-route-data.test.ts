import { expect, test } from 'vitest';
import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import { klona } from '../../../src/chrome/copy-route-data.ts';

type Entry = StarlightRouteData['sidebar'][number];

const link: Entry = {
	type: 'link',
	label: 'Planning',
	href: '/work/planning/',
	isCurrent: false,
	badge: undefined,
	attrs: {},
};
const inner: Entry = {
	type: 'group',
	label: 'b',
	entries: [link],
	collapsed: true,
	badge: undefined,
};
const group: Entry = {
	type: 'group',
	label: 'a',
	entries: [link, inner],
	collapsed: true,
	badge: undefined,
};

test('of the route data, each page has groups of its own, and all have the same links', () => {
	const all: Partial<StarlightRouteData> = { siteTitle: 'A handbook', sidebar: [link, group] };
	const copy = klona(all);
	expect(copy).toEqual(all);
	expect(copy).not.toBe(all);
	const [sameLink, ownGroup] = copy.sidebar ?? [];
	expect(sameLink).toBe(link);
	expect(ownGroup).not.toBe(group);
	const entries = ownGroup?.type === 'group' ? ownGroup.entries : [];
	expect(entries[0]).toBe(link);
	expect(entries[1]).toEqual(inner);
	expect(entries[1]).not.toBe(inner);
});

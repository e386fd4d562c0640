import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { listsOf } from '#core/publish/pages/block-lists.ts';
import { blocksIn } from '#core/publish/pages/block-pages.ts';

const blocks = readdirSync(new URL('../../../../../src/blocks', import.meta.url), {
	recursive: true,
})
	.map(String)
	.filter((file) => file.endsWith('.astro'))
	.map((file) => basename(file, '.astro'))
	.toSorted();

/** They show the registry, the snapshot as a whole, or a day that is past. */
const without = [
	'AboutData',
	'Contact',
	'Exemptions',
	'Jobs',
	'NearPages',
	'PlanLabel',
	'PlanValue',
	'RegistryReference',
	'Rule',
	'SnapshotOfDay',
	'Stories',
	'Subscribe',
];

test('every block says which lists it shows, and is said to show none otherwise', () => {
	expect(blocks.filter((block) => listsOf([block]).length === 0)).toEqual(without);
});

test('a page shows the lists of all its blocks, once each, in the order of the snapshot', () => {
	const page = `import Timeline from '#blocks/Timeline.astro';
import Tools from '#blocks/ToolVersions.astro';
import People from '#blocks/People.astro';

<Timeline />
<Tools />
`;
	expect(listsOf(blocksIn(page))).toEqual(['projects', 'milestones']);
	expect(listsOf([], ['groups-visible'])).toEqual(['groups']);
});

import { expect, test } from 'vitest';
import { findFeeds } from '#core/publish/feeds/addresses.ts';
import { aDeclaredConsumer, aRegistry, planRules } from '../../../../builders.ts';

const noPlan = { ...planRules(), groupLabels: [] };

test.each([
	{ who: 'with a plan', registry: {}, feeds: ['changes', 'milestones'] },
	{
		who: 'with consumers alone',
		registry: { plan: noPlan, consumers: [aDeclaredConsumer()] },
		feeds: ['changes'],
	},
	{ who: 'with neither', registry: { plan: noPlan, consumers: [] }, feeds: [] },
])('a team $who has the feeds $feeds', ({ registry, feeds }) => {
	expect(findFeeds(aRegistry(registry))).toEqual(feeds);
});

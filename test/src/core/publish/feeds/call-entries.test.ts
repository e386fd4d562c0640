import { parseFeed } from '@rowanmanning/feed-parser';
import { expect, test } from 'vitest';
import { findCallChanges } from '#core/consumers/call-changes.ts';
import { toCallEntries } from '#core/publish/feeds/call-entries.ts';
import { renderChangesAtom } from '#core/publish/feeds/changes-atom.ts';
import { aDeclaredConsumer, anApi, aSite, pulledAt, someCalls } from '../../../../builders.ts';

const consumers = [aDeclaredConsumer({ path: 'example/consumer', name: 'Example consumer' })];

function callsOn(day: string, commit: string, endpoints: string[]) {
	return someCalls({
		day,
		consumers: { 'example/consumer': { commit, partial: false, endpoints, unmapped: [] } },
	});
}

const history = [
	callsOn('2026-11-20', 'a'.repeat(40), ['list-cars']),
	callsOn('2026-11-23', 'b'.repeat(40), ['crank-car']),
];

test('what a consumer calls since a day, and calls no more, is an entry each', () => {
	const entries = toCallEntries(
		findCallChanges(history, { consumers, api: anApi() }),
		(path) => `https://pages.example.com${path}`,
	);
	const feed = parseFeed(
		renderChangesAtom({
			site: aSite(),
			about: { pulledAt, sample: false },
			entries,
			knownSince: null,
			addressOf: (path) => `https://pages.example.com${path}`,
			changesPage: undefined,
		}),
	);
	expect(feed.items.map(({ title, categories }) => [title, categories[1]?.term])).toEqual([
		['Example consumer no longer calls GET /cars (List the cars).', 'stops-calling'],
		[
			'Example consumer now calls POST /cars/:id/crank (Crank a car), which is deprecated.',
			'starts-calling',
		],
	]);
	expect(feed.items[0]).toMatchObject({
		id: 'tag:gitlab.example.com,2026:example/handbook/calls/2026-11-23/example%2Fconsumer/list-cars/stops-calling',
		content:
			'<p>Read in the source of example/consumer at commit bbbbbbbbbbbb. Changed since 2026-11-20.</p>',
	});
	expect(feed.items[0]!.url).toContain('https://pages.example.com/consumers/example/consumer/');
});

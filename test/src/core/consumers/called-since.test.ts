import { describe, expect, test } from 'vitest';
import { findCalledSince } from '#core/consumers/called-since.ts';
import { aCommit, anEndpoint, someCalls } from '../../../builders.ts';

const path = 'example/consumer';
const other = 'decade00'.repeat(5);

type Kept = Partial<{ commit: string; partial: boolean; endpoints: string[]; unmapped: string[] }>;

/** A day of November. Without calls: the consumer's source was not read. */
function on(day: number, kept?: Kept) {
	const calls = {
		commit: String(day).padStart(40, '0'),
		partial: false,
		endpoints: [],
		unmapped: [],
	};
	return someCalls({
		day: `2026-11-${String(day).padStart(2, '0')}`,
		consumers: kept ? { [path]: { ...calls, ...kept } } : {},
	});
}

const called = { endpoints: ['list-cars'] };

describe('since when a consumer calls an endpoint', () => {
	test.each([
		{ why: 'nothing was kept', days: [], since: undefined },
		{
			why: 'all that was kept calls it',
			days: [on(9, called), on(16, called)],
			since: 9,
			atLeast: true,
		},
		{
			why: 'a day before did not',
			days: [on(2, {}), on(9, called), on(16, called)],
			since: 9,
			atLeast: false,
		},
		{ why: 'it does not any more', days: [on(9, called), on(16, {})], since: undefined },
		{
			why: 'it did, did not, and does again',
			days: [on(2, called), on(9, {}), on(16, called)],
			since: 16,
			atLeast: false,
		},
		{
			why: 'a day without a reading says nothing',
			days: [on(2, called), on(9), on(16, called)],
			since: 2,
			atLeast: true,
		},
		{
			why: 'a day that was read in part says nothing of what is missing',
			days: [on(2, called), on(9, { partial: true }), on(16, called)],
			since: 2,
			atLeast: true,
		},
		{
			why: 'a part of the source is enough to see a call',
			days: [on(2, {}), on(9, { ...called, partial: true }), on(16, called)],
			since: 9,
			atLeast: false,
		},
		{
			why: 'the same commit had the same calls, before they were looked for',
			days: [on(2, {}), on(9, { commit: aCommit }), on(16, { commit: aCommit, ...called })],
			since: 9,
			atLeast: false,
		},
		{
			why: 'something else was looked for before, so that nobody can tell',
			days: [
				{ ...on(2, {}), lookedFor: 'a' },
				{ ...on(9, called), lookedFor: 'b' },
			],
			since: 9,
			atLeast: true,
		},
		{
			why: 'the registry did not know the endpoint yet',
			days: [
				on(2, {}),
				on(9, { unmapped: ['Cars.ListCars'] }),
				on(16, { commit: other, ...called }),
			],
			since: 9,
			atLeast: false,
		},
		{
			why: 'the registry did not know the path yet',
			days: [on(2, {}), on(9, { unmapped: ['GET /cars'] }), on(16, called)],
			since: 9,
			atLeast: false,
		},
	])('$why', ({ days, since, atLeast }) => {
		const found = findCalledSince(days.toReversed(), path, anEndpoint());
		expect(found).toEqual(
			since === undefined
				? undefined
				: { day: `2026-11-${String(since).padStart(2, '0')}`, isAtLeast: atLeast },
		);
	});

	test('whatever the case of its path', () => {
		expect(findCalledSince([on(9, called)], 'Example/Consumer', anEndpoint())?.day).toBe(
			'2026-11-09',
		);
	});
});

import { describe, expect, test } from 'vitest';
import { describeAgeOn, describeShown } from '#core/words/inventory-words.ts';

describe('an age counts days up to the snapshot’s, whatever the time', () => {
	test.each([
		{ instant: '2026-11-23T23:59:59Z', words: 'today' },
		{ instant: '2026-11-22T23:59:59Z', words: '1 day ago' },
		{ instant: '2026-11-01T00:00:00Z', words: '22 days ago' },
		{ instant: '2025-10-01T00:00:00Z', words: '1 year ago' },
		{ instant: '2026-11-24T00:00:00Z', words: 'today' },
	])('$instant: $words', ({ instant, words }) => {
		expect(describeAgeOn(instant, '2026-11-23')).toBe(words);
	});
});

test.each([
	{ shown: 12, total: 36, sort: 'registry' as const, words: '12 of 36 projects' },
	{ shown: 0, total: 36, sort: 'name' as const, words: '0 of 36 projects, by name' },
	{
		shown: 1,
		total: 1,
		sort: 'oldest-release' as const,
		words: '1 of 1 project, oldest release first',
	},
	{
		shown: 3,
		total: 36,
		sort: 'newest-activity' as const,
		filters: ['Fail a check', 'Go'],
		words: '3 of 36 projects (Fail a check, Go), newest activity first',
	},
])('$words', ({ shown, total, sort, filters, words }) => {
	expect(describeShown(shown, total, sort, filters)).toBe(words);
});

import { expect, test } from 'vitest';
import { describeImpact } from '#components/consumers/impact-words.ts';

test.each([
	{
		counts: { chosen: 0, total: 36, breaking: 2, unknown: 0 },
		words: 'For all 36 endpoints: 2 consumers break.',
	},
	{
		counts: { chosen: 1, total: 36, breaking: 1, unknown: 3 },
		words: 'For 1 chosen endpoint: 1 consumer breaks, and 3 more may.',
	},
	{
		counts: { chosen: 2, total: 36, breaking: 0, unknown: 1 },
		words: 'For 2 chosen endpoints: no consumer breaks, as far as we know, but 1 may.',
	},
])('$words', ({ counts, words }) => {
	expect(describeImpact(counts)).toBe(words);
});

import { describe, expect, test } from 'vitest';
import { describeAge } from '#core/words/ages.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('an age in words', () => {
	test.each([
		{ ageMs: -3 * hour, words: 'just now', why: 'a clock that is wrong' },
		{ ageMs: minute - 1, words: 'just now', why: 'under a minute' },
		{ ageMs: minute, words: '1 minute ago', why: 'one is singular' },
		{ ageMs: hour - 1, words: '59 minutes ago', why: 'cut, not rounded' },
		{ ageMs: 2 * hour, words: '2 hours ago', why: 'the largest unit' },
		{ ageMs: day, words: '1 day ago', why: 'not "yesterday"' },
		{ ageMs: 30 * day, words: '30 days ago', why: 'under a twelfth of a year' },
		{ ageMs: 61 * day, words: '2 months ago', why: 'two twelfths' },
		{ ageMs: 365 * day - 1, words: '11 months ago', why: 'not quite a year' },
		{ ageMs: 365 * day, words: '1 year ago', why: 'a year' },
	])('$ageMs ms is "$words": $why', ({ ageMs, words }) => {
		expect(describeAge(ageMs)).toBe(words);
	});
});

import { describe, expect, test } from 'vitest';
import {
	checkChoicesOf,
	checksWordings,
	sumWordings,
} from '#components/inventory/inventory-checks.ts';

const none = { holds: 0, broken: 0, unknown: 0, exempt: 0 };

describe('the checks of a project in words, and the choices that it fits', () => {
	test.each([
		{ counts: { holds: 9 }, words: ['good: All 9 hold'], choices: ['holds'] },
		{ counts: { holds: 1 }, words: ['good: 1 holds'], choices: ['holds'] },
		{
			counts: { holds: 6, broken: 2, unknown: 1 },
			words: ['bad: 2 broken', 'quiet: 1 unknown'],
			choices: ['broken', 'unknown'],
		},
		{
			counts: { broken: 1, exempt: 1 },
			words: ['bad: 1 broken', 'quiet: 1 exempt'],
			choices: ['broken', 'exempt'],
		},
		{ counts: { holds: 8, unknown: 1 }, words: ['quiet: 1 unknown'], choices: ['unknown'] },
		{ counts: {}, words: ['quiet: No check applies'], choices: [] },
	])('$words', ({ counts, words, choices }) => {
		const wordings = checksWordings({ ...none, ...counts });
		expect(wordings.map(({ word, tone }) => `${tone}: ${word}`)).toEqual(words);
		expect(checkChoicesOf({ ...none, ...counts })).toEqual(choices);
	});
});

describe('the sums', () => {
	test('count a project for each of its answers, and for "only that hold" without any other', () => {
		expect(
			sumWordings([
				{ ...none, holds: 5, broken: 2, unknown: 1 },
				{ ...none, holds: 5, broken: 1 },
				{ ...none, holds: 9 },
				none,
			]),
		).toEqual([
			{ word: '2 projects have a broken check', tone: 'bad' },
			{ word: '1 project has an unknown answer', tone: 'quiet' },
			{ word: '1 project has only checks that hold', tone: 'good' },
		]);
	});

	test('say that nothing is broken', () => {
		expect(sumWordings([{ ...none, exempt: 1 }])).toEqual([
			{ word: 'No project has a broken check', tone: 'good' },
			{ word: '1 project has an exempt check', tone: 'quiet' },
		]);
	});
});

import { describe, expect, test } from 'vitest';
import {
	checkChips,
	checkChoicesOf,
	checksWordings,
	describeFailing,
} from '#components/inventory/inventory-checks.ts';
import { countAnswers } from '#core/inventory/checks/run-checks.ts';
import type { Answer } from '#model/checks.ts';

/** One for each answer; the first is that of releases. */
const checksWith = (...answers: Answer[]) =>
	answers.map((answer, index) => ({ id: index === 0 ? 'release' : 'licence', answer }) as const);

describe('the checks of a project in words, and the chips that it fits', () => {
	test.each<{ answers: Answer[]; words: string[]; chips: string[] }>([
		{
			answers: ['holds', 'holds', 'holds'],
			words: ['good: All 3 pass'],
			chips: ['passes'],
		},
		{ answers: ['holds'], words: ['good: 1 passes'], chips: ['passes'] },
		{
			answers: ['holds', 'broken', 'broken', 'unknown'],
			words: ['bad: 2 fail', 'quiet: 1 not checked'],
			chips: ['fails', 'not-checked'],
		},
		{
			answers: ['broken', 'exempt'],
			words: ['bad: 1 fails', 'quiet: 1 exempt'],
			chips: ['fails', 'exempt', 'old-release'],
		},
		{
			answers: ['holds', 'unknown'],
			words: ['quiet: 1 not checked'],
			chips: ['not-checked'],
		},
		{ answers: [], words: ['quiet: No check applies'], chips: [] },
	])('$words', ({ answers, words, chips }) => {
		const wordings = checksWordings(countAnswers(checksWith(...answers)));
		expect(wordings.map(({ word, tone }) => `${tone}: ${word}`)).toEqual(words);
		expect(checkChoicesOf(checksWith(...answers))).toEqual(chips);
	});
});

describe('the chips', () => {
	const chipsOf = (...projects: Answer[][]) =>
		checkChips(projects.map((answers) => checksWith(...answers))).map(
			({ id, count }) => `${id} ${String(count)}`,
		);

	test('count a project for each that it fits', () => {
		expect(chipsOf(['holds', 'broken', 'unknown'], ['broken', 'holds'], ['holds'], [])).toEqual([
			'fails 2',
			'old-release 1',
			'not-checked 1',
			'passes 1',
		]);
	});

	test('say that nothing fails only where something was checked', () => {
		expect(chipsOf(['exempt'])).toEqual(['fails 0', 'exempt 1']);
		expect(chipsOf(['holds', 'unknown'])).toEqual(['fails 0', 'not-checked 1']);
		expect(chipsOf(['unknown'], [])).toEqual(['not-checked 1']);
		expect(chipsOf([])).toEqual([]);
	});
});

test.each<{ projects: Answer[][]; says: string | undefined }>([
	{ projects: [['broken'], ['holds', 'broken'], ['holds']], says: '2 of 3 projects fail a check' },
	{ projects: [['broken'], ['unknown']], says: '1 of 2 projects fails a check' },
	{ projects: [['holds'], []], says: 'No project fails a check' },
	{ projects: [['unknown'], []], says: undefined },
])('the inventory opens with how many fail: $says', ({ projects, says }) => {
	const chips = checkChips(projects.map((answers) => checksWith(...answers)));
	expect(describeFailing(chips, projects.length)?.sentence).toBe(says);
});

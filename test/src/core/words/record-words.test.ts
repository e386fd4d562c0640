import { describe, expect, test } from 'vitest';
import { describeAmount, describeOutcome, describeRecordDays } from '#core/words/record-words.ts';

describe('an amount', () => {
	test.each([
		{ of: [3, 8, 1] as const, count: '3 issues', points: '8 points, 1 with no weight' },
		{ of: [2, null, 2] as const, count: '2 issues', points: '2 with no weight' },
		{ of: [1, 0, 0] as const, count: '1 issue', points: '0 points' },
		{ of: [0, null, 0] as const, count: 'No issue', points: '' },
	])('of issues, points and not weighed $of is $count: $points', ({ of, count, points }) => {
		const [total, weight, notWeighed] = of;
		const amount = {
			count: { closed: 0, total },
			weight: weight === null ? null : { closed: 0, total: weight },
			notWeighed,
		};
		expect(describeAmount(amount)).toEqual({ count, points });
	});
});

describe('the days of a record', () => {
	const startDate = '2026-11-14';
	const result = { day: '2026-12-12', isFinal: true };

	test.each([
		{
			promise: { day: '2026-11-14' },
			says: 'Promised is what was planned on the day it started.',
		},
		{
			promise: { day: '2026-11-12' },
			says: 'Promised is what was planned on 12 November 2026, the first saved plan after its start.',
		},
		{ promise: null, says: 'We don’t know what was promised: no plan was saved at its start.' },
	])('say what was promised: $says', ({ promise, says }) => {
		expect(describeRecordDays({ promise, startDate, result })[0]).toBe(says);
	});

	test('say that nobody knows where GitLab has no start', () => {
		const [promised] = describeRecordDays({ promise: null, startDate: null, result: null });
		expect(promised).toMatch(/GitLab has no start date/);
	});

	test.each([
		{
			result,
			says: 'Delivered is what the plan of 12 December 2026 shows as closed by the cutoff.',
		},
		{
			result: { day: '2026-11-23', isFinal: false },
			says: 'Delivered is what was closed up to 23 November 2026: the cutoff is still to come.',
		},
		{ result: null, says: 'We don’t know what was delivered: no plan was saved at its cutoff.' },
	])('say what was delivered: $says', ({ result: given, says }) => {
		expect(describeRecordDays({ promise: null, startDate, result: given })[1]).toBe(says);
	});
});

test('what has become of an issue names the milestone to which it went', () => {
	const words = (['carried', 'brought-forward'] as const).map(
		(kind) => describeOutcome({ kind, to: '19.8' }).word,
	);
	expect(words).toEqual(['Carried to 19.8', 'Brought forward to 19.8']);
});

import { describe, expect, test } from 'vitest';
import { measureProgress } from '#core/plan/progress.ts';
import {
	describeCalendar,
	describeDaysAtRisk,
	describePoints,
	describeTimes,
} from '#core/words/plan-words.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import { anIssueOfDay, planRules } from '../../../builders.ts';

describe('points', () => {
	test.each([
		{ weights: [], words: 'no issue' },
		{ weights: [null, null], words: 'no issue has a weight' },
		{ weights: [0], words: '0 of 0 points' },
		{ weights: [5, 3], words: '0 of 8 points' },
		{ weights: [5, null], words: '0 of 5 points, 1 with no weight' },
		{ weights: [5, null, null], words: '0 of 5 points, 2 with no weight' },
	])('$weights: $words', ({ weights, words }) => {
		const issues = weights.map((weight) => anIssueOfDay({ weight }));
		expect(describePoints(measureProgress(issues))).toBe(words);
	});
});

test.each([
	{ count: 1, words: 'once' },
	{ count: 2, words: 'twice' },
	{ count: 3, words: '3 times' },
])('$words', ({ count, words }) => {
	expect(describeTimes(count)).toBe(words);
});

describe('the calendar', () => {
	const whole = planRules();
	const without = (...keys: (keyof PlanRules)[]): PlanRules => ({
		...whole,
		...Object.fromEntries(keys.map((key) => [key, undefined])),
	});

	test.each([
		{
			rules: whole,
			words:
				'Start, kickoff, cutoff and release of each milestone, the days on which its planning issue is due and its plan is final, and the retrospectives.',
		},
		{
			rules: without('planningIssues', 'retrospectiveDay'),
			words:
				'Start, kickoff, cutoff and release of each milestone, and the days on which its plan is final.',
		},
		{
			rules: without('kickoffDay', 'releaseDay', 'planningIssueDaysBefore', 'retrospectiveDay'),
			words: 'Start and cutoff of each milestone.',
		},
	])('has the days that the team has: $words', ({ rules, words }) => {
		expect(describeCalendar(rules)).toBe(words);
	});
});

test('days at risk are not known when nobody has ever said how an issue is', () => {
	expect([null, 0, 1, 12].map(describeDaysAtRisk)).toEqual([
		'not known: nobody set its health',
		'0 days',
		'1 day',
		'12 days',
	]);
});

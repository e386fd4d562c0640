import { describe, expect, test } from 'vitest';
import { findDay, kindsOf } from '#components/changes/changes-choice.ts';
import { planRules } from '../../../builders.ts';

describe('the day whose plan was seen at a visit', () => {
	const days = ['2026-11-02', '2026-11-09', '2026-11-16'];
	test.each([
		{ visit: '2026-11-16', day: '2026-11-16', why: 'it was seen' },
		{ visit: '2026-11-12', day: '2026-11-09', why: 'the kept day before' },
		{ visit: '2026-01-01', day: '2026-11-02', why: 'the first one there is' },
	])('$visit: $day, $why', ({ visit, day }) => {
		expect(findDay(visit, days)).toBe(day);
	});

	test('is none where no day is kept', () => {
		expect(findDay('2026-11-16', [])).toBeNull();
	});
});

test.each([
	{ why: 'all', rules: planRules(), without: [] },
	{
		why: 'none of commitments, where the plan has none',
		rules: { ...planRules(), deliverableLabel: undefined },
		without: ['committed', 'uncommitted'],
	},
	{
		why: 'none of priorities, where the plan has none',
		rules: { ...planRules(), priorities: [] },
		without: ['promoted', 'demoted'],
	},
])('of the kinds of changes are offered $why', ({ rules, without }) => {
	const offered = kindsOf(rules);
	expect(offered).toContain('carried');
	for (const kind of ['committed', 'uncommitted', 'promoted', 'demoted'] as const) {
		expect(offered.includes(kind), kind).toBe(!without.some((one) => one === kind));
	}
});

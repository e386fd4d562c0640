import { describe, expect, test } from 'vitest';
import { findPlanningIssue, isPlanningIssue, planningDay } from '#core/plan/planning-issues.ts';
import { aPlanningIssue, planRules } from '../../../builders.ts';

test.each([
	{ issue: {}, is: true, why: 'label and project' },
	{ issue: { labels: ['planning issue'] }, is: true, why: 'case does not matter' },
	{ issue: { labels: [] }, is: false, why: 'no label' },
	{ issue: { project: 'example/other' }, is: false, why: "another project's planning" },
])('is a planning issue: $is, $why', ({ issue, is }) => {
	expect(isPlanningIssue(aPlanningIssue(issue), planRules())).toBe(is);
});

test.each([
	{ title: 'Sprint 12', text: 'Planning of sprint 12', found: true },
	{ title: 'Sprint 1', text: 'Planning of sprint 12', found: false },
	{ title: 'Week of 3 December', text: 'Week of 3 December: plan', found: true },
	{ title: 'Week of 3 December', text: 'Week of 13 December: plan', found: false },
	{ title: '!', text: 'Plan!', found: false },
])('the planning issue of %"$title" is "$text": $found', ({ title, text, found }) => {
	const rules = planRules({ milestonePattern: '.' });
	expect(findPlanningIssue({ title }, [aPlanningIssue({ title: text })], rules) !== undefined).toBe(
		found,
	);
});

describe('the planning issue of 19.1', () => {
	const find = (...issues: Parameters<typeof aPlanningIssue>[0][]) =>
		findPlanningIssue(
			{ title: '19.1' },
			issues.map((issue, index) => aPlanningIssue({ iid: index + 1, ...issue })),
			planRules(),
		)?.iid;

	test('is the one in the milestone, before any that only names it', () => {
		expect(find({ title: 'Plan 19.1' }, { title: 'Plan', milestone: '19.1' })).toBe(2);
	});

	test.each([
		{ title: '19.1 planning', found: true },
		{ title: 'Plan for v19.1.', found: true },
		{ title: 'Plan for %"19.1"', found: true },
		{ title: 'Plan for 19.10', found: false },
		{ title: 'Plan for 19.1.2', found: false },
		{ title: 'Plan for 119.1', found: false },
		{ title: 'Plan for 2.19.1', found: false },
	])('is found by its title "$title": $found', ({ title, found }) => {
		expect(find({ title })).toBe(found ? 1 : undefined);
	});

	test.each([
		{ milestone: '19.2', found: false, why: 'it belongs to another milestone of the plan' },
		{ milestone: 'Backlog', found: true, why: 'no milestone of the plan' },
	])('is found by its title in %$milestone: $found, $why', ({ milestone, found }) => {
		expect(find({ title: '19.2, with the rest of 19.1', milestone })).toBe(found ? 1 : undefined);
	});

	test.each([
		{
			issues: [
				{ title: '19.2', milestone: '19.1' },
				{ title: '19.1', milestone: '19.1' },
			],
			why: 'the number in the title',
		},
		{
			issues: [{ title: '19.1', state: 'closed' }, { title: '19.1' }],
			why: 'opened',
		},
		{
			issues: [
				{ title: '19.1', iid: 9 },
				{ title: '19.1', iid: 2 },
			],
			why: 'the oldest',
		},
	])('of several is the second here: $why', ({ issues }) => {
		expect(find(...issues)).toBe(2);
	});
});

test('it is due 30 days before the start, on a day that nobody knows where there is none', () => {
	expect(planningDay('2027-01-16', planRules())).toBe('2026-12-17');
	expect(planningDay(null, planRules())).toBeNull();
});

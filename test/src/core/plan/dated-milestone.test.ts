import { describe, expect, test } from 'vitest';
import { dateMilestone } from '#core/plan/dated-milestone.ts';
import { aMilestone, planRules } from '../../../builders.ts';

const dated = aMilestone({ title: '19.7', startDate: '2026-11-14', dueDate: '2026-12-11' });
const daysOf = (startDate: string | null, dueDate: string | null) => {
	const milestone = aMilestone({ title: '19.8', startDate, dueDate });
	const { dates, fromGitlab } = dateMilestone(milestone, [dated, milestone], planRules());
	return { ...dates, fromGitlab };
};

describe('GitLab’s dates win over those that are worked out', () => {
	test.each([
		{
			given: ['2026-12-14', '2027-01-13'] as const,
			start: '2026-12-14',
			cutoff: '2027-01-13',
			why: 'both are GitLab’s',
		},
		{
			given: ['2026-12-14', null] as const,
			start: '2026-12-14',
			// The Friday before 21 January, the third Thursday.
			cutoff: '2027-01-15',
			why: 'the cutoff is worked out',
		},
		{
			given: [null, '2027-01-13'] as const,
			// The day after the cutoff before 17 December, the third Thursday.
			start: '2026-12-12',
			cutoff: '2027-01-13',
			why: 'the start is worked out',
		},
		{ given: [null, null] as const, start: '2026-12-12', cutoff: '2027-01-15', why: 'both are' },
	])('$why', ({ given: [startDate, dueDate], start, cutoff }) => {
		expect(daysOf(startDate, dueDate)).toMatchObject({
			start,
			cutoff,
			release: '2027-01-21',
			fromGitlab: { start: startDate !== null, cutoff: dueDate !== null },
		});
	});
});

test('where no milestone has dates, none can be worked out', () => {
	const milestone = aMilestone({ title: '19.8', startDate: null, dueDate: null });
	expect(dateMilestone(milestone, [milestone], planRules())).toEqual({
		title: '19.8',
		dates: { start: null, kickoff: null, scopeFinal: null, cutoff: null, release: null },
		fromGitlab: { start: false, cutoff: false },
		planningIssueDue: null,
	});
});

test('a planning issue is due 30 days before the start', () => {
	const milestone = aMilestone({ title: '19.8', startDate: '2027-01-16', dueDate: '2027-02-12' });
	const { planningIssueDue } = dateMilestone(milestone, [milestone], planRules());
	expect(planningIssueDue).toBe('2026-12-17');
});

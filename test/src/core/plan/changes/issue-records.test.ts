import { describe, expect, test } from 'vitest';
import { listIssueRecords, slippedIssues } from '#core/plan/changes/issue-records.ts';
import { recordMilestone } from '#core/plan/changes/milestone-record.ts';
import type { PlanOfDay } from '#model/history.ts';
import { toPlannedIssue } from '#core/plan/plan.ts';
import { anIssueOfDay, aPlanOfDay, planRules } from '../../../../builders.ts';

type Parts = Parameters<typeof anIssueOfDay>[0];
const rules = planRules();

/** A kept plan with one issue, or without it. */
function plan(day: string, parts: Parts | null, asked = ['19.5', '19.6', '19.7']): PlanOfDay {
	return aPlanOfDay({ day, asked, issues: parts === null ? [] : [anIssueOfDay(parts)] });
}
const recordOf = (...days: PlanOfDay[]) => listIssueRecords(days, rules)[0]!;

describe('an issue that moves from 19.5 to 19.6 and on to 19.7', () => {
	const record = recordOf(
		plan('2026-10-01', { milestone: '19.5', title: 'Old' }),
		plan('2026-10-09', { milestone: '19.5', title: 'Old' }),
		plan('2026-10-15', { milestone: '19.6', title: 'Old' }),
		plan('2026-11-18', { milestone: '19.7', title: 'New' }),
		plan('2026-11-23', { milestone: '19.7', title: 'New' }),
	);

	test('has slipped twice, each on the first day on which it was seen there', () => {
		expect(record.slips).toEqual([
			{ day: '2026-10-15', from: '19.5', to: '19.6' },
			{ day: '2026-11-18', from: '19.6', to: '19.7' },
		]);
	});

	test('was in each of them from the first to the last day on which it was seen', () => {
		expect(record.milestones).toEqual([
			{ milestone: '19.5', from: '2026-10-01', until: '2026-10-09' },
			{ milestone: '19.6', from: '2026-10-15', until: '2026-10-15' },
			{ milestone: '19.7', from: '2026-11-18', until: '2026-11-23' },
		]);
	});

	test('has its newest title and its changes, oldest first, since the day before each', () => {
		expect(record).toMatchObject({ title: 'New', latest: { milestone: '19.7', title: 'New' } });
		expect(record.changes.map(({ day, since, changes }) => [since, day, changes.length])).toEqual([
			['2026-10-09', '2026-10-15', 1],
			['2026-10-15', '2026-11-18', 2],
		]);
		expect(record.changes[1]!.changes.map(({ kind }) => kind)).toEqual(['carried', 'retitled']);
	});

	test('has the same record in whatever order the days come', () => {
		const days = ['2026-10-01', '2026-10-15', '2026-11-18'].map((day, at) =>
			plan(day, { milestone: ['19.5', '19.6', '19.7'][at]! }),
		);
		expect(recordOf(...days.toReversed())).toEqual(recordOf(...days));
	});
});

describe('a move between weeks, whose titles are no numbers', () => {
	const weekly = planRules({ milestonePattern: '^Week' });
	const milestones = [
		{
			title: 'Week of 7 December',
			startDate: '2026-12-07',
			dueDate: '2026-12-13',
			state: 'active',
		},
		{
			title: 'Week of 30 November',
			startDate: '2026-11-30',
			dueDate: '2026-12-06',
			state: 'active',
		},
	];
	const asked = milestones.map(({ title }) => title);
	const days = (...way: string[]) =>
		way.map((milestone, index) =>
			aPlanOfDay({
				day: `2026-12-0${String(index + 1)}`,
				milestones,
				asked,
				issues: [anIssueOfDay({ milestone })],
			}),
		);
	const [later, earlier] = ['Week of 7 December', 'Week of 30 November'];

	test.each([
		{ from: earlier, to: later, slips: 1, kind: 'carried' },
		{ from: later, to: earlier, slips: 0, kind: 'brought-forward' },
	])('from $from to $to is $kind', ({ from, to, slips, kind }) => {
		const [record] = listIssueRecords(days(from, to), weekly);
		expect(record!.slips).toHaveLength(slips);
		expect(record!.changes).toMatchObject([{ changes: [{ kind, from, to }] }]);
	});

	test('shows in the record of the week that it left', () => {
		const record = recordMilestone(earlier, days(earlier, later), weekly)!;
		expect(record.issues[0]!.outcome).toEqual({ kind: 'carried', to: later });
	});
});

describe('what counts as a slip', () => {
	test.each([
		{ way: ['19.7', '19.7'], slips: 0, why: 'it stays' },
		{ way: ['19.7', '19.6'], slips: 0, why: 'it is brought forward' },
		{ way: ['19.6', '19.5', '19.6'], slips: 1, why: 'it is brought forward, and carried again' },
		{ way: ['19.5', null, '19.7'], slips: 1, why: 'it was in no milestone in between' },
		{ way: ['19.5', null, '19.5'], slips: 0, why: 'it came back to the same' },
		{ way: [null, '19.5'], slips: 0, why: 'it was only proposed before' },
		{ way: ['19.9', '19.10', '20.0'], slips: 2, why: '19.10 follows 19.9' },
		{ way: ['Backlog', '19.7'], slips: 0, why: 'a milestone that is none of the plan' },
	])('$way: $slips, since $why', ({ way, slips }) => {
		const days = way.map((milestone, at) => plan(`2026-11-0${String(at + 1)}`, { milestone }));
		expect(recordOf(...days).slips).toHaveLength(slips);
	});

	test('also when it was not seen for some days in between', () => {
		const days = [
			plan('2026-11-01', { milestone: '19.5' }),
			plan('2026-11-02', null),
			plan('2026-11-03', { milestone: '19.6' }),
		];
		expect(recordOf(...days)).toMatchObject({ slips: [{ day: '2026-11-03' }] });
	});

	test('a milestone counts once, whether its label or a kept plan names it', () => {
		const labels = ['missed:19.5', 'missed:19.6'];
		const days = [
			plan('2026-11-01', { milestone: '19.6', labels: ['missed:19.5'] }),
			plan('2026-11-02', { milestone: '19.7', labels }),
		];
		const record = recordOf(...days);
		expect(record).toMatchObject({
			slips: [{ from: '19.6', to: '19.7' }],
			slippedFrom: ['19.5', '19.6'],
		});
		const [, newest] = days;
		const [stayed] = listIssueRecords([newest!], rules);
		expect(slippedIssues([stayed!])).toHaveLength(1);
		const planned = toPlannedIssue(record.latest, rules, ['19.6']);
		expect(planned.carried).toEqual(record.slippedFrom);
	});

	test('the most slips come first', () => {
		const days = [1, 2, 3].map((day) =>
			aPlanOfDay({
				day: `2026-11-0${String(day)}`,
				issues: [
					anIssueOfDay({ iid: 1, milestone: '19.7' }),
					anIssueOfDay({ iid: 2, milestone: day === 1 ? '19.7' : '19.8' }),
					anIssueOfDay({ iid: 3, milestone: `19.${String(6 + day)}` }),
				],
			}),
		);
		const slipped = slippedIssues(listIssueRecords(days, rules));
		expect(slipped.map(({ iid }) => iid)).toEqual([3, 2]);
	});
});

describe('days at risk', () => {
	const risky = { healthStatus: 'at_risk' };
	const fine = { healthStatus: 'on_track' };
	test.each([
		{ why: 'nobody has set its health', days: [{}, {}], count: null },
		{ why: 'it was never at risk', days: [fine, fine], count: 0 },
		{ why: 'on one kept day', days: [fine, risky, fine], count: 1 },
		{ why: 'on two, a week apart: all between count', days: [risky, risky], count: 8 },
		{ why: 'a week on which it was not lies between', days: [risky, fine, risky], count: 2 },
		{ why: 'a week on which it was not seen lies between', days: [risky, null, risky], count: 2 },
		{
			why: 'it was closed: nothing is at risk any more',
			days: [risky, { ...risky, state: 'closed' }],
			count: 1,
		},
	])('are $count when $why', ({ days, count }) => {
		const plans = days.map((parts, at) =>
			plan(`2026-11-${String(2 + 7 * at).padStart(2, '0')}`, parts),
		);
		expect(recordOf(...plans).daysAtRisk).toBe(count);
	});
});

describe('what is not known is not told', () => {
	test('an issue is known since it was first seen, not since the first kept day', () => {
		const record = recordOf(plan('2026-11-01', null), plan('2026-11-02', {}));
		expect(record).toMatchObject({ knownSince: '2026-11-02', lastSeen: '2026-11-02' });
	});

	test('one whose milestone was asked for again without it was last seen before', () => {
		const record = recordOf(plan('2026-11-01', {}), plan('2026-11-02', null));
		expect(record.lastSeen).toBe('2026-11-01');
	});

	test('one that was proposed only has no record', () => {
		expect(listIssueRecords([plan('2026-11-01', { milestone: null })], rules)).toEqual([]);
	});

	test('without a kept day there is none', () => {
		expect(listIssueRecords([], rules)).toEqual([]);
	});
});

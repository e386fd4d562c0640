import { describe, expect, test } from 'vitest';
import { recordMilestone, type MilestoneRecord } from '#core/plan/changes/milestone-record.ts';
import type { PlanOfDay } from '#model/history.ts';
import { anIssueOfDay, aPlanOfDay, planRules } from '../../../../builders.ts';

type Parts = Parameters<typeof anIssueOfDay>[0];
const rules = planRules();
const start = '2026-11-14';
const cutoff = '2026-12-11';

/** 19.7 runs from 14 November to 11 December. */
function plan(day: string, issues: Parts[] = [], asked = ['19.6', '19.7', '19.8']): PlanOfDay {
	return aPlanOfDay({ day, asked, issues: issues.map((parts) => anIssueOfDay(parts)) });
}
const record = (...days: PlanOfDay[]): MilestoneRecord => recordMilestone('19.7', days, rules)!;
const outcomes = ({ issues }: MilestoneRecord) =>
	issues.map(({ issue, outcome }) => [issue.iid, outcome]);

describe('the promise is the plan of', () => {
	test.each([
		{ kept: ['2026-11-13', start, '2026-11-15'], promise: start, why: 'the day of the start' },
		{ kept: ['2026-11-09', '2026-11-16'], promise: '2026-11-09', why: 'the last one before it' },
		{ kept: ['2026-11-07', '2026-11-15'], promise: '2026-11-07', why: 'a week before at most' },
		{ kept: ['2026-11-06', '2026-11-15'], promise: '2026-11-15', why: 'the first one after it' },
		{ kept: ['2026-11-21', '2026-12-01'], promise: '2026-11-21', why: 'a week after at most' },
		{ kept: ['2026-11-06', '2026-11-22'], promise: null, why: 'no day, since none is near' },
		{ kept: ['2026-11-10', '2026-11-13'], promise: null, why: 'no day, before the start' },
	])('$promise of $kept: $why', ({ kept, promise }) => {
		const found = record(...kept.map((day) => plan(day, [{}])));
		expect(found.promise?.day ?? null).toBe(promise);
		expect(found.promised === null).toBe(promise === null);
		expect(found.issues[0]!.isPromised).toBe(promise === null ? null : true);
	});

	test('no day, when GitLab has no start', () => {
		const milestones = [{ title: '19.7', startDate: null, dueDate: null, state: 'active' }];
		const found = recordMilestone('19.7', [aPlanOfDay({ milestones })], rules)!;
		expect(found).toMatchObject({ promise: null, startDate: null, result: { isFinal: false } });
	});
});

describe('the result is the plan of', () => {
	test.each([
		{ kept: ['2026-12-10', '2026-12-12', '2026-12-13'], day: '2026-12-12', isFinal: true },
		{ kept: ['2026-12-10', cutoff, '2026-12-14'], day: cutoff, isFinal: true },
		{ kept: ['2026-12-04', '2026-12-14'], day: '2026-12-04', isFinal: true },
		{ kept: ['2026-11-20', '2026-11-23'], day: '2026-11-23', isFinal: false },
		{ kept: [cutoff], day: cutoff, isFinal: false },
	])('$day of $kept', ({ kept, day, isFinal }) => {
		expect(record(...kept.map((one) => plan(one))).result).toEqual({ day, isFinal });
	});

	test('no day, when none is kept in the week before the cutoff', () => {
		expect(record(plan('2026-12-03'), plan('2026-12-14')).result).toBeNull();
		expect(record(plan('2026-12-14')).result).toBeNull();
	});
});

describe('what has come of an issue', () => {
	test.each([
		{ outcome: { kind: 'delivered' }, end: { state: 'closed' }, after: { state: 'closed' } },
		{
			outcome: { kind: 'delivered' },
			why: 'put in order later',
			end: { state: 'closed' },
			after: { state: 'closed', milestone: '19.8' },
		},
		{ outcome: { kind: 'late' }, end: {}, after: { state: 'closed' } },
		{ outcome: { kind: 'open' }, end: {}, after: {} },
		{
			outcome: { kind: 'open' },
			why: 'closed only for a time',
			end: {},
			before: { state: 'closed' },
			after: {},
		},
		{ outcome: { kind: 'carried', to: '19.8' }, end: {}, after: { milestone: '19.8' } },
		{ outcome: { kind: 'carried', to: '20.1' }, end: { milestone: '20.1' }, after: null },
		{
			outcome: { kind: 'brought-forward', to: '19.6' },
			end: { milestone: '19.6', state: 'closed' },
			after: { milestone: '19.6', state: 'closed' },
		},
		{ outcome: { kind: 'dropped' }, end: { milestone: null }, after: { milestone: null } },
		{ outcome: { kind: 'not-seen' }, end: null, after: null },
	])('$outcome.kind $why', ({ outcome, before = {}, end, after }) => {
		const listed = (parts: Parts | null) => (parts === null ? [] : [parts]);
		const found = record(
			plan(start, [{}]),
			plan('2026-11-30', listed(before)),
			plan('2026-12-12', listed(end)),
			plan('2026-12-18', listed(after)),
		);
		expect(outcomes(found)).toEqual([[1, outcome]]);
	});

	test('is carried to where it went first, wherever it is now', () => {
		const found = record(
			plan(start, [{}]),
			plan('2026-12-18', [{ milestone: '19.8' }]),
			plan('2027-01-22', [{ milestone: '19.9' }], ['19.8', '19.9']),
		);
		expect(outcomes(found)).toEqual([[1, { kind: 'carried', to: '19.8' }]]);
	});

	test('is not known, when it is closed and no plan tells whether it was by the cutoff', () => {
		const found = record(plan(start, [{}]), plan('2026-12-14', [{ state: 'closed' }]));
		expect(outcomes(found)).toEqual([[1, { kind: 'unknown' }]]);
	});

	test('stays as it was last known, when the milestone is not asked for any more', () => {
		const found = record(plan(start, [{}]), plan('2027-02-01', [], ['19.9']));
		expect(outcomes(found)).toEqual([[1, { kind: 'open' }]]);
	});
});

describe('promised against delivered', () => {
	const found = record(
		plan('2026-11-10', [{ iid: 9 }]),
		plan(start, [
			{ iid: 1, labels: ['Deliverable'], weight: 3 },
			{ iid: 2, labels: ['deliverable'] },
			{ iid: 3, weight: 5 },
			{ iid: 4, weight: 0 },
			{ iid: 8, milestone: '19.8' },
		]),
		plan('2026-11-23', [
			{ iid: 1, labels: ['Deliverable'], weight: 8, state: 'closed' },
			{ iid: 2, milestone: '19.8' },
			{ iid: 3, weight: 5 },
			{ iid: 4, weight: 0, milestone: null },
			{ iid: 5, labels: ['Deliverable'], weight: 1, state: 'closed' },
		]),
	);
	const none = { count: { total: 0 }, weight: null, notWeighed: 0 };

	test('has amounts by count and by weight, committed and stretch, with what is not weighed apart', () => {
		expect(found.promised).toMatchObject({
			all: { count: { total: 4 }, weight: { total: 8 }, notWeighed: 1 },
			committed: { count: { total: 2 }, weight: { total: 3 }, notWeighed: 1 },
			stretch: { count: { total: 2 }, weight: { total: 5 }, notWeighed: 0 },
		});
	});

	test('tells what was added since, and what of either is delivered, carried and dropped', () => {
		expect(found.added).toMatchObject({
			all: { count: { total: 1 }, weight: { total: 1 }, notWeighed: 0 },
			committed: { count: { total: 1 }, weight: { total: 1 }, notWeighed: 0 },
			stretch: none,
		});
		expect(found.delivered?.all).toMatchObject({
			count: { total: 2 },
			weight: { total: 4 },
			notWeighed: 0,
		});
		expect(found.carried?.committed).toMatchObject({
			count: { total: 1 },
			weight: null,
			notWeighed: 1,
		});
		expect(found.dropped?.stretch).toMatchObject({
			count: { total: 1 },
			weight: { total: 0 },
			notWeighed: 0,
		});
	});

	test('is not known where no plan was saved at the cutoff, though issues may have gone on by then', () => {
		const later = record(plan('2026-12-30', [{ iid: 1, state: 'closed' }]));
		expect(later).toMatchObject({ result: null, delivered: null, carried: null, dropped: null });
	});

	test('has no issue that left before the start, nor one of another milestone', () => {
		expect(found.issues.map(({ issue, isPromised }) => [issue.iid, isPromised])).toEqual([
			[1, true],
			[2, true],
			[3, true],
			[4, true],
			[5, false],
		]);
	});

	test('has nothing of what came after the cutoff', () => {
		const later = record(plan(start), plan('2026-12-12'), plan('2026-12-14', [{ iid: 7 }]));
		expect(later.issues).toEqual([]);
	});

	test('follows the dates as they were last known', () => {
		const moved = [{ title: '19.7', startDate: start, dueDate: '2026-12-18', state: 'active' }];
		const days = [aPlanOfDay({ day: '2026-11-23', milestones: moved }), aPlanOfDay({ day: start })];
		expect(recordMilestone('19.7', days, rules)!.dueDate).toBe('2026-12-18');
	});
});

test('a milestone that no kept plan asked for has no record', () => {
	expect(recordMilestone('20.0', [plan(start)], rules)).toBeUndefined();
	expect(recordMilestone('19.7', [], rules)).toBeUndefined();
});

test('one that has not started has what is planned for it, and no promise', () => {
	const found = recordMilestone(
		'19.8',
		[
			plan('2026-11-23', [{ milestone: '19.8' }]),
			plan('2026-11-16', [{ iid: 2, milestone: '19.8' }]),
		],
		rules,
	)!;
	expect(found).toMatchObject({ promise: null, promised: null, added: null });
	expect(outcomes(found)).toEqual([[1, { kind: 'open' }]]);
});

import { describe, expect, test } from 'vitest';
import { compareWithEarlier, evenPace, judgePace, paceOf } from '#core/plan/pace.ts';
import { recordMilestone } from '#core/plan/changes/milestone-record.ts';
import { anIssueOfDay, aPlanOfDay, planRules } from '../../../builders.ts';

const dates = { start: '2026-11-14', cutoff: '2026-12-11' };
const verdict = { earlyUntil: 0.2, farBehindBelow: 0.5 };

describe('the start is day 1 and the cutoff the last', () => {
	test.each([
		{ today: '2026-11-13', pace: null, why: 'it has not started' },
		{ today: '2026-11-14', pace: { day: 1, days: 28 }, why: 'its first day' },
		{ today: '2026-11-23', pace: { day: 10, days: 28 }, why: 'between' },
		{ today: '2026-12-11', pace: { day: 28, days: 28 }, why: 'its cutoff' },
		{ today: '2026-12-12', pace: null, why: 'it is over' },
	])('$today: $why', ({ today, pace }) => {
		expect(paceOf(dates, today)).toEqual(pace);
	});

	test('without a date nothing is known', () => {
		expect(paceOf({ start: null, cutoff: '2026-12-11' }, '2026-11-23')).toBeNull();
		expect(paceOf({ start: '2026-11-14', cutoff: null }, '2026-11-23')).toBeNull();
	});
});

test('an even pace is rounded, and a half up', () => {
	expect(evenPace(21, { day: 10, days: 28 })).toBe(8);
	expect(evenPace(0, { day: 10, days: 28 })).toBe(0);
	expect(evenPace(21, { day: 28, days: 28 })).toBe(21);
});

describe('commitments are judged by an even pace', () => {
	test.each([
		{ closed: 0, total: 21, day: 5, is: 'early', why: 'before a fifth of the days' },
		{ closed: 0, total: 21, day: 6, is: 'far-behind', why: 'after a fifth of them' },
		{ closed: 8, total: 21, day: 10, is: 'on-pace', why: 'as many as an even pace' },
		{ closed: 7, total: 21, day: 10, is: 'behind', why: 'one less' },
		{ closed: 4, total: 21, day: 10, is: 'behind', why: 'half of it' },
		{ closed: 3, total: 21, day: 10, is: 'far-behind', why: 'less than half' },
		{ closed: 21, total: 21, day: 28, is: 'on-pace', why: 'all, on the cutoff' },
		{ closed: 20, total: 21, day: 28, is: 'behind', why: 'all but one, on the cutoff' },
		{ closed: 0, total: 0, day: 10, is: 'counted', why: 'nothing is committed' },
	])('$closed of $total on day $day: $is, since $why', ({ closed, total, day, is }) => {
		expect(judgePace({ closed, total }, { day, days: 28 }, { verdict })).toBe(is);
	});

	test('a team without thresholds is not judged', () => {
		expect(judgePace({ closed: 0, total: 21 }, { day: 20, days: 28 }, {})).toBe('counted');
	});
});

describe('earlier milestones are compared on the same day of theirs', () => {
	const rules = planRules({ verdict });
	const milestone = {
		title: '19.6',
		startDate: '2026-10-10',
		dueDate: '2026-11-13',
		state: 'active' as const,
	};
	const onDay = (day: string, closed: number) =>
		aPlanOfDay({
			day,
			asked: ['19.6'],
			milestones: [milestone],
			issues: [1, 2, 3].map((iid) =>
				anIssueOfDay({
					iid,
					milestone: '19.6',
					labels: ['Deliverable'],
					state: iid <= closed ? 'closed' : 'opened',
				}),
			),
		});
	const compare = (plans: ReturnType<typeof onDay>[], day = 10) => {
		const record = recordMilestone('19.6', plans, rules);
		return compareWithEarlier(record ? [record] : [], plans, { day, days: 28 }, rules);
	};

	test('by the last plan that was kept by then, and by what was delivered', () => {
		const plans = [onDay('2026-10-10', 0), onDay('2026-10-18', 1), onDay('2026-11-14', 2)];
		expect(compare(plans)).toEqual([
			{ milestone: '19.6', closed: 1, total: 3, delivered: 2, committed: 3 },
		]);
	});

	test('not when no plan was kept by that day', () => {
		expect(compare([onDay('2026-11-01', 1), onDay('2026-11-14', 2)])).toEqual([]);
	});

	test('not while it is on', () => {
		expect(compare([onDay('2026-10-10', 0), onDay('2026-10-18', 1)])).toEqual([]);
	});
});

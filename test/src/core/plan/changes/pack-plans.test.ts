import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packPlans, unpackPlan } from '#core/plan/changes/pack-plans.ts';
import type { PlanOfDay } from '#model/history.ts';
import { aPlanOfDay, anIssueOfDay } from '../../../../builders.ts';

const dayAt = (index: number) => `2026-11-${String(index + 1).padStart(2, '0')}`;

const milestones = ['19.9', '19.10', '20.0'] as const;
const issue = fc.record({
	title: fc.constantFrom('Wait', 'Wait longer', '"},{"', '👩‍🚀'),
	state: fc.constantFrom('opened', 'closed'),
	milestone: fc.constantFrom(...milestones, null),
	weight: fc.constantFrom(null, 0, 3),
	labels: fc.constantFrom<string[]>([], ['Deliverable']),
});
/** Each day has some of three issues and of three milestones, each in some state. */
const someDay = fc.record({
	seen: fc.array(fc.option(issue), { minLength: 3, maxLength: 3 }),
	dates: fc.array(fc.constantFrom(undefined, null, '2026-12-11'), { minLength: 3, maxLength: 3 }),
	asked: fc.subarray([...milestones]),
});
const history = fc.array(someDay, { minLength: 1, maxLength: 20 }).map((days): PlanOfDay[] =>
	days.map(({ seen, dates, asked }, index) =>
		aPlanOfDay({
			day: dayAt(index),
			asked,
			milestones: milestones.flatMap((title, at) => {
				const dueDate = dates[at];
				return dueDate === undefined ? [] : [{ title, startDate: null, dueDate, state: 'active' }];
			}),
			issues: seen.flatMap((one, at) =>
				one === null ? [] : [anIssueOfDay({ ...one, iid: 9 + at })],
			),
		}),
	),
);

test('every day comes out as it was, through JSON', () => {
	fc.assert(
		fc.property(history, (plans) => {
			const packed = JSON.parse(JSON.stringify(packPlans(plans))) as ReturnType<typeof packPlans>;
			expect(plans.map(({ day }) => unpackPlan(packed, day))).toEqual(plans);
		}),
	);
});

test('a day that was not kept is none', () => {
	expect(unpackPlan(packPlans([aPlanOfDay()]), '2026-11-24')).toBeUndefined();
});

test('what stays the same is there once, however many the days', () => {
	const plans = Array.from({ length: 28 }, (_, index) =>
		aPlanOfDay({ day: dayAt(index), issues: [anIssueOfDay({ title: 'Wait for the bus' })] }),
	);
	const text = JSON.stringify(packPlans(plans));
	expect(text.split('Wait for the bus')).toHaveLength(2);
	expect(text.split('2026-12-11')).toHaveLength(2);
});

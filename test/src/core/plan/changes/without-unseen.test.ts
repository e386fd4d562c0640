import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutUnseen } from '#core/plan/changes/without-unseen.ts';
import type { PlanOfDay } from '#model/history.ts';
import { aPlanOfDay, anIssueOfDay } from '../../../../builders.ts';

const secret = { iid: 7, title: 'The brakes of every car fail' };

/** Consecutive days; each names the milestones that were asked for, and where issue 7 was seen. */
function daysOf(
	...seen: { asked?: string[]; in: string | null | undefined; title?: string }[]
): PlanOfDay[] {
	return seen.map(({ asked = ['19.7', '19.8'], in: milestone, title = secret.title }, index) =>
		aPlanOfDay({
			day: `2026-11-${String(16 + index)}`,
			asked,
			issues: [
				anIssueOfDay({ iid: 1 }),
				...(milestone === undefined ? [] : [anIssueOfDay({ ...secret, milestone, title })]),
			],
		}),
	);
}

const told = (days: readonly PlanOfDay[]) =>
	days.map(({ issues }) => issues.some(({ iid }) => iid === secret.iid));

describe('an issue that is not seen any more is on no day', () => {
	test.each([
		{
			why: 'the next day asked for its milestone',
			days: daysOf({ in: '19.7' }, { in: undefined }),
		},
		{
			why: 'it had another title and milestone before',
			days: daysOf({ in: '19.7', title: 'Brakes' }, { in: '19.8' }, { in: undefined }),
		},
		{
			why: 'its milestone was asked for again only later',
			days: daysOf({ in: '19.7' }, { asked: ['19.8'], in: undefined }, { in: undefined }),
		},
		{
			why: 'a day that did not ask for its milestone tells nothing new',
			days: daysOf({ in: '19.7' }, { in: undefined }, { asked: ['19.8'], in: undefined }),
		},
		{
			why: 'it was dropped, and is not seen any more while those that left are asked for',
			days: daysOf({ in: '19.7' }, { in: null }, { in: undefined }),
		},
		{
			why: 'it went beyond the plan, and is not seen any more there',
			days: daysOf({ in: '19.7' }, { in: '20.3' }, { in: undefined }),
		},
		{
			why: 'it went beyond the plan, and is not seen there when the plan has come to it',
			days: daysOf({ in: '19.7' }, { in: '20.3' }, { asked: ['20.3'], in: undefined }),
		},
		{
			why: 'it was only proposed, in no milestone',
			days: daysOf({ in: null }, { in: undefined }),
		},
		{
			why: 'it was only proposed, and in a milestone beyond the plan',
			days: daysOf({ in: '20.3' }, { in: '20.4' }, { asked: ['19.8'], in: undefined }),
		},
		{
			why: 'it came back once, and is gone again',
			days: daysOf({ in: '19.7' }, { in: undefined }, { in: '19.7' }, { in: undefined }),
		},
	])('$why', ({ days }) => {
		const left = withoutUnseen(days);
		expect(told(left)).toEqual(days.map(() => false));
		expect(JSON.stringify(left)).not.toMatch(/brakes/i);
		expect(left.every(({ issues }) => issues.some(({ iid }) => iid === 1))).toBe(true);
	});
});

describe('an issue stays on the days on which it was seen', () => {
	test.each([
		{ why: 'it is seen', days: daysOf({ in: '19.7' }, { in: '19.7' }) },
		{ why: 'it came back', days: daysOf({ in: '19.7' }, { in: undefined }, { in: '19.8' }) },
		{
			why: 'its milestone is over, and was asked for no more',
			days: daysOf({ in: '19.7' }, { asked: ['19.8'], in: undefined }),
		},
		{
			why: 'it was dropped, and its milestone was asked for no more',
			days: daysOf({ in: '19.7' }, { in: null }, { asked: ['19.8'], in: undefined }),
		},
		{ why: 'it is proposed', days: daysOf({ in: null }, { in: null }) },
		{
			why: 'it was proposed before it was planned, and its milestone was asked for no more',
			days: daysOf({ in: null }, { in: '19.7' }, { asked: ['19.8'], in: undefined }),
		},
		{ why: 'there is one day only', days: daysOf({ in: '19.7' }) },
	])('$why', ({ days }) => {
		expect(withoutUnseen(days)).toEqual(days);
	});
});

test('another project’s issue of the same number is another issue', () => {
	const other = anIssueOfDay({ ...secret, project: 'example/cars', title: 'Paint it red' });
	const [before, after] = daysOf({ in: '19.7' }, { in: undefined });
	const left = withoutUnseen([
		{ ...before!, issues: [...before!.issues, other] },
		{ ...after!, issues: [...after!.issues, other] },
	]);
	expect(left.map(({ issues }) => issues.map(({ title }) => title))).toEqual([
		['Teach the widget to wait', 'Paint it red'],
		['Teach the widget to wait', 'Paint it red'],
	]);
});

test('the order of the days does not matter, and a second time changes nothing', () => {
	const place = fc.constantFrom('19.7', '19.8', null, undefined);
	const asked = fc.constantFrom<string[]>(['19.7'], ['19.8'], ['19.7', '19.8']);
	fc.assert(
		fc.property(
			fc.array(fc.record({ in: place, asked }), { minLength: 1, maxLength: 8 }),
			(seen) => {
				const days = daysOf(...seen);
				const left = withoutUnseen(days);
				expect(withoutUnseen(days.toReversed()).toReversed()).toEqual(left);
				expect(withoutUnseen(left)).toEqual(left);
			},
		),
	);
});

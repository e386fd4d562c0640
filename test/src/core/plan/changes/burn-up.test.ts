import { expect, test } from 'vitest';
import { burnUp, daysThatChanged, type BurnUpDay } from '#core/plan/changes/burn-up.ts';
import { anIssueOfDay, aPlanOfDay } from '../../../../builders.ts';

const issues = [
	anIssueOfDay({ iid: 1, state: 'closed', weight: 3 }),
	anIssueOfDay({ iid: 2, weight: 0 }),
	anIssueOfDay({ iid: 3 }),
	anIssueOfDay({ iid: 4, milestone: '19.8', weight: 8 }),
	anIssueOfDay({ iid: 5, milestone: null, weight: 8 }),
];

test('has a day for each plan that asked for the milestone, with what is closed and not weighed', () => {
	const days = [
		aPlanOfDay({ day: '2026-11-23', issues }),
		aPlanOfDay({ day: '2026-11-16', issues: issues.slice(2) }),
		aPlanOfDay({ day: '2026-10-26', asked: ['19.6'] }),
	];
	expect(burnUp('19.7', days)).toEqual([
		{ day: '2026-11-16', total: 1, closed: 0, weight: null, notWeighed: 1 },
		{ day: '2026-11-23', total: 3, closed: 1, weight: { total: 3, closed: 3 }, notWeighed: 1 },
	]);
});

test('a milestone that was asked for and is empty is a day, one that was not is none', () => {
	expect(burnUp('19.8', [aPlanOfDay()])).toHaveLength(1);
	expect(burnUp('20.0', [aPlanOfDay()])).toEqual([]);
});

const aDay = (day: string, overrides: Partial<BurnUpDay> = {}): BurnUpDay => ({
	day,
	total: 5,
	closed: 1,
	weight: { total: 8, closed: 2 },
	notWeighed: 1,
	...overrides,
});

test.each([
	{ what: 'more issues', change: { total: 6 } },
	{ what: 'a closed one', change: { closed: 2 } },
	{ what: 'more points', change: { weight: { total: 9, closed: 2 } } },
	{ what: 'closed points', change: { weight: { total: 8, closed: 3 } } },
	{ what: 'an issue that was weighed', change: { notWeighed: 0 } },
])('a day is told that has $what, and the first and the last always are', ({ change }) => {
	const days = [
		aDay('2026-11-14'),
		aDay('2026-11-15'),
		aDay('2026-11-16', change),
		aDay('2026-11-17', change),
		aDay('2026-11-18', change),
	];
	expect(daysThatChanged(days).map(({ day }) => day)).toEqual([
		'2026-11-14',
		'2026-11-16',
		'2026-11-18',
	]);
});

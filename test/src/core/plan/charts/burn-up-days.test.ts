import { expect, test } from 'vitest';
import { burnUpDaysBetween, burnUpDaysThatChanged } from '#core/plan/charts/burn-up-days.ts';
import type { BurnUpDay } from '#core/plan/changes/burn-up.ts';

const aDay = (day: string, overrides: Partial<BurnUpDay> = {}): BurnUpDay => ({
	day,
	total: 5,
	closed: 1,
	weight: { total: 8, closed: 2 },
	notWeighed: 1,
	...overrides,
});
const daysOf = (days: readonly BurnUpDay[]) => days.map(({ day }) => day);

test('both ends of a period belong to it', () => {
	const days = ['2026-11-13', '2026-11-14', '2026-12-11', '2026-12-12'].map((day) => aDay(day));
	expect(daysOf(burnUpDaysBetween(days, '2026-11-14', '2026-12-11'))).toEqual([
		'2026-11-14',
		'2026-12-11',
	]);
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
	expect(daysOf(burnUpDaysThatChanged(days))).toEqual(['2026-11-14', '2026-11-16', '2026-11-18']);
});

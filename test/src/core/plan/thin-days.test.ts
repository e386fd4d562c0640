import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#core/base/dates.ts';
import { findDaysToThin } from '#core/plan/thin-days.ts';

const today = '2026-11-23';
const daysFrom = (first: string, count: number) =>
	Array.from({ length: count }, (_, at) => addDays(first, at));

describe('of days that are more than 90 days ago', () => {
	test('the first of each week stays, from Monday to Sunday', () => {
		// 6 July 2026 is a Monday.
		expect(findDaysToThin(daysFrom('2026-07-04', 10), today)).toEqual([
			'2026-07-05',
			'2026-07-07',
			'2026-07-08',
			'2026-07-09',
			'2026-07-10',
			'2026-07-11',
			'2026-07-12',
		]);
	});

	test('the one 91 days ago may go, the one 90 days ago may not', () => {
		// Tuesday to Thursday of one week.
		const days = ['2026-08-22', '2026-08-24', '2026-08-25', '2026-08-26'];
		expect(findDaysToThin(days, '2026-11-23')).toEqual([]);
		expect(findDaysToThin(days, '2026-11-24')).toEqual(['2026-08-25']);
	});

	test('the only one of a week stays, whatever its weekday', () => {
		expect(findDaysToThin(['2026-07-05', '2026-07-12', '2026-07-19'], today)).toEqual([]);
	});
});

test('the year is no border of a week', () => {
	const days = ['2025-12-29', '2025-12-31', '2026-01-01', '2026-01-04', '2026-01-05'];
	expect(findDaysToThin(days, today)).toEqual(['2025-12-31', '2026-01-01', '2026-01-04']);
});

test('whatever days are kept: the oldest and the young stay, each week has one, and twice is as once', () => {
	const anyDays = fc
		.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 120 })
		.map((ages) => ages.map((age) => addDays(today, -age)));
	fc.assert(
		fc.property(anyDays, (days) => {
			const gone = new Set(findDaysToThin(days, today));
			const left = days.filter((day) => !gone.has(day));
			expect(findDaysToThin(left, today)).toEqual([]);
			expect(left.toSorted()[0]).toBe(days.toSorted()[0]);
			for (const day of gone) {
				expect(day < addDays(today, -90)).toBe(true);
				const lastWeek = daysFrom(addDays(day, -6), 6);
				expect(left.some((other) => lastWeek.includes(other))).toBe(true);
			}
		}),
	);
});

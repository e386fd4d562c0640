import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	addDays,
	addMonths,
	businessDaysBefore,
	dayOf,
	daysBetween,
	firstWeekdayOnOrAfter,
	isOld,
	lastWeekdayBefore,
	nthWeekday,
} from '#core/base/dates.ts';

const aDay = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1990-01-01', count));

test('the day of an instant is its day in UTC', () => {
	expect(dayOf('2026-11-23T23:59:59Z')).toBe('2026-11-23');
});

test('days between two days are those that have to be added', () => {
	const count = fc.integer({ min: -40_000, max: 40_000 });
	fc.assert(
		fc.property(aDay, count, (day, days) => {
			expect(daysBetween(day, addDays(day, days))).toBe(days);
		}),
	);
});

describe('adding days crosses months and years', () => {
	test.each([
		{ day: '2026-12-31', count: 1, result: '2027-01-01', why: 'the year ends' },
		{ day: '2028-02-28', count: 1, result: '2028-02-29', why: 'a leap year' },
		{ day: '2026-03-01', count: -1, result: '2026-02-28', why: 'backwards' },
		{ day: '9999-12-31', count: 1, result: '9999-12-31', why: 'the calendar ends there' },
		{ day: '2026-10-25', count: 1, result: '2026-10-26', why: 'clocks change in Europe that day' },
	])('$day and $count is $result: $why', ({ day, count, result }) => {
		expect(addDays(day, count)).toBe(result);
	});
});

test.each([
	{ day: '2026-05-21', count: 1, result: '2026-06-21', why: 'the same day' },
	{ day: '2026-12-17', count: 2, result: '2027-02-17', why: 'the year ends' },
	{ day: '2027-01-31', count: 1, result: '2027-02-28', why: 'February has no such day' },
	{ day: '2028-01-31', count: 1, result: '2028-02-29', why: 'a leap year' },
])('$count months after $day is $result: $why', ({ day, count, result }) => {
	expect(addMonths(day, count)).toBe(result);
});

describe('a day is old when a year has passed since', () => {
	test.each([
		{ day: '2025-11-23', isIt: false, why: 'a year ago' },
		{ day: '2025-11-22', isIt: true, why: 'a day more' },
		{ day: '2026-12-24', isIt: false, why: 'to come' },
	])('$day: $why', ({ day, isIt }) => {
		expect(isOld(day, '2026-11-23')).toBe(isIt);
	});
});

describe('the first weekday on or after a day', () => {
	test.each([
		{ day: '2026-11-14', weekday: 'monday', result: '2026-11-16', why: 'a Saturday' },
		{ day: '2026-11-16', weekday: 'monday', result: '2026-11-16', why: 'the day itself counts' },
		{ day: '2026-11-17', weekday: 'monday', result: '2026-11-23', why: 'just missed' },
	] as const)('$weekday after $day is $result: $why', ({ day, weekday, result }) => {
		expect(firstWeekdayOnOrAfter(day, weekday)).toBe(result);
	});
});

describe('the last weekday before a day', () => {
	test.each([
		{ day: '2026-12-17', weekday: 'friday', result: '2026-12-11', why: 'a Thursday' },
		{ day: '2026-12-18', weekday: 'friday', result: '2026-12-11', why: 'the day does not count' },
		{ day: '2026-01-01', weekday: 'friday', result: '2025-12-26', why: 'in the year before' },
		{ day: '2028-03-01', weekday: 'tuesday', result: '2028-02-29', why: 'a leap year' },
	] as const)('$weekday before $day is $result: $why', ({ day, weekday, result }) => {
		expect(lastWeekdayBefore(day, weekday)).toBe(result);
	});
});

describe('the nth weekday of a month', () => {
	test.each([
		{
			year: 2026,
			month: 10,
			nth: 3,
			weekday: 'thursday',
			result: '2026-10-15',
			why: 'it begins on one',
		},
		{
			year: 2026,
			month: 5,
			nth: 3,
			weekday: 'thursday',
			result: '2026-05-21',
			why: 'it begins a day later',
		},
		{
			year: 2026,
			month: 2,
			nth: 4,
			weekday: 'saturday',
			result: '2026-02-28',
			why: 'the last day',
		},
		{
			year: 2028,
			month: 2,
			nth: 1,
			weekday: 'tuesday',
			result: '2028-02-01',
			why: 'the first day',
		},
		{
			year: 2027,
			month: 12,
			nth: 1,
			weekday: 'tuesday',
			result: '2027-12-07',
			why: 'it begins a day after one',
		},
	] as const)(
		'$nth $weekday of $year-$month is $result: $why',
		({ year, month, nth, weekday, result }) => {
			expect(nthWeekday(year * 12 + month - 1, nth, weekday)).toBe(result);
		},
	);
});

describe('business days are Monday to Friday without holidays', () => {
	test.each([
		{ day: '2026-11-16', count: 3, result: '2026-11-11', why: 'the weekend is skipped' },
		{ day: '2026-12-28', count: 1, result: '2026-12-24', why: 'Christmas Day is skipped' },
		{ day: '2026-11-15', count: 1, result: '2026-11-13', why: 'a Sunday goes back to Friday' },
		{ day: '2027-01-04', count: 3, result: '2026-12-30', why: 'over the end of the year' },
		{ day: '2026-12-27', count: 2, result: '2026-12-23', why: 'a holiday next to a weekend' },
		{ day: '2028-03-01', count: 1, result: '2028-02-29', why: 'a leap year' },
		{ day: '2026-11-15', count: 0, result: '2026-11-15', why: 'none before a day is the day' },
	])('$count before $day is $result: $why', ({ day, count, result }) => {
		expect(businessDaysBefore(day, count, ['2026-12-25'])).toBe(result);
	});

	test('between the day reached and the day lie as many of them as were asked for', () => {
		const isBusinessDay = (day: string) =>
			firstWeekdayOnOrAfter(day, 'saturday') !== day &&
			firstWeekdayOnOrAfter(day, 'sunday') !== day;
		fc.assert(
			fc.property(
				aDay,
				fc.integer({ min: 1, max: 15 }),
				fc.array(fc.nat(20)),
				(day, count, offs) => {
					const holidays = offs.map((off) => addDays(day, -off));
					const reached = businessDaysBefore(day, count, holidays);
					let found = 0;
					for (let other = reached; other < day; other = addDays(other, 1)) {
						if (isBusinessDay(other) && !holidays.includes(other)) found += 1;
					}
					expect(found).toBe(count);
					expect(isBusinessDay(reached) && !holidays.includes(reached)).toBe(true);
				},
			),
		);
	});
});

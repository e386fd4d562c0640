import { describe, expect, test } from 'vitest';
import { dayScale, monthStarts, roundTicks } from '#core/plan/charts/scale.ts';

describe('days along a chart', () => {
	const { leftOf, middleOf, rightOf } = dayScale('2026-12-28', '2027-01-06');

	test('are as wide as each other, over the end of a year', () => {
		expect(['2026-12-28', '2026-12-31', '2027-01-01', '2027-01-06'].map(leftOf)).toEqual([
			0, 30, 40, 90,
		]);
		expect([middleOf('2026-12-28'), rightOf('2027-01-06')]).toEqual([5, 100]);
	});

	test('outside of it lie outside of it', () => {
		expect([leftOf('2026-12-27'), rightOf('2027-01-07')]).toEqual([-10, 110]);
	});

	test('a single day has all the room', () => {
		const one = dayScale('2026-11-23', '2026-11-23');
		expect([one.leftOf('2026-11-23'), one.rightOf('2026-11-23')]).toEqual([0, 100]);
	});
});

describe('months begin', () => {
	test.each([
		{
			first: '2026-11-23',
			last: '2027-02-01',
			starts: ['2026-12-01', '2027-01-01', '2027-02-01'],
			why: 'after the first day, up to the last',
		},
		{ first: '2026-12-01', last: '2026-12-31', starts: ['2026-12-01'], why: 'on the first day' },
		{ first: '2026-12-02', last: '2026-12-31', starts: [], why: 'never within a month' },
		{
			first: '2028-01-31',
			last: '2028-03-01',
			starts: ['2028-02-01', '2028-03-01'],
			why: 'in the February of a leap year, too',
		},
		{
			first: '9999-11-30',
			last: '9999-12-31',
			starts: ['9999-12-01'],
			why: 'no more after the last day of the calendar',
		},
	])('$why', ({ first, last, starts }) => {
		expect(monthStarts(first, last)).toEqual(starts);
	});
});

describe('round amounts', () => {
	test.each([
		{ highest: 0, ticks: [0, 1] },
		{ highest: 1, ticks: [0, 1] },
		{ highest: 5, ticks: [0, 1, 2, 3, 4, 5] },
		{ highest: 6, ticks: [0, 2, 4, 6] },
		{ highest: 10, ticks: [0, 2, 4, 6, 8, 10] },
		{ highest: 32, ticks: [0, 10, 20, 30, 40] },
		{ highest: 101, ticks: [0, 50, 100, 150] },
		{ highest: 999, ticks: [0, 200, 400, 600, 800, 1000] },
	])('up to $highest are $ticks', ({ highest, ticks }) => {
		expect(roundTicks(highest)).toEqual(ticks);
	});

	test('are whole, reach the highest, and are never more than six', () => {
		for (let highest = 0; highest < 3000; highest += 1) {
			const ticks = roundTicks(highest);
			expect(ticks.every(Number.isInteger)).toBe(true);
			expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest);
			expect(ticks.length).toBeLessThanOrEqual(6);
		}
	});
});

import { describe, expect, test } from 'vitest';
import { layOutBurnUp } from '#core/plan/charts/burn-up.ts';

const period = { first: '2026-11-14', last: '2026-11-23', today: '2026-11-23' };

describe('a burn-up', () => {
	test('lies within the milestone’s days, from 0 up to a round amount', () => {
		const chart = layOutBurnUp(
			[
				{ day: '2026-11-14', total: 8, closed: 0 },
				{ day: '2026-11-16', total: 10, closed: 4 },
				{ day: '2026-11-23', total: 9, closed: 9 },
			],
			period,
		);
		expect(chart).toEqual({
			total: [
				{ x: 5, y: 20 },
				{ x: 25, y: 0 },
				{ x: 95, y: 10 },
			],
			closed: [
				{ x: 5, y: 100 },
				{ x: 25, y: 60 },
				{ x: 95, y: 10 },
			],
			amounts: [0, 2, 4, 6, 8, 10].map((amount) => ({ amount, y: 100 - amount * 10 })),
			weeks: [
				{ day: '2026-11-14', x: 5 },
				{ day: '2026-11-21', x: 75 },
			],
			today: 95,
		});
	});

	test('of nothing has its axes all the same', () => {
		const { total, amounts } = layOutBurnUp([], period);
		expect(total).toEqual([]);
		expect(amounts).toEqual([
			{ amount: 0, y: 100 },
			{ amount: 1, y: 0 },
		]);
	});

	test('names no more weeks than have room', () => {
		const long = { ...period, last: '2027-02-20' };
		expect(layOutBurnUp([], long).weeks.map(({ day }) => day)).toEqual([
			'2026-11-14',
			'2026-12-05',
			'2026-12-26',
			'2027-01-16',
			'2027-02-06',
		]);
	});

	test.each(['2026-11-13', '2026-11-24'])('does not mark a day outside of it: %s', (today) => {
		expect(layOutBurnUp([], { ...period, today }).today).toBeNull();
	});
});

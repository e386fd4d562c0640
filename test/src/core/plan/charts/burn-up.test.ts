import { describe, expect, test } from 'vitest';
import { findFreeHeight, layOutBurnUp } from '#core/plan/charts/burn-up.ts';

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
				{ x: 25, y: 20 },
				{ x: 25, y: 0 },
				{ x: 95, y: 0 },
				{ x: 95, y: 10 },
			],
			closed: [
				{ x: 5, y: 100 },
				{ x: 25, y: 60 },
				{ x: 95, y: 10 },
			],
			amounts: [0, 4, 8].map((amount) => ({ amount, y: 100 - amount * 10 })),
			now: 95,
			// All are closed.
			pace: null,
		});
	});

	test('says what has to be closed a day from its last day on', () => {
		const amounts = [{ day: '2026-11-18', total: 10, closed: 2 }];
		const { pace } = layOutBurnUp(amounts, { ...period, today: '2026-11-18' });
		expect(pace).toEqual({ from: { x: 45, y: 80 }, to: { x: 95, y: 0 }, perDay: 1.6 });
	});

	test.each([
		{ why: 'on its last day', today: '2026-11-23' },
		{ why: 'when it is over', today: '2026-11-24' },
		{ why: 'before it', today: '2026-11-13' },
	])('says nothing of a pace $why', ({ today }) => {
		const amounts = [{ day: '2026-11-18', total: 10, closed: 2 }];
		expect(layOutBurnUp(amounts, { ...period, today }).pace).toBeNull();
	});

	test('of nothing has its axes all the same', () => {
		const { total, amounts } = layOutBurnUp([], period);
		expect(total).toEqual([]);
		expect(amounts).toEqual([
			{ amount: 0, y: 100 },
			{ amount: 1, y: 0 },
		]);
	});

	test.each([1, 5, 9, 13, 45, 99, 400])('of %i issues has at most three lines across', (total) => {
		const { amounts } = layOutBurnUp([{ day: '2026-11-14', total, closed: 0 }], period);
		expect(amounts.length).toBeLessThanOrEqual(3);
		expect(amounts[0]).toEqual({ amount: 0, y: 100 });
		expect(amounts.length).toBeGreaterThan(1);
	});

	test.each(['2026-11-13', '2026-11-24'])('does not mark a day outside of it: %s', (today) => {
		expect(layOutBurnUp([], { ...period, today }).now).toBeNull();
	});
});

test.each([
	{ total: 10, closed: 90, at: 50, why: 'in the middle' },
	{ total: 10, closed: 60, at: 80, why: 'below what is closed' },
	{ total: 30, closed: 60, at: 80, why: 'below both' },
	{ total: 50, closed: 84, at: 20, why: 'above both' },
])('a word has room $why', ({ total, closed, at }) => {
	const lines = { total: [{ x: 50, y: total }], closed: [{ x: 50, y: closed }] };
	expect(findFreeHeight(lines)).toBe(at);
});

import { describe, expect, test } from 'vitest';
import { layOutStrip } from '#core/plan/charts/strip.ts';

const dates = { start: '2026-11-14', cutoff: '2026-12-11', release: '2026-12-17' };

test('the line goes from the start to the release', () => {
	expect(layOutStrip(dates, '2026-11-23')).toEqual({
		ticks: [
			{ name: 'Start', day: '2026-11-14' },
			{ name: 'Cutoff', day: '2026-12-11' },
			{ name: 'Release', day: '2026-12-17' },
		],
		cutoff: 81.8,
		now: 27.3,
	});
});

test('a team without releases has a line to the cutoff', () => {
	const strip = layOutStrip({ ...dates, release: null }, '2026-11-23');
	expect(strip?.ticks.map(({ name }) => name)).toEqual(['Start', 'Cutoff']);
	expect(strip?.cutoff).toBe(100);
});

describe('a day outside of the milestone stands at its end', () => {
	test.each([
		{ today: '2026-11-01', now: 0 },
		{ today: '2027-01-01', now: 100 },
	])('$today', ({ today, now }) => {
		expect(layOutStrip(dates, today)?.now).toBe(now);
	});
});

test.each([
	{ start: null, cutoff: '2026-12-11', why: 'it has no start' },
	{ start: '2026-11-14', cutoff: null, why: 'it has no cutoff' },
	{ start: '2026-12-11', cutoff: '2026-11-14', why: 'it ends before it starts' },
])('there is no line when $why', ({ start, cutoff }) => {
	expect(layOutStrip({ ...dates, start, cutoff }, '2026-11-23')).toBeNull();
});

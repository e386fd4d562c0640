import { describe, expect, test } from 'vitest';
import { measureCadence } from '#core/inventory/cadence.ts';

const at = (...days: string[]) => days.map((day) => `2026-${day}T12:00:00Z`);

describe('the time between releases', () => {
	test.each([
		{ dates: at('11-01', '10-01', '09-01'), medianDays: 31, why: '31 and 30 make 30.5, rounded' },
		{
			dates: at('01-01', '01-11', '04-01', '04-11'),
			medianDays: 10,
			why: 'one long gap is an exception',
		},
		{ dates: at('09-01', '11-01', '10-01'), medianDays: 31, why: 'in any order' },
		{
			dates: at('01-31', '01-01', '01-01', '01-01', '03-02'),
			medianDays: 30,
			why: 'one day is one release',
		},
	])('is $medianDays days: $why', ({ dates, medianDays }) => {
		expect(measureCadence(dates)).toEqual({ medianDays, releases: dates.length });
	});

	test.each([
		{ dates: [], why: 'none' },
		{ dates: at('01-01', '02-01'), why: 'two' },
		{ dates: at('01-01', '01-01', '01-01'), why: 'three of one day' },
	])('is not told of $why', ({ dates }) => {
		expect(measureCadence(dates)).toBeUndefined();
	});
});

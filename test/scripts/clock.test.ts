import { afterEach, describe, expect, test, vi } from 'vitest';
import { IsoInstant } from '#model/identifiers.ts';
import { readClock } from '../../scripts/clock.ts';

afterEach(() => {
	vi.useRealTimers();
});

describe('the clock', () => {
	test.each([
		{ at: '2026-11-23T08:30:00.000Z', instant: '2026-11-23T08:30:00Z', why: 'a whole second' },
		{ at: '2026-11-23T23:59:59.999Z', instant: '2026-11-23T23:59:59Z', why: 'cut, not rounded' },
	])('gives the second in UTC: $why', ({ at, instant }) => {
		vi.useFakeTimers({ now: new Date(at) });
		expect(readClock()).toBe(instant);
		expect(IsoInstant.safeParse(readClock()).success).toBe(true);
	});

	test('gives the first second of a day that is set', () => {
		expect(readClock('2026-11-23')).toBe('2026-11-23T00:00:00Z');
	});

	test('takes no day that is none', () => {
		expect(() => readClock('2026-02-30')).toThrow();
		expect(() => readClock('')).toThrow();
	});
});

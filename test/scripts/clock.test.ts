import { afterEach, describe, expect, test, vi } from 'vitest';
import { IsoInstant } from '#model/identifiers.ts';
import { readClock, readToday } from '../../scripts/clock.ts';

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

	describe('of a day from the future gives today, and names the variable', () => {
		test.each([
			{ at: '2026-11-23T08:30:00Z', day: '2026-11-23', isTaken: true, why: 'today' },
			{ at: '2026-11-23T08:30:00Z', day: '2020-02-29', isTaken: true, why: 'long ago' },
			{ at: '2026-11-23T08:30:00Z', day: '2026-11-24', isTaken: false, why: 'tomorrow' },
			{ at: '2026-11-23T10:00:00Z', day: '2026-11-24', isTaken: true, why: 'today at UTC+14' },
			{ at: '2026-11-23T08:30:00Z', day: '2099-01-01', isTaken: false, why: 'in another life' },
		])('$why', ({ at, day, isTaken }) => {
			vi.useFakeTimers({ now: new Date(at) });
			let words = '';
			const warn = (text: string) => (words += text);
			const today = readToday({ environment: { HANDBOOK_TODAY: day }, warn });
			expect(today).toBe(isTaken ? `${day}T00:00:00Z` : at);
			if (isTaken) expect(words).toBe('');
			else expect(words).toMatch(/^HANDBOOK_TODAY is .+ in the future.*today is 2026-11-23\.\n/);
		});

		test('unset it is now', () => {
			vi.useFakeTimers({ now: new Date('2026-11-23T08:30:00Z') });
			expect(readToday({ environment: {}, warn: () => undefined })).toBe('2026-11-23T08:30:00Z');
		});
	});

	test('takes no day that is none', () => {
		expect(() => readClock('2026-02-30')).toThrow();
		expect(() => readClock('')).toThrow();
	});
});

import { describe, expect, test } from 'vitest';
import { findAskedWait, findRateLimit, measureWait } from '#gitlab/transport/waits.ts';

const now = Date.parse('2026-03-02T12:00:00Z');
const inTenSeconds = String(now / 1000 + 10);

describe('how long an answer asks to wait', () => {
	test.each([
		{ headers: { 'retry-after': '30' }, wait: 30_000, why: 'seconds' },
		{ headers: { 'retry-after': '0' }, wait: 0, why: 'at once' },
		{ headers: { 'retry-after': 'Mon, 02 Mar 2026 12:00:30 GMT' }, wait: 30_000, why: 'a date' },
		{ headers: { 'retry-after': 'Mon, 02 Mar 2026 11:00:00 GMT' }, wait: 0, why: 'a date gone by' },
		{
			headers: { 'retry-after': 'Mon, 99 Mar 2026 11:00:00 GMT' },
			wait: null,
			why: 'no such date',
		},
		{ headers: { 'retry-after': '-5' }, wait: null, why: 'less than nothing' },
		{ headers: { 'retry-after': 'soon' }, wait: null, why: 'a word' },
		{
			headers: { 'ratelimit-remaining': '0', 'ratelimit-reset': inTenSeconds },
			wait: 10_000,
			why: 'a limit that is used up',
		},
		{
			headers: { 'ratelimit-remaining': '3', 'ratelimit-reset': inTenSeconds },
			wait: null,
			why: 'a limit that is not',
		},
		{
			headers: {
				'retry-after': '30',
				'ratelimit-remaining': '0',
				'ratelimit-reset': inTenSeconds,
			},
			wait: 30_000,
			why: 'both: the plain word wins',
		},
		{
			headers: {
				'retry-after': 'soon',
				'ratelimit-remaining': '0',
				'ratelimit-reset': inTenSeconds,
			},
			wait: 10_000,
			why: 'both, one unreadable',
		},
		{ headers: {}, wait: null, why: 'nothing' },
	])('$wait: $why', ({ headers, wait }) => {
		expect(findAskedWait(new Headers(headers), now)).toBe(wait);
	});
});

describe('a clock that goes otherwise than ours', () => {
	test.each([
		{ clock: 'Mon, 02 Mar 2026 13:00:00 GMT', ends: '2026-03-02T13:00:10Z', why: 'an hour ahead' },
		{ clock: 'Mon, 02 Mar 2026 11:00:00 GMT', ends: '2026-03-02T11:00:10Z', why: 'an hour behind' },
	])('counts for what its answer says: $why', ({ clock: date, ends }) => {
		const at = Date.parse(ends);
		const retryAfter = new Headers({ date, 'retry-after': new Date(at).toUTCString() });
		expect(findAskedWait(retryAfter, now)).toBe(10_000);
		const limit = { 'ratelimit-remaining': '0', 'ratelimit-reset': String(at / 1000) };
		expect(findAskedWait(new Headers({ date, ...limit }), now)).toBe(10_000);
	});
});

test.each([
	{ reset: String(now / 1000 - 1), why: 'over' },
	{ reset: String(now), why: 'in milliseconds: thousands of years away' },
	{ reset: '', why: 'empty' },
])('a reset that is $why is none', ({ reset }) => {
	const headers = new Headers({ 'ratelimit-remaining': '0', 'ratelimit-reset': reset });
	expect(findRateLimit(headers, now)).toBeNull();
});

describe('the wait before the next try', () => {
	const limits = { backoffMs: 1_000, maxWaitMs: 60_000 };

	test.each([
		{ asked: 5_000, tries: 4, from: 5_000, to: 5_000, why: 'what is asked for' },
		{ asked: 3_600_000, tries: 1, from: 60_000, to: 60_000, why: 'not for ever' },
		{ asked: null, tries: 1, from: 500, to: 1_000, why: 'the backoff, with jitter' },
		{ asked: null, tries: 4, from: 4_000, to: 8_000, why: 'doubled three times' },
		{ asked: null, tries: 20, from: 60_000, to: 60_000, why: 'capped' },
	])('$from to $to: $why', ({ asked, tries, from, to }) => {
		const wait = measureWait(asked, tries, limits);
		expect(wait).toBeGreaterThanOrEqual(from);
		expect(wait).toBeLessThanOrEqual(to);
	});
});

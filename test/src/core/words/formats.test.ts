import { describe, expect, test } from 'vitest';
import {
	formatCount,
	formatDay,
	formatInstant,
	formatMonth,
	formatNthWeekday,
	formatShortDay,
} from '#core/words/formats.ts';

describe('dates are written in one way, wherever the site is built', () => {
	test.each([
		{ format: formatDay, value: '2026-12-17', text: '17 December 2026', why: 'a day' },
		{ format: formatDay, value: '2026-01-02', text: '2 January 2026', why: 'no zero in front' },
		{
			format: formatDay,
			value: '2026-05-31T23:59:00Z',
			text: '31 May 2026',
			why: 'the day in UTC',
		},
		{ format: formatShortDay, value: '2026-09-01', text: '1 Sep 2026', why: 'three letters' },
		{ format: formatMonth, value: '2025-12', text: 'December 2025', why: 'a month' },
		{
			format: formatInstant,
			value: '2026-11-23T08:30:00Z',
			text: '23 November 2026, 08:30 UTC',
			why: 'with its time zone',
		},
	])('$text: $why', ({ format, value, text }) => {
		expect(format(value)).toBe(text);
	});
});

test.each([
	{ count: 0, text: '0 issues' },
	{ count: 1, text: '1 issue' },
	{ count: 2, text: '2 issues' },
])('$text', ({ count, text }) => {
	expect(formatCount(count, 'issue')).toBe(text);
});

test('a release day of the registry reads as people say it', () => {
	expect(formatNthWeekday({ nth: 3, weekday: 'thursday' })).toBe('third Thursday');
});

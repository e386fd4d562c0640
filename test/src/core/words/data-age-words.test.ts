import { describe, expect, test } from 'vitest';
import { warnOfAge } from '#core/words/data-age-words.ts';

const pulledAt = '2026-11-23T08:30:00Z';

describe('data are out of date when they are older than the limit of 36 hours', () => {
	test.each([
		{ now: '2026-11-23T10:31:00Z', old: false, why: 'young' },
		{ now: '2026-11-24T20:30:00Z', old: false, why: 'at the limit' },
		{ now: '2026-11-24T20:30:01Z', old: true, why: 'past the limit' },
		{ now: '2026-11-20T00:00:00Z', old: false, why: "the reader's clock is wrong" },
	])('$now: $why', ({ now, old }) => {
		const warning = old ? 'Updated 1 day ago. Newer data may exist on GitLab.' : null;
		expect(warnOfAge(pulledAt, new Date(now), 36)).toBe(warning);
	});
});

test('a limit of one hour is one hour', () => {
	expect(warnOfAge(pulledAt, new Date('2026-11-23T10:30:00Z'), 1)).toBe(
		'Updated 2 hours ago. Newer data may exist on GitLab.',
	);
});

test.each([
	{ date: '', limit: 36, why: 'there is no date' },
	{ date: 'soon', limit: 36, why: 'the date cannot be read' },
	{ date: pulledAt, limit: Number.NaN, why: 'the limit cannot be read' },
	{ date: pulledAt, limit: 0, why: 'there is no limit' },
])('the page stays as it is when $why', ({ date, limit }) => {
	expect(warnOfAge(date, new Date('2026-11-24T00:00:00Z'), limit)).toBeNull();
});

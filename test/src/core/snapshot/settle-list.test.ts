import { describe, expect, test } from 'vitest';
import { describeShrinking } from '#core/snapshot/settle-list.ts';

const strict = { mayBeEmpty: false, acceptShrunk: false };

describe('rows that came are held back', () => {
	test.each([
		{ now: 2, before: 5, isHeld: true, why: 'less than half' },
		{ now: 2, before: 4, isHeld: false, why: 'half is enough' },
		{ now: 0, before: 1, isHeld: true, why: 'none of one' },
		{ now: 0, before: 0, isHeld: false, why: 'there were none before' },
		{ now: 0, before: undefined, isHeld: true, why: 'none, and nothing to compare with' },
		{ now: 1, before: undefined, isHeld: false, why: 'some, and nothing to compare with' },
	])('$now of $before: $isHeld, $why', ({ now, before, isHeld }) => {
		expect(describeShrinking(now, before, strict) !== undefined).toBe(isHeld);
		expect(describeShrinking(now, before, { ...strict, acceptShrunk: true })).toBeUndefined();
	});

	test('no rows where there may be none are right, few rows are not', () => {
		const limits = { ...strict, mayBeEmpty: true };
		expect(describeShrinking(0, 9, limits)).toBeUndefined();
		expect(describeShrinking(1, 9, limits)).toBeDefined();
	});
});

test('the reason says how many came, how many there were, and what to do, which is not for readers', () => {
	const advice = ' If it is right, run npm run pull -- --accept-shrunk.';
	const some = 'The list came with 3 instead of 40 rows, so it was held back.';
	expect(describeShrinking(3, 40, strict)).toEqual({
		reason: `${some}${advice}`,
		forReaders: some,
	});
	const none = 'The list came without any rows, so it was held back.';
	expect(describeShrinking(0, undefined, strict)).toEqual({
		reason: `${none}${advice}`,
		forReaders: none,
	});
});

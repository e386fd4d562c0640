import { describe, expect, test } from 'vitest';
import { describeShrinking } from '#core/snapshot/shrunk.ts';
import { anIssue, aProject } from '../../../builders.ts';

const issues = (count: number) =>
	Array.from({ length: count }, (_, index) => anIssue({ iid: index + 1 }));
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
		const good = before === undefined ? undefined : issues(before);
		expect(describeShrinking(issues(now), good, strict) !== undefined).toBe(isHeld);
		expect(describeShrinking(issues(now), good, { ...strict, acceptShrunk: true })).toBeUndefined();
	});

	test('no rows where there may be none are right, few rows are not', () => {
		const limits = { ...strict, mayBeEmpty: true };
		expect(describeShrinking([], issues(9), limits)).toBeUndefined();
		expect(describeShrinking(issues(1), issues(9), limits)).toBeDefined();
	});

	test('of projects only those that were found count', () => {
		const found = aProject();
		const hidden = aProject({ answer: 'missing-or-private' });
		expect(describeShrinking([found, hidden, hidden], [found, found, found], strict)).toBeDefined();
		expect(describeShrinking([found, hidden], [found, hidden], strict)).toBeUndefined();
	});
});

test('the reason says how many came, how many there were, and what to do, which is not for readers', () => {
	const advice = ' If it is right, run npm run pull -- --accept-shrunk.';
	const some = 'The list came with 3 instead of 40 rows, so it was held back.';
	expect(describeShrinking(issues(3), issues(40), strict)).toEqual({
		reason: `${some}${advice}`,
		forReaders: some,
	});
	const none = 'The list came without any rows, so it was held back.';
	expect(describeShrinking([], undefined, strict)).toEqual({
		reason: `${none}${advice}`,
		forReaders: none,
	});
});

import { describe, expect, test } from 'vitest';
import { describeRoster } from '#core/words/roster-words.ts';
import type { ListState } from '#model/snapshot.ts';

const fresh: ListState = { state: 'fresh', rows: 3, pulledAt: '2026-11-23T08:30:00Z' };
const stale: ListState = { ...fresh, state: 'stale', reason: 'The host answered 503.' };
const missing: ListState = { state: 'missing', reason: 'The host answered 404.' };

describe('a roster says what its rows do not', () => {
	test.each([
		{ rows: 3, state: fresh, says: null, why: 'rows that are fresh speak for themselves' },
		{ rows: 0, state: fresh, says: /^Nobody: no manager/, why: 'no role fits' },
		{ rows: 0, state: stale, says: /^Nobody/, why: 'nor did it when it was last got' },
		{ rows: 3, state: stale, says: /last time we could read/, why: 'rows of an earlier day' },
		{ rows: 0, state: missing, says: /can’t say.*answered 404/, why: 'unknown is not nobody' },
	])('$why', ({ rows, state, says }) => {
		const said = describeRoster('team-by-manager-role', rows, state);
		if (says === null) expect(said).toBeNull();
		else expect(said).toMatch(says);
	});

	test('nobody is another nobody among counterparts', () => {
		expect(describeRoster('stable-counterparts', 0, fresh)).toContain('no counterpart');
	});
});

import { expect, test } from 'vitest';
import { describeMilestone } from '#core/words/milestone-words.ts';

test.each([
	['past', 'closed', 'This milestone is over (closed on GitLab).'],
	['current', 'active', 'This is the current milestone (active on GitLab).'],
	['next', 'unknown', 'This milestone comes after the current one.'],
	['undated', 'active', 'GitLab has no dates for this milestone (active on GitLab).'],
] as const)('of a milestone that is %s and %s', (place, state, says) => {
	expect(describeMilestone({ state }, place)).toBe(says);
});

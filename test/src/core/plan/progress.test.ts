import { describe, expect, test } from 'vitest';
import { measureProgress } from '#core/plan/progress.ts';
import { anIssue } from '../../../builders.ts';

describe('progress', () => {
	test('counts issues and points, and leaves out of the points what nobody weighed', () => {
		const issues = [
			anIssue({ state: 'closed', weight: 3 }),
			anIssue({ state: 'closed', weight: null }),
			anIssue({ state: 'opened', weight: 2 }),
			anIssue({ state: 'opened', weight: 0 }),
		];
		expect(measureProgress(issues)).toEqual({
			count: { closed: 2, total: 4 },
			weight: { closed: 3, total: 5 },
			notWeighed: 1,
		});
	});

	test('has no points when nothing is weighed', () => {
		const { weight, notWeighed } = measureProgress([anIssue(), anIssue()]);
		expect({ weight, notWeighed }).toEqual({ weight: null, notWeighed: 2 });
	});

	test('a weight of 0 is known', () => {
		expect(measureProgress([anIssue({ weight: 0 })]).weight).toEqual({ closed: 0, total: 0 });
	});

	test('a state that GitLab may add is not done', () => {
		expect(measureProgress([anIssue({ state: 'paused' })]).count.closed).toBe(0);
	});

	test('of nothing is nothing', () => {
		const nothing = { count: { closed: 0, total: 0 }, weight: null, notWeighed: 0 };
		expect(measureProgress([])).toEqual(nothing);
	});
});

import { expect, test } from 'vitest';
import { countHealth } from '#core/plan/health-counts.ts';
import { anIssue } from '../../../builders.ts';

test('health is counted of what is not closed: the most urgent first, what nobody has set last', () => {
	const issues = [
		anIssue({ healthStatus: null }),
		anIssue({ healthStatus: 'on_track' }),
		anIssue({ healthStatus: 'paused_for_now' }),
		anIssue({ healthStatus: 'at_risk' }),
		anIssue({ healthStatus: 'at_risk', state: 'closed' }),
		anIssue({ healthStatus: 'on_track', state: 'reopened' }),
	];
	expect(countHealth(issues)).toEqual([
		{ status: 'at_risk', count: 1 },
		{ status: 'needs_attention', count: 0 },
		{ status: 'on_track', count: 2 },
		{ status: 'paused_for_now', count: 1 },
		{ status: null, count: 1 },
	]);
});

import { expect, test } from 'vitest';
import type { PlanChange } from '#core/plan/changes/change.ts';
import { describeChange } from '#core/words/describe-change.ts';
import { anIssueOfDay, planRules } from '../../../builders.ts';

const issue = anIssueOfDay();
const days = { startDate: '2026-11-14', dueDate: '2026-12-11' };

const sentences: { change: PlanChange; says: string }[] = [
	{ change: { issue, kind: 'added', milestone: '19.7' }, says: 'Added to 19.7.' },
	{
		change: { issue, kind: 'dropped', from: '19.7' },
		says: 'Dropped from 19.7: it’s no longer in any milestone of the plan.',
	},
	{
		change: { issue, kind: 'carried', from: '19.6', to: '19.7' },
		says: 'Carried from 19.6 to 19.7.',
	},
	{
		change: { issue, kind: 'brought-forward', from: '19.8', to: '19.7' },
		says: 'Brought forward from 19.8 to 19.7.',
	},
	{
		change: { issue, kind: 'promoted', from: null, to: 'Widget::P2' },
		says: 'Promoted from no priority to P2.',
	},
	{
		change: { issue, kind: 'demoted', from: 'widget::p1', to: 'Widget::P9' },
		says: 'Demoted from P1 to Widget::P9.',
	},
	{ change: { issue, kind: 'committed' }, says: 'Committed: now a deliverable.' },
	{ change: { issue, kind: 'uncommitted' }, says: 'No longer committed: now stretch.' },
	{
		change: { issue, kind: 'health', from: null, to: 'at_risk' },
		says: 'Health changed from “no health status” to “At risk”.',
	},
	{
		change: { issue, kind: 'health', from: 'at_risk', to: 'paused' },
		says: 'Health changed from “At risk” to “paused”.',
	},
	{ change: { issue, kind: 'closed' }, says: 'Closed.' },
	{ change: { issue, kind: 'reopened' }, says: 'Reopened.' },
	{
		change: { issue, kind: 'weight', from: null, to: 0 },
		says: 'Weight changed from “no weight” to 0.',
	},
	{
		change: { issue, kind: 'retitled', from: 'Teach it' },
		says: 'Retitled: it was “Teach it” before.',
	},
	{
		change: { kind: 'dates-moved', milestone: '19.7', from: days, to: { ...days, dueDate: null } },
		says: 'Dates of 19.7 moved: the cutoff from 11 December 2026 to no date.',
	},
	{
		change: {
			kind: 'dates-moved',
			milestone: '19.7',
			from: { startDate: null, dueDate: null },
			to: days,
		},
		says: 'Dates of 19.7 moved: the start from no date to 14 November 2026, the cutoff from no date to 11 December 2026.',
	},
];

test.each(sentences)('$says', ({ change, says }) => {
	expect(describeChange(change, planRules())).toBe(says);
});

test('an issue that is not seen any more is not called cancelled, nor dropped', () => {
	const sentence = describeChange({ issue, kind: 'not-seen', from: '19.7' }, planRules());
	expect(sentence).toContain('No longer visible in 19.7');
	expect(sentence).not.toMatch(/cancel|drop|delete|remove/i);
});

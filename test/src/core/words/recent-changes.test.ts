import { expect, test } from 'vitest';
import type { ChangesOfDay, PlanChange } from '#core/plan/changes/change.ts';
import { listRecentChanges } from '#core/words/recent-changes.ts';
import { anIssueOfDay, planRules } from '../../../builders.ts';

const rules = planRules();
const issue = (title: string) => anIssueOfDay({ title });
const added = (title: string, milestone = '19.7'): PlanChange => ({
	kind: 'added',
	issue: issue(title),
	milestone,
});
const onDay = (day: string, ...changes: PlanChange[]): ChangesOfDay => ({
	day,
	since: '2026-11-01',
	changes,
});

const days = [
	onDay('2026-11-20', { kind: 'closed', issue: issue('Teach the widget to wait') }),
	onDay('2026-11-23', added('Wait'), added('Wait longer'), added('Wait elsewhere', '19.8'), {
		kind: 'dates-moved',
		milestone: '19.8',
		from: { startDate: null, dueDate: null },
		to: { startDate: '2026-12-12', dueDate: null },
	}),
];

test('the newest day comes first, and changes that say the same are one line', () => {
	expect(listRecentChanges(days, 5, rules).map(({ day, words }) => `${day} ${words}`)).toEqual([
		'2026-11-23 Added to 19.7: 2 issues',
		'2026-11-23 Added to 19.8: Wait elsewhere',
		'2026-11-23 Dates of 19.8 moved',
		'2026-11-20 Closed: Teach the widget to wait',
	]);
});

test('no more lines than are wanted', () => {
	expect(listRecentChanges(days, 1, rules)).toHaveLength(1);
	expect(listRecentChanges([], 5, rules)).toEqual([]);
});

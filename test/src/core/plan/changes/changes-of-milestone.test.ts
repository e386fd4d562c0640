import { expect, test } from 'vitest';
import { changesOfMilestone } from '#core/plan/changes/changes-of-milestone.ts';
import { listChanges } from '#core/plan/changes/compare-plans.ts';
import { anIssueOfDay, aPlanOfDay, planRules } from '../../../../builders.ts';

const dates = { startDate: '2026-11-14', dueDate: '2026-12-11', state: 'active' };
const before = aPlanOfDay({
	day: '2026-11-20',
	milestones: [{ title: '19.7', ...dates }],
	issues: [
		anIssueOfDay({ iid: 1, title: 'Leaves', milestone: '19.7' }),
		anIssueOfDay({ iid: 2, title: 'Comes', milestone: '19.8' }),
		anIssueOfDay({ iid: 3, title: 'Stays and is done', milestone: '19.7' }),
		anIssueOfDay({ iid: 4, title: 'Elsewhere', milestone: '19.8' }),
	],
});
const after = aPlanOfDay({
	day: '2026-11-23',
	milestones: [{ title: '19.7', ...dates, dueDate: '2026-12-18' }],
	issues: [
		anIssueOfDay({ iid: 1, title: 'Leaves', milestone: '19.8', weight: 3 }),
		anIssueOfDay({ iid: 2, title: 'Comes', milestone: '19.7' }),
		anIssueOfDay({ iid: 3, title: 'Stays and is done', milestone: '19.7', state: 'closed' }),
		anIssueOfDay({ iid: 4, title: 'Elsewhere', milestone: '19.8', state: 'closed' }),
		anIssueOfDay({ iid: 5, title: 'New', milestone: '19.7' }),
	],
});
const days = [before, after];
const changes = listChanges(days, planRules());

/** `1 carried`; the number is that of the issue. */
function kindsOf(title: string): string[] {
	return changesOfMilestone(title, changes, days).flatMap((ofDay) =>
		ofDay.changes.map((change) =>
			change.kind === 'dates-moved' ? change.kind : `${String(change.issue.iid)} ${change.kind}`,
		),
	);
}

test('a milestone changes with its dates and with all that is in it, comes or goes', () => {
	expect(kindsOf('19.7')).toEqual([
		'dates-moved',
		'1 carried',
		'1 weight',
		'2 brought-forward',
		'3 closed',
		'5 added',
	]);
});

test('what comes and goes concerns both milestones, the rest only its own', () => {
	expect(kindsOf('19.8')).toEqual(['1 carried', '1 weight', '2 brought-forward', '4 closed']);
	expect(kindsOf('19.9')).toEqual([]);
});

test('the days between which it changed are those of the plans', () => {
	const [only] = changesOfMilestone('19.7', changes, days);
	expect(only).toMatchObject({ day: '2026-11-23', since: '2026-11-20' });
});

import { expect, test } from 'vitest';
import { groupChanges, type PlanChange } from '#core/plan/changes/change.ts';
import { anIssueOfDay } from '../../../../builders.ts';

const issueOf = (iid: number, project = 'example/tools/widget') => {
	const issue = anIssueOfDay({ iid, project });
	return { project: issue.project, iid, title: `Issue ${String(iid)}` };
};
const dates = { startDate: null, dueDate: null };

test('changes of one thing stand together, and none is lost', () => {
	const carried: PlanChange = { issue: issueOf(1), kind: 'carried', from: '19.6', to: '19.7' };
	const closed: PlanChange = { issue: issueOf(2), kind: 'closed' };
	const weighed: PlanChange = { issue: issueOf(1), kind: 'weight', from: null, to: 3 };
	const elsewhere: PlanChange = { issue: issueOf(1, 'example/cars'), kind: 'reopened' };
	const moved: PlanChange = { kind: 'dates-moved', milestone: '19.8', from: dates, to: dates };
	expect(groupChanges([carried, closed, moved, weighed, elsewhere])).toEqual([
		{ milestone: '19.8', changes: [moved] },
		{ issue: issueOf(1), changes: [carried, weighed] },
		{ issue: issueOf(2), changes: [closed] },
		{ issue: issueOf(1, 'example/cars'), changes: [elsewhere] },
	]);
	expect(groupChanges([])).toEqual([]);
});

import type { ChangedIssue, IssueChange, MilestoneChange, PlanChange } from './change.ts';
import { referenceOf } from '#core/base/reference-of.ts';

/** All changes of one thing. */
export type ChangeGroup =
	| { issue: ChangedIssue; changes: IssueChange[] }
	| { milestone: string; changes: MilestoneChange[] };

/** Puts the changes of one milestone's dates, and of one issue, together: milestones first. */
export function groupChanges(changes: readonly PlanChange[]): ChangeGroup[] {
	const milestones = new Map<string, MilestoneChange[]>();
	const issues = new Map<string, { issue: ChangedIssue; changes: IssueChange[] }>();
	for (const change of changes) {
		if (change.kind === 'dates-moved') {
			milestones.set(change.milestone, [...(milestones.get(change.milestone) ?? []), change]);
		} else {
			const { issue } = change;
			const group = issues.get(referenceOf(issue)) ?? { issue, changes: [] };
			group.changes.push(change);
			issues.set(referenceOf(issue), group);
		}
	}
	return [
		...[...milestones].map(([milestone, moved]) => ({ milestone, changes: moved })),
		...issues.values(),
	];
}

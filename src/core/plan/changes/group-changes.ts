import type { ChangedIssue, IssueChange, MilestoneChange, PlanChange } from './change.ts';
import { referenceOf } from '#core/base/reference-of.ts';

export type ChangeGroup =
	| { issue: ChangedIssue; changes: IssueChange[] }
	| { milestone: string; changes: MilestoneChange[] };

/** Puts the changes of one milestone's dates, and of one issue, together: milestones first. */
export function groupChanges(changes: readonly PlanChange[]): ChangeGroup[] {
	const moved = changes.filter((change) => change.kind === 'dates-moved');
	const others = changes.filter((change) => change.kind !== 'dates-moved');
	const byIssue = Map.groupBy(others, ({ issue }) => referenceOf(issue));
	return [
		...Array.from(
			Map.groupBy(moved, ({ milestone }) => milestone),
			([milestone, ofOne]) => ({ milestone, changes: ofOne }),
		),
		...[...byIssue.values()].flatMap((ofOne) => {
			const issue = ofOne[0]?.issue;
			return issue ? [{ issue, changes: ofOne }] : [];
		}),
	];
}

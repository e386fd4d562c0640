import type { IsoDate } from '#model/identifiers.ts';
import type { IssueOfDay, MilestoneOfDay } from '#model/history.ts';
import { referenceOf } from '#core/base/reference-of.ts';

/** An issue as a change names it: its title is the newest that is known. */
export type ChangedIssue = Pick<IssueOfDay, 'project' | 'iid' | 'title'>;

/** What has become of one issue between two plans. Milestones are titles. */
export type IssueChange = { issue: ChangedIssue } & (
	| /** It is in a milestone of the plan and was in none that was asked for. */
	  { kind: 'added'; milestone: string }
	  /** It is in no milestone of the plan any more, and GitLab still shows it. */
	| { kind: 'dropped'; from: string }
	/** It was in a milestone that was asked for again, and is not seen any more. Nobody knows why. */
	| { kind: 'not-seen'; from: string }
	/** To a later milestone: it has slipped. */
	| { kind: 'carried'; from: string; to: string }
	/** To an earlier milestone. */
	| { kind: 'brought-forward'; from: string; to: string }
	/** Labels of priority. `null`: it has none, which is the lowest. */
	| { kind: 'promoted' | 'demoted'; from: string | null; to: string | null }
	| { kind: 'committed' | 'uncommitted' }
	/** GitLab's words. `null`: not set. */
	| { kind: 'health'; from: string | null; to: string | null }
	| { kind: 'closed' | 'reopened' }
	/** `null`: not weighed. */
	| { kind: 'weight'; from: number | null; to: number | null }
	| { kind: 'retitled'; from: string }
);

type Days = Pick<MilestoneOfDay, 'startDate' | 'dueDate'>;

export interface MilestoneChange {
	kind: 'dates-moved';
	milestone: string;
	from: Days;
	to: Days;
}

export type PlanChange = IssueChange | MilestoneChange;

/** What has changed from the plan that was kept before to the one of this day. */
export interface ChangesOfDay<Change = PlanChange> {
	day: IsoDate;
	/** The day of the plan before it. */
	since: IsoDate;
	changes: Change[];
}

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

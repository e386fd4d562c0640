import type { Issue } from '#model/issue.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import {
	hasLabel,
	isDeliverable,
	missedMilestones,
	priorityOf,
	scopedValue,
	type Priority,
} from '#core/base/labels.ts';
import { compareReferences, compareTitles } from '#model/order.ts';

/** An issue of the plan, and what its labels say about it. */
export interface PlannedIssue<Row = Issue> {
	issue: Row;
	commitment: 'deliverable' | 'stretch';
	/** The value of the workflow label, as GitLab spells it. `null`: the issue has none. */
	workflow: string | null;
	blocked: boolean;
	/** The earlier milestones in which it was, by its labels or by kept plans, by their numbers. */
	carried: string[];
	/** It was a commitment in one of them. */
	missedDeliverable: boolean;
}

/** @param seenIn The earlier milestones in which kept plans have it. */
export function toPlannedIssue<Row extends Pick<Issue, 'labels'>>(
	issue: Row,
	rules: PlanRules,
	seenIn: readonly string[] = [],
): PlannedIssue<Row> {
	const { blockedLabels, missedDeliverableLabel, workflowScope } = rules;
	return {
		issue,
		commitment: isDeliverable(issue, rules) ? 'deliverable' : 'stretch',
		workflow:
			workflowScope === undefined ? null : (scopedValue(issue.labels, workflowScope) ?? null),
		blocked: blockedLabels.some((label) => hasLabel(issue.labels, label)),
		carried: [...new Set([...missedMilestones(issue, rules), ...seenIn])].toSorted(compareTitles),
		missedDeliverable:
			missedDeliverableLabel !== undefined && hasLabel(issue.labels, missedDeliverableLabel),
	};
}

export interface PriorityGroup<Row = Issue> {
	/** `null`: the issues without a priority. */
	priority: Priority | null;
	issues: PlannedIssue<Row>[];
}

/** One group for each priority of the rules, highest first, then one for the rest. May be empty. */
export function groupByPriority<Row extends Pick<Issue, 'labels'>>(
	planned: readonly PlannedIssue<Row>[],
	rules: Pick<PlanRules, 'priorities'>,
): PriorityGroup<Row>[] {
	return [...rules.priorities, null].map((priority) => ({
		priority,
		issues: planned.filter(({ issue }) => (priorityOf(issue, rules) ?? null) === priority),
	}));
}

type Placed = Pick<Issue, 'project' | 'iid' | 'state'>;

/** Deliverables first, then what is not closed, then by reference. */
export function comparePlanned(a: PlannedIssue<Placed>, b: PlannedIssue<Placed>): number {
	const place = ({ commitment, issue }: PlannedIssue<Placed>) =>
		(commitment === 'deliverable' ? 0 : 2) + (issue.state === 'closed' ? 1 : 0);
	return place(a) - place(b) || compareReferences(a.issue, b.issue);
}

import type { IssueOfDay, PlanOfDay } from '#model/history.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import { isDeliverable, priorityOf, type Priority } from '#core/base/labels.ts';
import { currentMilestone } from '#core/base/milestones.ts';
import { comparePlanned, toPlannedIssue, type PlannedIssue } from '#core/plan/planned-issue.ts';
import { measureProgress, type Progress } from '#core/plan/progress.ts';

/** What was planned for a milestone on a kept day. */
export interface ArrangedMilestone {
	title: string;
	/** The day lay in it, or it was the next to begin. */
	isCurrent: boolean;
	/** Those that have issues, highest first. `null`: without a priority. */
	groups: { priority: Priority | null; issues: PlannedIssue<IssueOfDay>[] }[];
	/** Issues that were deliverables. */
	committed: number;
	progress: Progress;
}

/**
 * A kept plan as a reader looks at it: the milestones that were asked for, and of each its issues by
 * priority, deliverables first. It is read by the rules of today, since those of that day are not
 * kept.
 */
export function arrangePlan(
	{ day, milestones, asked, issues }: PlanOfDay,
	rules: PlanRules,
): ArrangedMilestone[] {
	const current = currentMilestone(milestones, day);
	return asked.map((title) => {
		const planned = issues.filter(({ milestone }) => milestone === title);
		return {
			title,
			isCurrent: title === current?.title,
			groups: groupByPriority(planned, rules),
			committed: planned.filter((issue) => isDeliverable(issue, rules)).length,
			progress: measureProgress(planned),
		};
	});
}

function groupByPriority(
	issues: readonly IssueOfDay[],
	rules: PlanRules,
): ArrangedMilestone['groups'] {
	return [...rules.priorities, null]
		.map((priority) => ({
			priority,
			issues: issues
				.filter((issue) => (priorityOf(issue, rules) ?? null) === priority)
				.map((issue) => toPlannedIssue(issue, rules))
				.toSorted(comparePlanned),
		}))
		.filter((group) => group.issues.length > 0);
}

import type { IssueOfDay, PlanOfDay } from '#model/history.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import { currentMilestone } from '#core/base/milestones.ts';
import {
	comparePlanned,
	groupByPriority,
	toPlannedIssue,
	type PriorityGroup,
} from '#core/plan/plan.ts';
import { measureProgress, type Progress } from '#core/plan/progress.ts';

/** What was planned for a milestone on a kept day. */
export interface ArrangedMilestone {
	title: string;
	/** The day lay in it, or it was the next to begin. */
	isCurrent: boolean;
	/** Those that have issues, highest first. */
	groups: PriorityGroup<IssueOfDay>[];
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
		const ofMilestone = issues.filter(({ milestone }) => milestone === title);
		const planned = ofMilestone
			.map((issue) => toPlannedIssue(issue, rules))
			.toSorted(comparePlanned);
		return {
			title,
			isCurrent: title === current?.title,
			groups: groupByPriority(planned, rules).filter((group) => group.issues.length > 0),
			committed: planned.filter(({ commitment }) => commitment === 'deliverable').length,
			progress: measureProgress(ofMilestone),
		};
	});
}

import type { IsoDate } from '#model/identifiers.ts';
import type { Issue } from '#model/issue.ts';
import type { Milestone } from '#model/milestone.ts';
import type { PlanRules } from '#model/registry.ts';
import { isDeliverable, priorityOf, scopedValue, type Priority } from './labels.ts';
import {
	currentMilestone,
	isPlanMilestone,
	milestoneDates,
	nextMilestones,
	type MilestoneDates,
} from './milestones.ts';
import { compareReferences } from './order.ts';
import { findPlanningIssue, isPlanningIssue } from './planning-issues.ts';
import { measureProgress, type Progress } from './progress.ts';

/** What the snapshot knows of the plan, and by which rules it is read. */
export interface PlanSource {
	milestones: readonly Milestone[];
	/** The team's issues: GitLab was asked by the group labels, so they are not looked at again. */
	issues: readonly Issue[];
	planningIssues: readonly Issue[];
	rules: PlanRules;
	/** The snapshot's day, so that one snapshot always gives one plan. */
	today: IsoDate;
}

export interface PlannedIssue {
	issue: Issue;
	commitment: 'deliverable' | 'stretch';
	/** The value of the workflow label, as GitLab spells it. `null`: the issue has none. */
	workflow: string | null;
}

export interface PriorityGroup {
	/** `null`: the issues without a priority. */
	priority: Priority | null;
	issues: PlannedIssue[];
}

export interface MilestonePlan {
	milestone: Milestone;
	dates: MilestoneDates;
	/** `null` also when the list of planning issues is missing: whether it is, the caller knows. */
	planningIssue: Issue | null;
	/** One group for each priority of the rules, highest first, then one for the rest. May be empty. */
	groups: PriorityGroup[];
	progress: Progress;
}

export interface Plan {
	/** `null`: no milestone has dates, or all are over. Then there is no next one either. */
	current: MilestonePlan | null;
	next: MilestonePlan[];
}

/** The plan of the current milestone and of the next ones, as many as the rules say. */
export function buildPlan(source: PlanSource): Plan {
	const milestones = source.milestones.filter(({ title }) =>
		isPlanMilestone(title, source.rules.milestonePattern),
	);
	const current = currentMilestone(milestones, source.today);
	if (current === undefined) return { current: null, next: [] };
	const next = nextMilestones(milestones, current, source.rules.nextMilestones);
	return {
		current: planOf(current, source),
		next: next.map((milestone) => planOf(milestone, source)),
	};
}

function planOf(
	milestone: Milestone,
	{ issues, planningIssues, rules }: PlanSource,
): MilestonePlan {
	const work = issues.filter(
		(issue) => issue.milestone === milestone.title && !isPlanningIssue(issue, rules),
	);
	return {
		milestone,
		dates: milestoneDates(milestone, rules),
		planningIssue: findPlanningIssue(milestone, planningIssues, rules) ?? null,
		groups: groupByPriority(work, rules),
		progress: measureProgress(work),
	};
}

function groupByPriority(issues: readonly Issue[], rules: PlanRules): PriorityGroup[] {
	const groupOf = (priority: Priority | undefined): PriorityGroup => ({
		priority: priority ?? null,
		issues: issues
			.filter((issue) => priorityOf(issue, rules) === priority)
			.map((issue) => toPlannedIssue(issue, rules))
			.toSorted(comparePlanned),
	});
	return [...rules.priorities.map(groupOf), groupOf(undefined)];
}

function toPlannedIssue(issue: Issue, rules: PlanRules): PlannedIssue {
	return {
		issue,
		commitment: isDeliverable(issue, rules) ? 'deliverable' : 'stretch',
		workflow: scopedValue(issue.labels, rules.workflowScope) ?? null,
	};
}

/** Deliverables first, then what is not closed, then by reference. */
function comparePlanned(a: PlannedIssue, b: PlannedIssue): number {
	const place = ({ commitment, issue }: PlannedIssue) =>
		(commitment === 'deliverable' ? 0 : 2) + (issue.state === 'closed' ? 1 : 0);
	return place(a) - place(b) || compareReferences(a.issue, b.issue);
}

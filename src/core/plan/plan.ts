import type { IsoDate } from '#model/identifiers.ts';
import type { Issue } from '#model/issue.ts';
import type { Milestone } from '#model/milestone.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import {
	hasLabel,
	isDeliverable,
	missedMilestones,
	priorityOf,
	scopedValue,
	type Priority,
} from '#core/base/labels.ts';
import {
	currentMilestone,
	isPlanMilestone,
	lastMilestone,
	milestoneDates,
	nextMilestones,
	type MilestoneDates,
} from '#core/base/milestones.ts';
import { compareReferences, compareTitles } from '#model/order.ts';
import { referenceOf } from '#core/base/reference-of.ts';
import { findPlanningIssue, isPlanningIssue } from './planning-issues.ts';
import { measureProgress, type Progress } from './progress.ts';
import { groupReliability, type ReliabilitySection } from './reliability.ts';

/** What the snapshot knows of the plan, and by which rules it is read. */
export interface PlanSource {
	milestones: readonly Milestone[];
	/** The team's issues: GitLab was asked by the group labels, so they are not looked at again. */
	issues: readonly Issue[];
	/** Those that are proposed for a milestone by a label. Any that is not among the issues too. */
	candidates: readonly Issue[];
	planningIssues: readonly Issue[];
	/** The milestones in which kept plans have an issue, by reference: whether it was carried in, labels alone don't say. */
	seenIn?: ReadonlyMap<string, readonly string[]>;
	rules: PlanRules;
	/** The snapshot's day, so that one snapshot always gives one plan. */
	today: IsoDate;
}

export interface MilestonePlan {
	milestone: Milestone;
	dates: MilestoneDates;
	/** `null` also when the list of planning issues is missing: whether it is, the caller knows. */
	planningIssue: Issue | null;
	/** Issues that are proposed for it and are in another milestone, or in none. By reference. */
	candidates: PlannedIssue[];
	/** Its issues that matter to reliability. `null`: the rules have no such section. */
	reliability: ReliabilitySection | null;
	/** One group for each priority of the rules, highest first, then one for the rest. May be empty. */
	groups: PriorityGroup[];
	progress: Progress;
}

export interface Plan {
	/** `null`: no milestone has dates, or all are over. Then there is no next one either. */
	current: MilestonePlan | null;
	next: MilestonePlan[];
	/** The milestone that has ended last before the current one. `null`: none has. */
	last: MilestonePlan | null;
}

/** The plan of the current milestone and of the next ones, as many as the rules say. */
export function buildPlan(source: PlanSource): Plan {
	const milestones = source.milestones.filter(({ title }) =>
		isPlanMilestone(title, source.rules.milestonePattern),
	);
	const current = currentMilestone(milestones, source.today);
	if (current === undefined) return { current: null, next: [], last: null };
	const next = nextMilestones(milestones, current, source.rules.nextMilestones);
	const last = lastMilestone(milestones, current, source.today);
	return {
		current: planOf(current, source),
		next: next.map((milestone) => planOf(milestone, source)),
		last: last ? planOf(last, source) : null,
	};
}

function planOf(milestone: Milestone, source: PlanSource): MilestonePlan {
	const { issues, planningIssues, rules } = source;
	const work = issues.filter(
		(issue) => issue.milestone === milestone.title && !isPlanningIssue(issue, rules),
	);
	const earlierOf = (issue: Issue) =>
		source.seenIn
			?.get(referenceOf(issue))
			?.filter((title) => compareTitles(title, milestone.title) < 0);
	const planned = work
		.map((issue) => toPlannedIssue(issue, rules, earlierOf(issue)))
		.toSorted(comparePlanned);
	return {
		milestone,
		dates: milestoneDates(milestone, rules),
		planningIssue: findPlanningIssue(milestone, planningIssues, rules) ?? null,
		candidates: findCandidates(milestone.title, source),
		reliability: groupReliability(planned, rules),
		groups: groupByPriority(planned, rules),
		progress: measureProgress(work),
	};
}

function findCandidates(title: string, { issues, candidates, rules }: PlanSource): PlannedIssue[] {
	const proposed = [...candidates, ...issues].filter(
		(issue) =>
			issue.milestone !== title &&
			rules.candidateScope !== undefined &&
			scopedValue(issue.labels, rules.candidateScope) === title &&
			!isPlanningIssue(issue, rules),
	);
	const unique = new Map(proposed.map((issue) => [referenceOf(issue), issue]));
	return [...unique.values()]
		.toSorted(compareReferences)
		.map((issue) => toPlannedIssue(issue, rules));
}

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

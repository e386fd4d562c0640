import type { IssueOfDay, PlanOfDay } from '#model/history.ts';
import type { Issue } from '#model/issue.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import type { SnapshotRows } from '#model/snapshot.ts';
import { keptDay, type KeptPull } from '#core/base/kept-day.ts';
import { hasLabel, isPlanLabel } from '#core/base/labels.ts';
import { sortMilestones, titleOrder } from '#core/base/title-order.ts';
import { findAskedMilestones, isPlanMilestone } from '#core/base/milestones.ts';
import { compareReferences, compareText } from '#model/order.ts';
import { referenceOf } from '#core/base/reference-of.ts';
import { isPlanningIssue } from './planning-issues.ts';
import { fingerprintPlanRules } from './plan-rules.ts';

type PlanLists = {
	readonly [List in 'milestones' | 'issues' | 'former-issues' | 'candidates']: Readonly<
		SnapshotRows[List]
	>;
};

/**
 * What is kept of the plan of a day: the issues of the milestones that were asked for, and the
 * candidates and those that have left the plan, which may be in any milestone or in none. An issue
 * that is in several lists is kept once. One that has lost the labels of the group is in no milestone
 * of this plan, whatever GitLab says.
 * Planning issues are no work, so they are left out, and so is every label of which the rules of the
 * plan do not speak.
 *
 * @param lists Fresh ones of that pull.
 */
export function toPlanOfDay(pull: KeptPull, lists: PlanLists, rules: PlanRules): PlanOfDay {
	const head = keptDay(pull);
	const milestones = sortMilestones(
		lists.milestones.filter(({ title }) => isPlanMilestone(title, rules.milestonePattern)),
	);
	const asked = findAskedMilestones(milestones, rules, head.day)
		.map(({ title }) => title)
		.toSorted(titleOrder(milestones));
	return {
		...head,
		rules: fingerprintPlanRules(rules),
		milestones: milestones.map(({ title, startDate, dueDate, state }) => ({
			title,
			startDate,
			dueDate,
			state,
		})),
		asked,
		issues: pickIssues(lists, asked, rules),
	};
}

function pickIssues(
	{ issues, candidates, ...lists }: PlanLists,
	asked: readonly string[],
	rules: PlanRules,
): IssueOfDay[] {
	const former = lists['former-issues'].map((issue) =>
		rules.groupLabels.some((label) => hasLabel(issue.labels, label))
			? issue
			: { ...issue, milestone: null },
	);
	const inPlan = issues.filter(({ milestone }) => milestone !== null && asked.includes(milestone));
	const byReference = new Map<string, Issue>();
	// The rows of the milestones come last, and so they win.
	for (const issue of [...former, ...candidates, ...inPlan]) {
		if (!isPlanningIssue(issue, rules)) {
			byReference.set(referenceOf(issue), issue);
		}
	}
	return [...byReference.values()]
		.map((issue) => toIssueOfDay(issue, rules))
		.toSorted(compareReferences);
}

function toIssueOfDay(issue: Issue, rules: PlanRules): IssueOfDay {
	const { project, iid, title, state, milestone, weight, healthStatus } = issue;
	const labels = new Set(issue.labels.filter((label) => isPlanLabel(label, rules)));
	return {
		project,
		iid,
		title,
		state,
		milestone,
		weight,
		healthStatus,
		labels: [...labels].toSorted(compareText),
	};
}

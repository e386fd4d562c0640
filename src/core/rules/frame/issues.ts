import type { Issue } from '#model/issue.ts';
import { hasLabel, scopedValue } from '#core/base/labels.ts';
import { isPlanningIssue } from '#core/plan/planning-issues.ts';
import type { MilestonePlan } from '#core/plan/plan.ts';
import type { RuleWorld } from './rule.ts';

/** The issues of a milestone's plan that aren't closed. */
export function openIssuesOf(plan: MilestonePlan | null): Issue[] {
	return issuesOf(plan).filter(({ state }) => state !== 'closed');
}

export function issuesOf(plan: MilestonePlan | null): Issue[] {
	return (plan?.groups ?? []).flatMap(({ issues }) => issues.map(({ issue }) => issue));
}

/** All issues of the current milestone and the next ones. */
export function plannedIssues({ plan }: RuleWorld): Issue[] {
	return [plan.current, ...plan.next].flatMap(issuesOf);
}

/** Every issue that the snapshot knows of the plan, but no planning issue. */
export function allIssues({ snapshot, registry }: RuleWorld): Issue[] {
	return snapshot.rows.issues.filter((issue) => !isPlanningIssue(issue, registry.plan));
}

/** The open issues of the current milestone whose workflow label has one of these values. */
export function workIn({ plan, registry }: RuleWorld, values: readonly string[]): Issue[] {
	const scope = registry.plan.workflowScope ?? '';
	return openIssuesOf(plan.current).filter(({ labels }) =>
		hasLabel(values, scopedValue(labels, scope) ?? ''),
	);
}

/** `19.7`, or words for when nobody knows. */
export function currentTitle({ plan }: RuleWorld): string {
	return plan.current?.milestone.title ?? 'the current milestone';
}

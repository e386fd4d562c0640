import type { Issue } from '#model/issue.ts';
import type { PlanRules } from '#model/plan-rules.ts';

type Labelled = Pick<Issue, 'labels'>;

/** Teams write the same label in small and capital letters, and with more spaces or fewer. */
export function hasLabel(labels: readonly string[], wanted: string): boolean {
	return labels.some((label) => isSame(label, wanted));
}

/**
 * The value of a scoped label: for the scope `workflow`, the `in dev` of `workflow::in dev`.
 *
 * The scope is all before the last `::`, so `a::b::c` has the scope `a::b`.
 * `undefined`: no label has the scope. GitLab allows one label per scope.
 */
export function scopedValue(labels: readonly string[], scope: string): string | undefined {
	for (const label of labels) {
		const end = label.lastIndexOf('::');
		if (end > 0 && isSame(label.slice(0, end), scope)) {
			return label.slice(end + '::'.length).trim();
		}
	}
	return undefined;
}

/** A commitment. What is none is stretch. Without a label for it, all issues count alike: each is one. */
export function isDeliverable(
	issue: Labelled,
	{ deliverableLabel }: Pick<PlanRules, 'deliverableLabel'>,
): boolean {
	return deliverableLabel === undefined || hasLabel(issue.labels, deliverableLabel);
}

/** Whether the team sets commitments apart. */
export function hasCommitments({ deliverableLabel }: Pick<PlanRules, 'deliverableLabel'>): boolean {
	return deliverableLabel !== undefined;
}

export type Priority = PlanRules['priorities'][number];

/** The highest, when an issue has several. `undefined`: it has none. */
export function priorityOf(
	issue: Labelled,
	{ priorities }: Pick<PlanRules, 'priorities'>,
): Priority | undefined {
	return priorities.find(({ label }) => hasLabel(issue.labels, label));
}

/** 0: the highest. Without a priority, an issue comes after all that have one. */
export function rankOf(issue: Labelled, { priorities }: Pick<PlanRules, 'priorities'>): number {
	const priority = priorityOf(issue, { priorities });
	return priority ? priorities.indexOf(priority) : priorities.length;
}

/** Whether the rules of the plan speak of a label: what others say is no part of the plan. */
export function isPlanLabel(label: string, rules: PlanRules): boolean {
	const named = [
		...rules.priorities.map((priority) => priority.label),
		...(rules.deliverableLabel === undefined ? [] : [rules.deliverableLabel]),
		...rules.blockedLabels,
		...(rules.reliability?.labels.map((one) => one.label) ?? []),
		...(rules.missedDeliverableLabel === undefined ? [] : [rules.missedDeliverableLabel]),
	];
	const scopes = [rules.candidateScope, rules.workflowScope].filter((one) => one !== undefined);
	return (
		named.some((name) => isSame(name, label)) ||
		scopes.some((scope) => scopedValue([label], scope) !== undefined) ||
		missedMilestone(label, rules) !== undefined
	);
}

/**
 * The milestones in which an issue was not done, as the cleanup has labelled it: the `19.5` of
 * `missed:19.5`. Not sorted.
 */
export function missedMilestones(
	{ labels }: Labelled,
	rules: Pick<PlanRules, 'missedPrefix'>,
): string[] {
	const titles = labels.map((label) => missedMilestone(label, rules));
	return [...new Set(titles.filter((title) => title !== undefined))];
}

function missedMilestone(
	label: string,
	{ missedPrefix }: Pick<PlanRules, 'missedPrefix'>,
): string | undefined {
	if (missedPrefix === undefined) return undefined;
	const start = collapseSpaces(label).slice(0, missedPrefix.length);
	if (!isSame(start, missedPrefix)) return undefined;
	const title = collapseSpaces(label).slice(missedPrefix.length).trim();
	return title === '' ? undefined : title;
}

/** Whether two texts are one but for spacing and case. */
function isSame(a: string, b: string): boolean {
	return collapseSpaces(a).toLowerCase() === collapseSpaces(b).toLowerCase();
}

/** Spacing says nothing in titles and labels. */
export function collapseSpaces(text: string): string {
	return text.trim().replaceAll(/\s+/g, ' ');
}

import type { Issue } from '#model/issue.ts';
import type { PlanRules } from '#model/registry.ts';

type Labelled = Pick<Issue, 'labels'>;

/** GitLab spells a label as its group did; teams write the same label in small and capital letters. */
export function hasLabel(labels: readonly string[], wanted: string): boolean {
	return labels.some((label) => isSame(label, wanted));
}

/**
 * The value of a scoped label: for the scope `workflow`, the `in dev` of `workflow::in dev`.
 *
 * The scope is all that stands before the last `::`, so `a::b::c` has the scope `a::b`.
 * `undefined`: no label has the scope. GitLab allows one label per scope.
 */
export function scopedValue(labels: readonly string[], scope: string): string | undefined {
	for (const label of labels) {
		const end = label.lastIndexOf('::');
		if (end > 0 && isSame(label.slice(0, end), scope)) return label.slice(end + '::'.length);
	}
	return undefined;
}

/** A commitment. What is none is stretch. */
export function isDeliverable(
	issue: Labelled,
	{ deliverableLabel }: Pick<PlanRules, 'deliverableLabel'>,
): boolean {
	return hasLabel(issue.labels, deliverableLabel);
}

export type Priority = PlanRules['priorities'][number];

/** The highest, when an issue has several. `undefined`: it has none. */
export function priorityOf(
	issue: Labelled,
	{ priorities }: Pick<PlanRules, 'priorities'>,
): Priority | undefined {
	return priorities.find(({ label }) => hasLabel(issue.labels, label));
}

function isSame(a: string, b: string): boolean {
	return a.toLowerCase() === b.toLowerCase();
}

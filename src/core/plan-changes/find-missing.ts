import type { IssueOfDay, PlanOfDay } from '#model/history.ts';
import type { Issue } from '#model/issue.ts';
import { referenceOf } from './reference-of.ts';

/**
 * The issues of a kept plan of which the lists tell nothing any more, although their milestones were
 * asked for again: they may have been dropped, handed to others, or hidden from strangers.
 *
 * @param rows All that the lists of the plan have now.
 */
export function findMissing(
	kept: Pick<PlanOfDay, 'issues'>,
	asked: readonly string[],
	rows: readonly Pick<Issue, 'project' | 'iid'>[],
): IssueOfDay[] {
	const listed = new Set(rows.map(referenceOf));
	return kept.issues.filter(
		(issue) =>
			issue.milestone !== null &&
			asked.includes(issue.milestone) &&
			!listed.has(referenceOf(issue)),
	);
}

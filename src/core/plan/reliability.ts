import type { PlanRules } from '#model/plan-rules.ts';
import { hasLabel } from '#core/base/labels.ts';
import type { PlannedIssue } from './plan.ts';

/** The issues of a milestone that matter to reliability, by label. */
export interface ReliabilitySection {
	title: string;
	/** One for each label of the rules, in their order. May be empty. An issue is in each that it has. */
	groups: { label: string; meaning: string; issues: PlannedIssue[] }[];
}

/** `null`: the rules have no such section. */
export function groupReliability(
	planned: readonly PlannedIssue[],
	{ reliability }: Pick<PlanRules, 'reliability'>,
): ReliabilitySection | null {
	if (!reliability) return null;
	return {
		title: reliability.title,
		groups: reliability.labels.map(({ label, meaning }) => ({
			label,
			meaning,
			issues: planned.filter(({ issue }) => hasLabel(issue.labels, label)),
		})),
	};
}

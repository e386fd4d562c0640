import { hasLabel, rankOf } from '#core/base/labels.ts';
import type { Issue } from '#model/issue.ts';
import { compareReferences } from '#model/order.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import { toPlannedIssue, type PlannedIssue } from './plan.ts';

export interface RoadmapColumn {
	label: string;
	name: string;
	/** By priority, then by reference. May be none. */
	issues: PlannedIssue[];
}

export function arrangeColumns(issues: readonly Issue[], rules: PlanRules): RoadmapColumn[] {
	const sorted = issues.toSorted(
		(a, b) => rankOf(a, rules) - rankOf(b, rules) || compareReferences(a, b),
	);
	return rules.roadmapLabels.map(({ label, name }) => ({
		label,
		name,
		issues: sorted
			.filter(({ labels }) => hasLabel(labels, label))
			.map((issue) => toPlannedIssue(issue, rules)),
	}));
}

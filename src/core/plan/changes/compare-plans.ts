import type { PlanOfDay } from '#model/history.ts';
import type { PlanRules } from '#model/registry.ts';
import { isPlanMilestone } from '#core/base/milestones.ts';
import { compareTitles } from '#model/order.ts';
import type { PlanChange } from './change.ts';
import { comparePlansBy } from './compare-plans-by.ts';

/**
 * What has changed from one plan to another, as `comparePlansBy` tells it: milestones of the plan are
 * those that the pattern of the rules takes. Not for browsers: the engine for patterns is heavy.
 */
export function comparePlans(before: PlanOfDay, after: PlanOfDay, rules: PlanRules): PlanChange[] {
	const isOfPlan = (title: string) => isPlanMilestone(title, rules.milestonePattern);
	return comparePlansBy(before, after, rules, isOfPlan);
}

/** The titles in kept plans that are those of milestones of the plan, each once. */
export function findPlanTitles(
	plans: readonly PlanOfDay[],
	{ milestonePattern }: Pick<PlanRules, 'milestonePattern'>,
): string[] {
	const titles = new Set(plans.flatMap(({ issues }) => issues.map(({ milestone }) => milestone)));
	return [...titles]
		.filter((title) => title !== null)
		.filter((title) => isPlanMilestone(title, milestonePattern))
		.toSorted(compareTitles);
}

import type { PlanOfDay } from '#model/history.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import { compareText } from '#model/order.ts';
import type { ChangesOfDay } from './change.ts';
import { comparePlans } from './compare-plans.ts';

/**
 * What has changed from each kept day to the next, newest last. A day on which nothing has changed
 * is left out, and so is the first one, which has nothing before it.
 */
export function listChanges(days: readonly PlanOfDay[], rules: PlanRules): ChangesOfDay[] {
	const inOrder = days.toSorted((a, b) => compareText(a.day, b.day));
	return inOrder.flatMap((after, index) => {
		const before = inOrder[index - 1];
		if (!before) return [];
		const changes = comparePlans(before, after, rules);
		return changes.length === 0 ? [] : [{ day: after.day, since: before.day, changes }];
	});
}

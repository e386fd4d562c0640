import { hasCommitments } from '#core/base/labels.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import { changeKinds, type ChangeKind } from '#core/words/change-words.ts';

/** Since when a reader can see what has changed in the plan: one of these two, or a kept day. */
export const lastSnapshot = 'last-snapshot';
export const lastVisit = 'last-visit';

/**
 * The kept day whose plan a reader has seen. A visit on a day that was not kept, or not for so long,
 * is taken for the kept day before it, else for the first one.
 *
 * @param days Oldest first.
 */
export function findDay(visit: IsoDate, days: readonly IsoDate[]): IsoDate | null {
	return days.findLast((day) => day <= visit) ?? days[0] ?? null;
}

function isKind(name: string): name is ChangeKind {
	return name in changeKinds;
}

/** The kinds of changes that a plan can have, in the order in which they are offered. */
export function kindsOf(
	rules: Pick<PlanRules, 'deliverableLabel' | 'priorities'>,
): readonly ChangeKind[] {
	const never = new Set<ChangeKind>([
		...(hasCommitments(rules) ? [] : (['committed', 'uncommitted'] as const)),
		...(rules.priorities.length > 1 ? [] : (['promoted', 'demoted'] as const)),
	]);
	return Object.keys(changeKinds)
		.filter(isKind)
		.filter((kind) => !never.has(kind));
}

import type { PlanOfDay } from '#model/history.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { Milestone } from '#model/milestone.ts';
import { isPlanMilestone } from '#core/base/milestones.ts';
import { titleOrder } from '#core/base/title-order.ts';
import { compareTitles } from '#model/order.ts';

/** A milestone of the plan, today or once. */
export interface KnownMilestone {
	milestone: Milestone;
	/** The newest day of which it is known. `null`: the snapshot has it. */
	keptOn: IsoDate | null;
}

/**
 * The milestones of the plan in `titleOrder`: those of the snapshot, and those whose
 * plan was kept on an earlier day, as they were on the newest of these days.
 *
 * @param days Sorted by day.
 * @param pattern `milestonePattern` of the plan's rules. A plan that was kept once counts by
 *   whatever pattern.
 */
export function findKnownMilestones(
	milestones: readonly Milestone[],
	days: readonly Pick<PlanOfDay, 'day' | 'milestones' | 'asked'>[],
	pattern: string,
): KnownMilestone[] {
	const known = new Map<string, KnownMilestone>();
	for (const { day, milestones: ofDay, asked } of days) {
		for (const title of asked) {
			const dates = ofDay.find((one) => one.title === title);
			const milestone = dates ?? { title, startDate: null, dueDate: null, state: 'unknown' };
			known.set(title, { milestone: { ...milestone, webUrl: null }, keptOn: day });
		}
	}
	for (const milestone of milestones) {
		if (!known.has(milestone.title) && !isPlanMilestone(milestone.title, pattern)) continue;
		known.set(milestone.title, { milestone, keptOn: null });
	}
	const all = [...known.values()];
	const order = titleOrder(all.map(({ milestone }) => milestone));
	return all.toSorted((a, b) => order(a.milestone.title, b.milestone.title));
}

/** What a milestone is to a day. `undated`: its own dates do not say. */
export type MilestonePlace = 'past' | 'current' | 'next' | 'undated';

/**
 * @param current The current milestone. `null`: there is none, or nobody knows which it is.
 */
export function placeOfMilestone(
	{ title, dueDate }: Pick<Milestone, 'title' | 'dueDate'>,
	current: Pick<Milestone, 'title'> | null,
	today: IsoDate,
): MilestonePlace {
	if (title === current?.title) return 'current';
	if (dueDate !== null) return dueDate < today ? 'past' : 'next';
	if (current === null) return 'undated';
	return compareTitles(title, current.title) < 0 ? 'past' : 'next';
}

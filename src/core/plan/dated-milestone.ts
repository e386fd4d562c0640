import type { IsoDate } from '#model/identifiers.ts';
import type { Milestone } from '#model/milestone.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import { findMilestoneDays } from './calendar.ts';
import { planningDay } from './planning-issues.ts';
import type { MilestoneDates } from '#core/base/milestones.ts';

/** The days of a milestone, and which of its two dates are GitLab's own. */
export interface DatedMilestone {
	title: string;
	dates: MilestoneDates;
	/** False: worked out from another milestone, or unknown. */
	fromGitlab: { start: boolean; cutoff: boolean };
	/** The day by which there should be a planning issue. `null`: nobody knows, or there are none. */
	planningIssueDue: IsoDate | null;
}

/**
 * GitLab's dates win. Those that it lacks follow from the nearest milestone that has some; all other
 * days follow from the two.
 *
 * @param milestones All that are known, this one among them.
 */
export function dateMilestone(
	{ title, startDate, dueDate }: Pick<Milestone, 'title' | 'startDate' | 'dueDate'>,
	milestones: readonly Pick<Milestone, 'title' | 'startDate' | 'dueDate'>[],
	rules: PlanRules,
): DatedMilestone {
	const { dates } = findMilestoneDays(title, milestones, rules);
	return {
		title,
		dates,
		fromGitlab: { start: startDate !== null, cutoff: dueDate !== null },
		planningIssueDue: planningDay(dates.start, rules),
	};
}

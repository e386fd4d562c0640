import {
	findMilestoneDays,
	parseTitle,
	titleAfter,
	type CalendarMilestone,
} from '#core/plan/calendar.ts';
import { milestonesAround } from '#core/base/milestones.ts';
import { titleOrder } from '#core/base/title-order.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { Milestone } from '#model/milestone.ts';
import type { PlanRules } from '#model/plan-rules.ts';

/** How many milestones before and after the current one the calendar has. */
const window = { before: 3, after: 6 };

/**
 * The milestones of the calendar, in `titleOrder`: those that GitLab has around the
 * current one, and those that follow by the rules before GitLab has them. Of each the days that are
 * known; `start` and `cutoff` are from GitLab where it has them.
 */
export function findCalendarMilestones(
	milestones: readonly Milestone[],
	rules: PlanRules,
	today: IsoDate,
): CalendarMilestone[] {
	const known = milestonesAround(milestones, today, { pattern: rules.milestonePattern, ...window });
	const titles = new Set([
		...known.map(({ title }) => title),
		...titlesToCome(known, today, rules),
	]);
	return [...titles]
		.toSorted(titleOrder(known))
		.map((title) => findMilestoneDays(title, milestones, rules));
}

/** Those that follow the newest milestone that has begun, or the first one when none has. */
function titlesToCome(known: readonly Milestone[], today: IsoDate, rules: PlanRules): string[] {
	const begun = known.findLast(({ startDate }) => startDate !== null && startDate <= today);
	const from = begun ?? known[0];
	const { lastMinor } = rules;
	if (from === undefined || parseTitle(from.title) === undefined || lastMinor === undefined) {
		return [];
	}
	return Array.from({ length: window.after }, (_, index) =>
		titleAfter(from.title, index + 1, { lastMinor }),
	);
}

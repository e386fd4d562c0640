import type { PlanOfDay } from '#model/history.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { findMilestoneEnds } from './milestone-ends.ts';
import { findLatestMilestone } from './milestone-record.ts';

/**
 * The kept days that the records of milestones need: without them what was promised and what
 * was delivered would be read from other days, and be something else.
 */
export function findNeededDays(days: readonly PlanOfDay[]): IsoDate[] {
	const titles = new Set(days.flatMap(({ asked }) => asked));
	const needed = [...titles].flatMap((title) => {
		const ends = findMilestoneEnds(title, findLatestMilestone(title, days), days);
		return [ends?.promise?.day, ends?.result?.day].filter((day) => day !== undefined);
	});
	return [...new Set(needed)].toSorted();
}

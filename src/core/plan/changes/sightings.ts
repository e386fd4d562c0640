import type { IssueOfDay, PlanOfDay } from '#model/history.ts';
import { compareText } from '#model/order.ts';
import { referenceOf } from '#core/base/reference-of.ts';

/** What a kept plan tells of an issue. */
export interface Sighting {
	day: IsoDay;
	/** `null`: the milestone in which it was last was asked for again, and it is not seen any more. */
	issue: IssueOfDay | null;
}
type IsoDay = PlanOfDay['day'];

/**
 * Follows every issue through the kept plans, by reference. A day is left out of an issue's sightings
 * when its plan tells nothing of it: before it was first seen, and when its milestone was not asked
 * for. Days are in order, whatever order they come in.
 */
export function listSightings(days: readonly PlanOfDay[]): Map<string, Sighting[]> {
	const sightings = new Map<string, Sighting[]>();
	const lastMilestones = new Map<string, string | null>();
	for (const { day, asked, issues } of days.toSorted((a, b) => compareText(a.day, b.day))) {
		const seen = new Set<string>();
		for (const issue of issues) {
			const reference = referenceOf(issue);
			seen.add(reference);
			lastMilestones.set(reference, issue.milestone);
			const known = sightings.get(reference);
			if (known) known.push({ day, issue });
			else sightings.set(reference, [{ day, issue }]);
		}
		for (const [reference, known] of sightings) {
			const milestone = lastMilestones.get(reference) ?? null;
			if (!seen.has(reference) && milestone !== null && asked.includes(milestone)) {
				known.push({ day, issue: null });
			}
		}
	}
	return sightings;
}

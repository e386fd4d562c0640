import { findMilestoneDays, type CalendarMilestone } from '#core/plan/calendar.ts';
import {
	findKnownMilestones,
	placeOfMilestone,
	type KnownMilestone,
	type MilestonePlace,
} from '#core/plan/known-milestones.ts';
import { recordMilestone, type MilestoneRecord } from '#core/plan/changes/milestone-record.ts';
import { listSightings } from '#core/plan/changes/sightings.ts';
import { siteData } from '#site-data.ts';
import { oncePerBuild } from './once-per-build.ts';
import { readPlan, readPlanHistory } from './plan.ts';

/** A milestone that has a page: its days, its record, and what it is to the snapshot's day. */
export interface ShownMilestone extends KnownMilestone {
	dated: CalendarMilestone;
	place: MilestonePlace;
	/** `undefined`: no kept plan has it. */
	record: MilestoneRecord | undefined;
}

/** Every milestone of the plan, today or once, in the order of their numbers. */
export const readKnownMilestones = oncePerBuild(async (): Promise<ShownMilestone[]> => {
	const { registry, snapshot, today } = await siteData();
	const [days, { current }] = await Promise.all([readPlanHistory(), readPlan()]);
	const rules = registry.plan;
	const known = findKnownMilestones(snapshot.rows.milestones, days, rules.milestonePattern);
	const sightings = listSightings(days);
	const all = known.map(({ milestone }) => milestone);
	return known.map((one) => ({
		...one,
		dated: findMilestoneDays(one.milestone.title, all, rules),
		record: recordMilestone(one.milestone.title, days, rules, sightings),
		place: placeOfMilestone(one.milestone, current?.milestone ?? null, today),
	}));
});

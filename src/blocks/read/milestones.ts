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
import { dayOf } from '#core/base/dates.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { hasCommitments } from '#core/base/labels.ts';
import { compareWithEarlier, evenPace, judgePace, paceOf } from '#core/plan/pace.ts';
import type { MilestonePlan, PlannedIssue } from '#core/plan/plan.ts';
import { measureProgress } from '#core/plan/progress.ts';
import {
	describeOlder,
	describeVerdict,
	describeWaiting,
	type VerdictWords,
} from '#core/words/verdict-words.ts';
import { isPulled } from '#model/snapshot.ts';

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

export interface CurrentMilestone {
	plan: MilestonePlan;
	dated: CalendarMilestone;
	/** The day of its issues: where their list is stale, earlier than the snapshot's. */
	today: IsoDate;
	planned: PlannedIssue[];
	/** `null`: its issues are not known. */
	words: VerdictWords | null;
	/** What an even pace would have closed by now. `undefined`: the days are not known. */
	evenOf: (total: number) => number | undefined;
}

/** `null`: no milestone is on or to come, or nobody knows. */
export const readCurrentMilestone = oncePerBuild(async (): Promise<CurrentMilestone | null> => {
	const { registry, snapshot } = await siteData();
	const { current: plan } = await readPlan();
	if (plan === null) return null;
	const rules = registry.plan;
	const { issues } = snapshot.about.lists;
	const today = dayOf(isPulled(issues) ? issues.pulledAt : snapshot.about.pulledAt);
	const dated = findMilestoneDays(plan.milestone.title, snapshot.rows.milestones, rules);
	const planned = plan.groups.flatMap(({ issues }) => issues);
	const committed = planned.filter(({ commitment }) => commitment === 'deliverable');
	const pace = paceOf(dated.dates, today);
	const counts = measureProgress(committed.map(({ issue }) => issue)).count;
	const records = (await readKnownMilestones()).flatMap(({ record }) => record ?? []);
	const isStale = issues.state === 'stale';
	const words =
		pace === null
			? isStale
				? describeOlder(plan.milestone.title, today)
				: describeWaiting(plan.milestone.title, dated.dates.start, today)
			: describeVerdict({
					asOf: isStale ? today : null,
					title: plan.milestone.title,
					noun: hasCommitments(rules) ? 'commitment' : 'issue',
					committed: counts,
					all: plan.progress.count,
					pace,
					judgement: judgePace(counts, pace, rules),
					earlier: compareWithEarlier(records, await readPlanHistory(), pace, rules),
				});
	return {
		plan,
		dated,
		today,
		planned,
		words: issues.state === 'missing' ? null : words,
		evenOf: (total) => (pace === null ? undefined : evenPace(total, pace)),
	};
});

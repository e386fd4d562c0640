import type { IssueOfDay, MilestoneOfDay, PlanOfDay } from '#model/history.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import { isDeliverable } from '#core/base/labels.ts';
import { titleOrder, type TitleOrder } from '#core/base/title-order.ts';
import { compareReferences } from '#model/order.ts';
import { findMilestoneEnds, type MilestoneEnds } from './milestone-ends.ts';
import { findOutcome, type Outcome } from './outcome.ts';
import { listSightings, type Sighting } from './sightings.ts';
import { sumUp, type Split } from './split.ts';

/** An issue that was in a milestone between its start and its cutoff. */
export interface RecordedIssue {
	/** As it was when the milestone was promised, or when it was first seen in it since. */
	issue: IssueOfDay;
	/** At that time. */
	commitment: 'deliverable' | 'stretch';
	/** False: it was added later. `null`: no plan was kept when the milestone started. */
	isPromised: boolean | null;
	outcome: Outcome;
}

/** What was promised at the start of a milestone against what has come of it. */
export interface MilestoneRecord extends MilestoneEnds {
	milestone: string;
	/** As they were last known. */
	startDate: IsoDate | null;
	dueDate: IsoDate | null;
	/** By reference. */
	issues: RecordedIssue[];
	/** `null`: no plan was kept when the milestone started, or it has not started. */
	promised: Split | null;
	/** What was added since. `null`, likewise: nobody can tell. */
	added: Split | null;
	/** Closed in the milestone by its cutoff, whether promised or added. `null`, as the next two: there is no result. */
	delivered: Split | null;
	/** To a later milestone. */
	carried: Split | null;
	/** Out of all milestones of the plan. What is not seen any more is not among them. */
	dropped: Split | null;
}

/**
 * Reads the record of a milestone from the kept plans that asked for it.
 *
 * Amounts are those of the day on which an issue was promised or added: an issue that was weighed
 * anew since counts with the weight that it was promised with.
 *
 * @param sightings Of the same days: who records many milestones lists them once.
 * @returns `undefined` when no kept plan asked for it.
 */
export function recordMilestone(
	title: string,
	days: readonly PlanOfDay[],
	rules: PlanRules,
	sightings: ReadonlyMap<string, readonly Sighting[]> = listSightings(days),
): MilestoneRecord | undefined {
	const milestone = findLatestMilestone(title, days);
	const ends = findMilestoneEnds(title, milestone, days);
	if (!ends) return undefined;
	const order = titleOrder(days.flatMap(({ milestones }) => milestones));
	const issues = [...sightings.values()]
		.flatMap((ofIssue) => recordIssue(ofIssue, { title, ends, rules, order }) ?? [])
		.toSorted((a, b) => compareReferences(a.issue, b.issue));
	const known = ends.promise !== null;
	const ended = (kind: Outcome['kind']) =>
		ends.result && sumUp(issues.filter(({ outcome }) => outcome.kind === kind));
	return {
		milestone: title,
		startDate: milestone?.startDate ?? null,
		dueDate: milestone?.dueDate ?? null,
		...ends,
		issues,
		promised: known ? sumUp(issues.filter(({ isPromised }) => isPromised === true)) : null,
		added: known ? sumUp(issues.filter(({ isPromised }) => isPromised === false)) : null,
		delivered: ended('delivered'),
		carried: ended('carried'),
		dropped: ended('dropped'),
	};
}

/** The milestone as the newest plan that has it says. */
export function findLatestMilestone(
	title: string,
	days: readonly PlanOfDay[],
): MilestoneOfDay | undefined {
	let latest: { day: IsoDate; milestone: MilestoneOfDay } | undefined;
	for (const { day, milestones } of days) {
		const milestone = milestones.find((one) => one.title === title);
		if (milestone && (!latest || day > latest.day)) latest = { day, milestone };
	}
	return latest?.milestone;
}

interface Context {
	title: string;
	ends: MilestoneEnds;
	rules: PlanRules;
	order: TitleOrder;
}

function recordIssue(
	sightings: readonly Sighting[],
	{ title, ends, rules, order }: Context,
): RecordedIssue | undefined {
	const entry = sightings.find(
		({ day, issue }) => issue?.milestone === title && day >= ends.from && day <= ends.until,
	);
	if (!entry?.issue) return undefined;
	return {
		issue: entry.issue,
		commitment: isDeliverable(entry.issue, rules) ? 'deliverable' : 'stretch',
		isPromised: ends.promise === null ? null : entry.day === ends.promise.day,
		outcome: findOutcome(sightings, { title, ends, rules, order }),
	};
}

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

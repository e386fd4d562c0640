import type { IsoDate } from '#model/identifiers.ts';
import type { Milestone } from '#model/milestone.ts';
import { compileRe2 } from '#model/re2.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import {
	addDays,
	businessDaysBefore,
	firstWeekdayOnOrAfter,
	monthOf,
	nthWeekday,
} from './dates.ts';
import { sortMilestones, titleOrder, type Dated } from './title-order.ts';

/** @param pattern `milestonePattern` of the plan's rules. */
export function isPlanMilestone(title: string, pattern: string): boolean {
	return compileRe2(pattern)(title);
}

/**
 * The milestone in which today lies. Its start and its due date belong to it.
 *
 * Where milestones overlap it is the first of them in `titleOrder`: the work at hand comes before the
 * work to come. Between two, and before the first, it is the next to start. A milestone that lacks one of
 * its dates is never current. `undefined`: none has both dates, or all are over.
 */
export function currentMilestone<One extends Dated>(
	milestones: readonly One[],
	today: IsoDate,
): One | undefined {
	const notOver = sortMilestones(milestones).flatMap((milestone) => {
		const { startDate, dueDate } = milestone;
		if (startDate === null || dueDate === null) return [];
		return dueDate < today || dueDate < startDate ? [] : [{ milestone, startDate }];
	});
	const running = notOver.find(({ startDate }) => startDate <= today);
	if (running !== undefined) return running.milestone;
	const nextStart = notOver.map(({ startDate }) => startDate).toSorted()[0];
	return notOver.find(({ startDate }) => startDate === nextStart)?.milestone;
}

/** The first `count` milestones that follow the current one in `titleOrder`, with or without dates. */
export function nextMilestones<One extends Dated>(
	milestones: readonly One[],
	current: Pick<Milestone, 'title'>,
	count: number,
): One[] {
	const order = titleOrder(milestones);
	return sortMilestones(milestones)
		.filter(({ title }) => order(title, current.title) > 0)
		.slice(0, count);
}

/** The milestones for which work is planned: the current one and those that are shown beside it. */
export function findPlannedMilestones<One extends Dated>(
	milestones: readonly One[],
	{ nextMilestones: count }: Pick<PlanRules, 'nextMilestones'>,
	today: IsoDate,
): One[] {
	const current = currentMilestone(milestones, today);
	return current ? [current, ...nextMilestones(milestones, current, count)] : [];
}

/**
 * The milestones whose issues make the plan: those for which work is planned, and the one that has
 * ended last, so that it is known how it ended.
 */
export function findAskedMilestones<One extends Dated>(
	milestones: readonly One[],
	rules: Pick<PlanRules, 'nextMilestones'>,
	today: IsoDate,
): One[] {
	const planned = findPlannedMilestones(milestones, rules, today);
	const [current] = planned;
	if (current === undefined) return [];
	const last = lastMilestone(milestones, current, today);
	return last === undefined ? planned : [last, ...planned];
}

/** The last milestone before the current one that has ended. */
export function lastMilestone<One extends Dated>(
	milestones: readonly One[],
	current: Pick<Milestone, 'title'>,
	today: IsoDate,
): One | undefined {
	const order = titleOrder(milestones);
	return sortMilestones(milestones).findLast(
		({ title, dueDate }) => order(title, current.title) < 0 && dueDate !== null && dueDate < today,
	);
}

interface Window {
	/** `milestonePattern` of the plan's rules. */
	pattern: string;
	before: number;
	after: number;
}

/**
 * The milestones of the plan around the current one, in `titleOrder`: `before` of
 * them, the current one, `after` of them.
 *
 * When all are over, the last that has ended takes the current one's place. When none has
 * dates, only the titles are left to go by: the last ones, as many as the window holds.
 */
export function milestonesAround<One extends Dated>(
	milestones: readonly One[],
	today: IsoDate,
	{ pattern, before, after }: Window,
): One[] {
	const inPlan = sortMilestones(milestones.filter(({ title }) => isPlanMilestone(title, pattern)));
	const middle =
		currentMilestone(inPlan, today) ??
		inPlan.findLast(({ dueDate }) => dueDate !== null && dueDate < today);
	if (middle === undefined) return inPlan.slice(-(before + 1 + after));
	const index = inPlan.indexOf(middle);
	return inPlan.slice(Math.max(0, index - before), index + after + 1);
}

/** The days that count in a milestone. `null`: the team has no such day, or GitLab lacks what it follows from. */
export interface MilestoneDates {
	start: IsoDate | null;
	/** Development begins. */
	kickoff: IsoDate | null;
	/** The plan is final. It lies before the start when the kickoff comes soon after it. */
	scopeFinal: IsoDate | null;
	/** The last day of the milestone, which is its due date. */
	cutoff: IsoDate | null;
	/** The release comes after the cutoff, never on its day. */
	release: IsoDate | null;
}

type DateRules = Pick<
	PlanRules,
	'kickoffDay' | 'finalBusinessDaysBeforeKickoff' | 'holidays' | 'releaseDay'
>;

/**
 * Works out the days that follow from a milestone's dates. A kickoff that falls on a holiday stays
 * there: the rules name a weekday, and nobody has said what takes its place.
 */
export function milestoneDates(
	{ startDate, dueDate }: Pick<Milestone, 'startDate' | 'dueDate'>,
	rules: DateRules,
): MilestoneDates {
	const { kickoffDay, finalBusinessDaysBeforeKickoff: businessDays, releaseDay } = rules;
	const kickoff =
		startDate === null || !kickoffDay ? null : firstWeekdayOnOrAfter(startDate, kickoffDay);
	const scopeFinal =
		kickoff === null || businessDays === undefined
			? null
			: businessDaysBefore(
					kickoff,
					businessDays,
					rules.holidays.map(({ date }) => date),
				);
	const release = dueDate === null || !releaseDay ? null : firstReleaseAfter(dueDate, releaseDay);
	return { start: startDate, kickoff, scopeFinal, cutoff: dueDate, release };
}

/** `null`: it would be after the last day that has a date. */
function firstReleaseAfter(
	cutoff: IsoDate,
	{ nth, weekday }: NonNullable<PlanRules['releaseDay']>,
): IsoDate | null {
	const inMonthOf = (day: IsoDate) => nthWeekday(monthOf(day), nth, weekday);
	const sameMonth = inMonthOf(cutoff);
	if (sameMonth > cutoff) return sameMonth;
	const firstOfMonth = `${cutoff.slice(0, 7)}-01`;
	const nextMonth = inMonthOf(addDays(firstOfMonth, 31));
	return nextMonth > cutoff ? nextMonth : null;
}

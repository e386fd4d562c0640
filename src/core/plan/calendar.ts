import type { IsoDate } from '#model/identifiers.ts';
import type { Milestone } from '#model/milestone.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import { addDays, lastWeekdayBefore, monthOf, nthWeekday } from '#core/base/dates.ts';
import { milestoneDates, type MilestoneDates } from '#core/base/milestones.ts';
import { compareTitles } from '#model/order.ts';

/** A milestone with all of its days, and which of its two dates are GitLab's own. */
export interface CalendarMilestone {
	title: string;
	dates: MilestoneDates;
	/** False: worked out from another milestone, or unknown. */
	fromGitlab: { start: boolean; cutoff: boolean };
}

type CalendarRules = Pick<
	PlanRules,
	| 'lastMinor'
	| 'releaseDay'
	| 'cutoffDay'
	| 'kickoffDay'
	| 'finalBusinessDaysBeforeKickoff'
	| 'holidays'
>;
type Dated = Pick<Milestone, 'title' | 'startDate' | 'dueDate'>;

interface VersionNumber {
	major: number;
	minor: number;
}

/** `undefined`: no title of two numbers with a dot. */
export function parseTitle(title: string): VersionNumber | undefined {
	const [, major, minor] = /^(\d{1,6})\.(\d{1,6})$/.exec(title) ?? [];
	return major === undefined ? undefined : { major: Number(major), minor: Number(minor) };
}

/**
 * The title of the milestone so many after another one: 20.0 is one after 19.11.
 *
 * @param count Negative: before.
 * @throws {RangeError} when the title is none of two numbers, or nothing is so long before it.
 */
export function titleAfter(
	title: string,
	count: number,
	{ lastMinor }: { lastMinor: number },
): string {
	const start = parseTitle(title);
	if (start === undefined) throw new RangeError(`"${title}" is no title such as 19.7.`);
	const perMajor = lastMinor + 1;
	const index = start.major * perMajor + start.minor + count;
	if (index < 0) throw new RangeError(`Nothing is ${String(-count)} milestones before ${title}.`);
	return `${String(Math.floor(index / perMajor))}.${String(index % perMajor)}`;
}

/** How many milestones one title is after another. Negative: before. `undefined`: they can't be counted. */
export function milestonesBetween(
	from: string,
	to: string,
	{ lastMinor }: Pick<PlanRules, 'lastMinor'>,
): number | undefined {
	const [start, end] = [parseTitle(from), parseTitle(to)];
	if (start === undefined || end === undefined || lastMinor === undefined) return undefined;
	return (end.major - start.major) * (lastMinor + 1) + end.minor - start.minor;
}

/**
 * The days of a milestone. GitLab's dates win. Those that it lacks follow from the nearest milestone
 * that has a due date: one release a month, the cutoff before it, the start on the day after the cutoff
 * before. All other days follow from the two.
 *
 * @param milestones All that are known.
 * @returns all days `null` when the title is no number, no milestone has a due date, or the team has no
 * days of release and cutoff, or no last minor version.
 */
export function findMilestoneDays(
	title: string,
	milestones: readonly Dated[],
	rules: CalendarRules,
): CalendarMilestone {
	const { startDate: start = null, dueDate: cutoff = null } =
		milestones.find((milestone) => milestone.title === title) ?? {};
	const isWhole = start !== null && cutoff !== null;
	const computed = isWhole ? undefined : computeDates(title, milestones, rules);
	const startDate = start ?? computed?.startDate ?? null;
	const dueDate = cutoff ?? computed?.dueDate ?? null;
	return {
		title,
		dates: milestoneDates({ startDate, dueDate }, rules),
		fromGitlab: { start: start !== null, cutoff: cutoff !== null },
	};
}

function computeDates(
	title: string,
	milestones: readonly Dated[],
	rules: CalendarRules,
): Pick<Milestone, 'startDate' | 'dueDate'> | undefined {
	const anchors = milestones
		.flatMap((milestone) => {
			const { dueDate } = milestone;
			const distance = milestonesBetween(milestone.title, title, rules);
			return dueDate === null || distance === undefined
				? []
				: [{ ...milestone, dueDate, distance }];
		})
		.toSorted(
			(a, b) => Math.abs(a.distance) - Math.abs(b.distance) || compareTitles(a.title, b.title),
		);
	const [anchor] = anchors;
	if (anchor === undefined) return undefined;
	const release = milestoneDates({ startDate: null, dueDate: anchor.dueDate }, rules).release;
	if (release === null) return undefined;
	const month = monthOf(release) + anchor.distance;
	const [before, dueDate] = [cutoffOf(month - 1, rules), cutoffOf(month, rules)];
	return before && dueDate ? { startDate: addDays(before, 1), dueDate } : undefined;
}

/** @param month Months since the year 0. */
function cutoffOf(month: number, { releaseDay, cutoffDay }: CalendarRules): IsoDate | undefined {
	if (!releaseDay || !cutoffDay) return undefined;
	const { nth, weekday } = releaseDay;
	const release = nthWeekday(month, nth, weekday);
	return lastWeekdayBefore(release, cutoffDay);
}

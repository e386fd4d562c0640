import type { MilestoneOfDay, PlanOfDay } from '#model/history.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { addDays, daysBetween, newestOf } from '#core/base/dates.ts';
import { compareText } from '#model/order.ts';

/** A plan that was kept further from a date than so many days does not tell how it was on that date. */
const closeEnoughDays = 7;

/** The kept days between which a milestone is recorded. */
export interface MilestoneEnds {
	/**
	 * The day whose plan is the promise: the last kept one up to the start, else the first one after
	 * it, at most a week away. `null`: there is none, or the milestone has no start.
	 */
	promise: { day: IsoDate } | null;
	/**
	 * The day whose plan is the result: the last kept one up to the day after the cutoff, on which all
	 * that was closed on the cutoff is first seen. `null`: the cutoff is over, and that day is more than
	 * a week before it. `isFinal` is false until a plan was kept after the cutoff.
	 */
	result: { day: IsoDate; isFinal: boolean } | null;
	/** The days between which issues of the milestone are looked for, both included. */
	from: IsoDate;
	until: IsoDate;
	/** What is seen closed up to this day was closed by the cutoff. */
	closedBy: IsoDate;
}

/** `undefined`: no kept plan asked for the milestone. */
export function findMilestoneEnds(
	title: string,
	milestone: Pick<MilestoneOfDay, 'startDate' | 'dueDate'> | undefined,
	days: readonly PlanOfDay[],
): MilestoneEnds | undefined {
	const asking = days.filter(({ asked }) => asked.includes(title)).map(({ day }) => day);
	const kept = asking.toSorted(compareText);
	const [first, last] = [kept[0], kept.at(-1)];
	const newest = newestOf(days);
	if (first === undefined || last === undefined || newest === undefined) return undefined;
	const { startDate = null, dueDate = null } = milestone ?? {};
	const promise = startDate === null || newest < startDate ? null : findPromise(kept, startDate);
	const afterStart = kept.find((day) => startDate !== null && day >= startDate);
	const from = promise ?? (startDate === null ? first : (afterStart ?? last));
	const closedBy = dueDate === null ? last : addDays(dueDate, 1);
	const until = kept.findLast((day) => day <= closedBy);
	const isFinal = dueDate !== null && newest > dueDate;
	const isKnown =
		until !== undefined && (!isFinal || daysBetween(until, dueDate) <= closeEnoughDays);
	return {
		promise: promise === null ? null : { day: promise },
		result: isKnown ? { day: until, isFinal } : null,
		from,
		until: until ?? last,
		closedBy,
	};
}

function findPromise(kept: readonly IsoDate[], start: IsoDate): IsoDate | null {
	const before = kept.findLast((day) => day <= start);
	if (before !== undefined && daysBetween(before, start) <= closeEnoughDays) return before;
	const after = kept.find((day) => day > start);
	return after !== undefined && daysBetween(start, after) <= closeEnoughDays ? after : null;
}

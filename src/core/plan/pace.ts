import type { IsoDate } from '#model/identifiers.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import { addDays, daysBetween } from '#core/base/dates.ts';
import { isDeliverable } from '#core/base/labels.ts';
import type { PlanOfDay } from '#model/history.ts';
import type { MilestoneRecord } from './changes/milestone-record.ts';

/** Day n of N: the start is day 1, the cutoff day N. */
export interface Pace {
	day: number;
	days: number;
}

/** `null`: the milestone lacks a date, has not started, or is over. */
export function paceOf(
	{ start, cutoff }: { start: IsoDate | null; cutoff: IsoDate | null },
	today: IsoDate,
): Pace | null {
	if (start === null || cutoff === null || today < start || today > cutoff) return null;
	return { day: daysBetween(start, today) + 1, days: daysBetween(start, cutoff) + 1 };
}

/** How many of `total` an even pace would have closed by now: halves are rounded up. */
export function evenPace(total: number, { day, days }: Pace): number {
	return Math.floor((total * day) / days + 0.5);
}

/** `counted`: the team does not want a judgement, or nothing was committed. */
export type Judgement = 'counted' | 'early' | 'on-pace' | 'behind' | 'far-behind';

/**
 * How a milestone goes, by its commitments: a plan is judged, never a person.
 *
 * @param rules Without thresholds, nothing is judged.
 */
export function judgePace(
	{ closed, total }: { closed: number; total: number },
	pace: Pace,
	{ verdict }: Pick<PlanRules, 'verdict'>,
): Judgement {
	if (!verdict || total === 0) return 'counted';
	if (pace.day < pace.days * verdict.earlyUntil) return 'early';
	const even = evenPace(total, pace);
	if (closed >= even) return 'on-pace';
	return closed >= even * verdict.farBehindBelow ? 'behind' : 'far-behind';
}

/** How an earlier milestone was on the same day, and how it ended: of its commitments. */
export interface EarlierPace {
	milestone: string;
	closed: number;
	total: number;
	delivered: number;
	committed: number;
}

/**
 * Teams close late, so that an even pace alone would judge unfairly. Only milestones that are over and
 * of which a plan was kept by that day count.
 */
export function compareWithEarlier(
	records: readonly MilestoneRecord[],
	plans: readonly PlanOfDay[],
	{ day }: Pace,
	rules: PlanRules,
): EarlierPace[] {
	return records.flatMap((record) => {
		const { milestone, startDate, result, delivered, issues } = record;
		if (startDate === null || !result?.isFinal || !delivered) return [];
		const sameDay = addDays(startDate, day - 1);
		const kept = plans.findLast(
			(plan) => plan.day >= startDate && plan.day <= sameDay && plan.asked.includes(milestone),
		);
		if (!kept) return [];
		const committed = kept.issues.filter(
			(issue) => issue.milestone === milestone && isDeliverable(issue, rules),
		);
		return {
			milestone,
			closed: committed.filter(({ state }) => state === 'closed').length,
			total: committed.length,
			delivered: delivered.committed.count.total,
			committed: issues.filter(({ commitment }) => commitment === 'deliverable').length,
		};
	});
}

import type { IssueOfDay, PlanOfDay } from '#model/history.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import { daysBetween } from '#core/base/dates.ts';
import { missedMilestones } from '#core/base/labels.ts';
import { isAtRisk } from '#core/base/health.ts';
import { isPlanMilestone } from '#core/base/milestones.ts';
import { titleOrder, type TitleOrder } from '#core/base/title-order.ts';
import { compareReferences, compareText } from '#model/order.ts';
import { groupChanges, type ChangesOfDay, type IssueChange } from './change.ts';
import { listChanges } from './compare-plans.ts';
import { referenceOf } from '#core/base/reference-of.ts';
import { listSightings, type Sighting } from './sightings.ts';

/** A time in which an issue was in one milestone, as far as the kept plans tell. */
export interface Stay {
	milestone: string;
	/** The days on which it was first and last seen there. */
	from: IsoDate;
	until: IsoDate;
}

/** An issue was seen in a later milestone than the one in which it was seen before. */
export interface Slip {
	/** The first day on which it was seen in the later one. */
	day: IsoDate;
	from: string;
	to: string;
}

/** What the kept plans tell of an issue. Of the time before the first of them nothing is known. */
export interface IssueRecord extends Pick<IssueOfDay, 'project' | 'iid' | 'title'> {
	/** As it was when it was last seen. */
	latest: IssueOfDay;
	/** The days on which it was first and last seen. */
	knownSince: IsoDate;
	lastSeen: IsoDate;
	/** The milestones of the plan in which it was, in the order of time. */
	milestones: Stay[];
	slips: Slip[];
	/** The milestones that it was in before a later one, by its labels or by kept plans: how often it slipped. */
	slippedFrom: string[];
	/**
	 * Days on which it was at risk and not closed, both ends counted. The days between two kept plans
	 * count when it was at risk in both. `null`: nobody has ever set its health status.
	 */
	daysAtRisk: number | null;
	/** Oldest first. Days without a change are left out. */
	changes: ChangesOfDay<IssueChange>[];
}

/**
 * The record of every issue that was ever in a milestone of the plan, by reference.
 *
 * An issue slips each time it is seen in a later milestone than before, also when it was out of the
 * plan in between: a move from 19.5 to 19.6 and on to 19.7 is two slips. Labels tell of those before
 * the first kept plan.
 *
 * @param changesOfDays Of all these days, for who knows them already.
 */
export function listIssueRecords(
	days: readonly PlanOfDay[],
	rules: PlanRules,
	changesOfDays: readonly ChangesOfDay[] = listChanges(days, rules),
): IssueRecord[] {
	const keptDays = days.map(({ day }) => day).toSorted(compareText);
	const changes = listIssueChanges(changesOfDays);
	const order = titleOrder(days.flatMap(({ milestones }) => milestones));
	return [...listSightings(days)]
		.flatMap(([reference, sightings]) => {
			const record = recordIssue(sightings, { keptDays, rules, order });
			return record ? [{ ...record, changes: changes.get(reference) ?? [] }] : [];
		})
		.toSorted(compareReferences);
}

/** Those that have slipped: the most slips first, then by reference. */
export function slippedIssues(records: readonly IssueRecord[]): IssueRecord[] {
	return records
		.filter(({ slippedFrom }) => slippedFrom.length > 0)
		.toSorted((a, b) => b.slippedFrom.length - a.slippedFrom.length || compareReferences(a, b));
}

interface Seen extends Sighting {
	issue: IssueOfDay;
}

interface Context {
	keptDays: readonly IsoDate[];
	rules: PlanRules;
	order: TitleOrder;
}

function recordIssue(
	sightings: readonly Sighting[],
	{ keptDays, rules, order }: Context,
): Omit<IssueRecord, 'changes'> | undefined {
	const seen = sightings.filter((sighting): sighting is Seen => sighting.issue !== null);
	const [first, last] = [seen[0], seen.at(-1)];
	const milestones = listStays(sightings, rules);
	if (!first || !last || milestones.length === 0) return undefined;
	const { project, iid, title } = last.issue;
	return {
		project,
		iid,
		title,
		latest: last.issue,
		knownSince: first.day,
		lastSeen: last.day,
		milestones,
		slips: findSlips(milestones, order),
		slippedFrom: listSlippedFrom(milestones, missedMilestones(last.issue, rules), order),
		daysAtRisk: countDaysAtRisk(seen, keptDays),
	};
}

function listStays(sightings: readonly Sighting[], rules: PlanRules): Stay[] {
	const stays: Stay[] = [];
	let current: Stay | undefined;
	for (const { day, issue } of sightings) {
		const milestone = issue?.milestone ?? null;
		if (milestone === null || !isPlanMilestone(milestone, rules.milestonePattern)) {
			current = undefined;
		} else if (current?.milestone === milestone) {
			current.until = day;
		} else {
			current = { milestone, from: day, until: day };
			stays.push(current);
		}
	}
	return stays;
}

function findSlips(stays: readonly Stay[], order: TitleOrder): Slip[] {
	return stays.flatMap(({ milestone: to, from: day }, index) => {
		const from = stays[index - 1]?.milestone;
		return from !== undefined && order(from, to) < 0 ? [{ day, from, to }] : [];
	});
}

function listSlippedFrom(
	stays: readonly Stay[],
	missed: readonly string[],
	order: TitleOrder,
): string[] {
	const seen = stays
		.filter(({ milestone }, index) =>
			stays.slice(index + 1).some((later) => order(milestone, later.milestone) < 0),
		)
		.map(({ milestone }) => milestone);
	return [...new Set([...missed, ...seen])].toSorted(order);
}

function countDaysAtRisk(seen: readonly Seen[], keptDays: readonly IsoDate[]): number | null {
	if (seen.every(({ issue }) => issue.healthStatus === null)) return null;
	const atRisk = new Set(
		seen
			.filter(({ issue }) => isAtRisk(issue.healthStatus) && issue.state !== 'closed')
			.map(({ day }) => day),
	);
	return keptDays.reduce((count, day, index) => {
		if (!atRisk.has(day)) return count;
		const before = keptDays[index - 1];
		const isOn = before !== undefined && atRisk.has(before);
		return count + (isOn ? daysBetween(before, day) : 1);
	}, 0);
}

function listIssueChanges(
	changesOfDays: readonly ChangesOfDay[],
): Map<string, ChangesOfDay<IssueChange>[]> {
	const byIssue = new Map<string, ChangesOfDay<IssueChange>[]>();
	for (const { day, since, changes } of changesOfDays) {
		for (const group of groupChanges(changes)) {
			if (!('issue' in group)) continue;
			const reference = referenceOf(group.issue);
			const known = byIssue.get(reference) ?? [];
			byIssue.set(reference, [...known, { day, since, changes: group.changes }]);
		}
	}
	return byIssue;
}

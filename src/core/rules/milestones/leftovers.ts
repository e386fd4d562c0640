import { isDeliverable } from '#core/base/labels.ts';
import { isPlanMilestone } from '#core/base/milestones.ts';
import { titleOrder } from '#core/base/title-order.ts';
import { listSightings } from '#core/plan/changes/sightings.ts';
import { findLatestMilestone } from '#core/plan/changes/milestone-record.ts';
import { referenceOf } from '#core/base/reference-of.ts';
import type { RuleWorld } from '#core/rules/frame/rule.ts';
import type { IssueOfDay } from '#model/history.ts';

/** An issue that its milestone left behind: it was moved to a later one after the cutoff. */
export interface Leftover {
	/** With the labels that it has now, as far as anybody knows. */
	issue: IssueOfDay;
	from: string;
	wasCommitted: boolean;
}

/** Reads from the kept plans what milestones left behind. Who re-plans before the cutoff leaves nothing. */
export function findLeftovers({ days, registry, snapshot }: RuleWorld): Leftover[] {
	const { milestonePattern } = registry.plan;
	const order = titleOrder(days.flatMap(({ milestones }) => milestones));
	const labelsNow = new Map(
		snapshot.rows.issues.map((issue) => [referenceOf(issue), issue.labels] as const),
	);
	const isLater = (from: string, to: string) =>
		isPlanMilestone(from, milestonePattern) &&
		isPlanMilestone(to, milestonePattern) &&
		order(from, to) < 0;
	const dueOf = (title: string) => findLatestMilestone(title, days)?.dueDate ?? null;
	return [...listSightings(days).values()].flatMap((sightings) =>
		sightings.flatMap(({ day, issue }, index) => {
			const before = sightings[index - 1]?.issue;
			const [from, to] = [before?.milestone, issue?.milestone];
			if (!before || !issue || from == null || to == null || !isLater(from, to)) return [];
			const due = dueOf(from);
			if (due === null || day <= due) return [];
			const last = sightings.findLast((one) => one.issue !== null)?.issue ?? issue;
			const labels = labelsNow.get(referenceOf(issue)) ?? last.labels;
			const wasCommitted = isDeliverable(before, registry.plan);
			return [{ issue: { ...last, labels }, from, wasCommitted }];
		}),
	);
}

import { hasLabel, isDeliverable, missedMilestones } from '#core/base/labels.ts';
import { isPlanMilestone } from '#core/base/milestones.ts';
import { referenceOf } from '#core/base/reference-of.ts';
import { titleOrder } from '#core/base/title-order.ts';
import { findLatestMilestone } from '#core/plan/changes/milestone-record.ts';
import { listSightings } from '#core/plan/changes/sightings.ts';
import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { HandbookRules, RuleWorld } from '#core/rules/frame/rule.ts';
import { issueItem } from '#core/rules/frame/verdicts.ts';
import type { IssueOfDay } from '#model/history.ts';

export const missedRules = {
	'missed-labelled': {
		title: 'Moved issues name their old milestone',
		state: ({ plan }) =>
			`An issue that missed its milestone has the label ${plan.missedPrefix ?? ''}x.y of that milestone.`,
		why: 'The label shows how often an issue has slipped.',
		needs: { plan: ['missedPrefix'] },
		lists: ['milestones', 'issues'],
		judge: (world) =>
			judgeEvery({
				all: findLeftovers(world),
				isWrong: ({ issue, from }) => !missedMilestones(issue, world.registry.plan).includes(from),
				toItem: ({ issue }) => issueItem(world, issue),
				none: {
					observed: "No saved plan shows an issue that moved on after its milestone's cutoff.",
					needs: 'Saved plans from before and after a cutoff.',
				},
				noun: 'issue',
				right: ['that moved on has', 'that moved on have', 'the label'],
				wrong: ['that moved on lacks', 'that moved on lack', 'the label'],
				fix: 'Add the label of the milestone that each comes from.',
			}),
	},
	'missed-commitments-labelled': {
		title: 'Missed commitments say so',
		state: ({ plan }) =>
			`A commitment that missed its milestone has the label ~"${plan.missedDeliverableLabel ?? ''}".`,
		why: 'Others rely on commitments, and should see that one was missed.',
		needs: { plan: ['missedDeliverableLabel'] },
		lists: ['milestones', 'issues'],
		judge: (world) => {
			const label = world.registry.plan.missedDeliverableLabel ?? '';
			return judgeEvery({
				all: findLeftovers(world).filter(({ wasCommitted }) => wasCommitted),
				isWrong: ({ issue }) => !hasLabel(issue.labels, label),
				toItem: ({ issue }) => issueItem(world, issue),
				none: {
					observed: "No saved plan shows a commitment that moved on after its milestone's cutoff.",
					needs: 'Saved plans from before and after a cutoff.',
				},
				noun: 'commitment',
				right: ['that moved on has', 'that moved on have', 'the label'],
				wrong: ['that moved on lacks', 'that moved on lack', 'the label'],
				fix: `Add ~"${label}" to each.`,
			});
		},
	},
} satisfies HandbookRules;

/** An issue that its milestone left behind: it was moved to a later one after the cutoff. */
interface Leftover {
	/** With the labels that it has now, as far as anybody knows. */
	issue: IssueOfDay;
	from: string;
	wasCommitted: boolean;
}

/** Reads from the kept plans what milestones left behind. Who re-plans before the cutoff leaves nothing. */
function findLeftovers({ days, registry, snapshot }: RuleWorld): Leftover[] {
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

import { addDays, lastWeekdayBefore } from '#core/base/dates.ts';
import { isPlanMilestone, milestoneDates, nextMilestones } from '#core/base/milestones.ts';
import { sortMilestones } from '#core/base/title-order.ts';
import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { HandbookRules, RuleWorld } from '#core/rules/frame/rule.ts';
import { fails, milestoneItem, notChecked, passes } from '#core/rules/frame/verdicts.ts';
import { capitalise, formatCount, formatNthWeekday } from '#core/words/formats.ts';
import type { Milestone } from '#model/milestone.ts';

export const dayRules = {
	'milestones-ahead': {
		title: 'Milestones exist ahead',
		state: (_, { count = 0 }) =>
			`GitLab has at least ${formatCount(count, 'milestone')} with dates after the current one.`,
		why: "Work can't be planned into a milestone that doesn't exist.",
		needs: { plan: ['groupLabels'] },
		takes: ['count'],
		lists: ['milestones'],
		judge: (world, { count = 0 }) => {
			const { current } = world.plan;
			if (current === null) {
				return notChecked('No milestone is current.', "A milestone with dates that aren't over.");
			}
			const all = world.snapshot.rows.milestones.filter(({ title }) =>
				isPlanMilestone(title, world.registry.plan.milestonePattern),
			);
			const dated = nextMilestones(all, current.milestone, all.length).filter(
				({ startDate, dueDate }) => startDate !== null && dueDate !== null,
			);
			const observed = `GitLab has ${formatCount(dated.length, 'milestone')} with dates after ${current.milestone.title}.`;
			if (dated.length >= count) return passes(observed);
			const fix = 'Create the next milestones on GitLab, with their start and due dates.';
			return fails(observed, fix);
		},
	},
	'milestone-days': {
		title: 'Milestones start and end on their days',
		state: ({ plan }) =>
			`A milestone ends on the ${capitalise(plan.cutoffDay ?? '')} before the ${plan.releaseDay ? formatNthWeekday(plan.releaseDay) : ''}, and starts on the day after the one before has ended.`,
		why: 'Deadlines and the release are counted from these days.',
		needs: { plan: ['cutoffDay', 'releaseDay'] },
		lists: ['milestones'],
		judge: (world) => {
			const all = datedMilestones(world);
			return judgeEvery({
				all,
				isWrong: (one) => isOff(one, all[all.indexOf(one) - 1], world),
				toItem: milestoneItem,
				none: {
					observed: 'No milestone has a start and a due date.',
					needs: 'Milestones with dates on GitLab.',
				},
				noun: 'milestone',
				right: ['starts and ends', 'start and end', 'on the right day'],
				wrong: ['starts or ends', 'start or end', 'on another day'],
				fix: 'Correct the dates on GitLab. If they have changed permanently, correct content/registry/plan.yaml.',
			});
		},
	},
} satisfies HandbookRules;

type Dated = Milestone & { startDate: string; dueDate: string };

function datedMilestones({ snapshot, registry }: RuleWorld): Dated[] {
	return sortMilestones(snapshot.rows.milestones).filter(
		(one): one is Dated =>
			isPlanMilestone(one.title, registry.plan.milestonePattern) &&
			one.startDate !== null &&
			one.dueDate !== null,
	);
}

function isOff(one: Dated, before: Dated | undefined, { registry }: RuleWorld): boolean {
	const { release } = milestoneDates(one, registry.plan);
	const { cutoffDay } = registry.plan;
	if (release === null || cutoffDay === undefined) return false;
	return (
		one.dueDate !== lastWeekdayBefore(release, cutoffDay) ||
		(before !== undefined && one.startDate !== addDays(before.dueDate, 1))
	);
}

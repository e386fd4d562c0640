import { addDays, lastWeekdayBefore } from '#core/base/dates.ts';
import { isPlanMilestone, milestoneDates } from '#core/base/milestones.ts';
import { sortMilestones } from '#core/base/title-order.ts';
import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { HandbookRule, RuleWorld } from '#core/rules/frame/rule.ts';
import { milestoneItem } from '#core/rules/frame/verdicts.ts';
import { say, sayOf } from '#core/rules/frame/words.ts';
import { capitalise, formatNthWeekday } from '#core/words/formats.ts';
import type { Milestone } from '#model/milestone.ts';

export const milestoneDays: HandbookRule = {
	id: 'milestone-days',
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
			right: (count) =>
				`${say(count, 'milestone', ['starts and ends', 'start and end'])} on the right day.`,
			wrong: (count, of) =>
				`${sayOf(count, of, 'milestone', ['starts or ends', 'start or end'])} on another day.`,
			fix: 'Correct the dates on GitLab. If the days have changed for good, correct content/registry/plan.yaml.',
		});
	},
};

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

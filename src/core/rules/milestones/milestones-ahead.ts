import { isPlanMilestone, nextMilestones } from '#core/base/milestones.ts';
import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { fails, notChecked, passes } from '#core/rules/frame/verdicts.ts';
import { formatCount } from '#core/words/formats.ts';

export const milestonesAhead: HandbookRule = {
	id: 'milestones-ahead',
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
			const observed = 'No milestone is current.';
			return notChecked(observed, "A milestone with dates that aren't over.");
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
};

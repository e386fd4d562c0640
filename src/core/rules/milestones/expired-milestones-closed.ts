import { addDays } from '#core/base/dates.ts';
import { isPlanMilestone } from '#core/base/milestones.ts';
import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { milestoneItem } from '#core/rules/frame/verdicts.ts';
import { say, sayOf } from '#core/rules/frame/words.ts';
import { formatCount } from '#core/words/formats.ts';

export const expiredMilestonesClosed: HandbookRule = {
	id: 'expired-milestones-closed',
	title: 'Old milestones are closed',
	state: (_, { days = 0 }) =>
		`A milestone is closed ${formatCount(days, 'day')} after its cutoff at the latest.`,
	why: 'Into a milestone that is open, somebody puts an issue by mistake.',
	needs: { plan: ['groupLabels'] },
	takes: ['days'],
	lists: ['milestones'],
	judge: (world, { days = 0 }) =>
		judgeEvery({
			all: world.snapshot.rows.milestones.filter(
				({ title, dueDate }) =>
					isPlanMilestone(title, world.registry.plan.milestonePattern) &&
					dueDate !== null &&
					addDays(dueDate, days) < world.today,
			),
			isWrong: ({ state }) => state !== 'closed',
			toItem: milestoneItem,
			none: {
				observed: 'No milestone that we know of is that old.',
				needs: 'A milestone that has ended that long ago.',
			},
			right: (count) =>
				`${say(count, 'milestone', ['is that old and', 'are that old and'])} closed.`,
			wrong: (count, of) => `${sayOf(count, of, 'old milestone', ['is', 'are'])} still open.`,
			fix: 'Close it on GitLab, after the issues that are left in it have moved on.',
		}),
};

import { addDays } from '#core/base/dates.ts';
import { isPlanMilestone } from '#core/base/milestones.ts';
import { issuesOf } from '#core/rules/frame/issues.ts';
import { judgeEvery, judgeIssues } from '#core/rules/frame/judge-every.ts';
import type { HandbookRules } from '#core/rules/frame/rule.ts';
import { milestoneItem, notChecked } from '#core/rules/frame/verdicts.ts';
import { sayOf } from '#core/rules/frame/words.ts';
import { formatCount, formatDay } from '#core/words/formats.ts';

export const expiredRules = {
	'expired-milestones-closed': {
		title: 'Old milestones are closed',
		state: (_, { days = 0 }) =>
			`A milestone is closed ${formatCount(days, 'day')} after its cutoff at the latest.`,
		why: "While it's open, somebody may put an issue into it by mistake.",
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
				noun: 'milestone',
				right: ['is', 'are', 'that old and closed'],
				wrong: (count, of) => `${sayOf(count, of, 'old milestone', ['is', 'are'])} still open.`,
				fix: 'Move the issues that are left in it, and close it on GitLab.',
			}),
	},
	'expired-milestone-empty': {
		title: 'The last milestone is cleaned up',
		state: (_, { days = 0 }) =>
			`No open issue is left in a milestone ${formatCount(days, 'day')} after its cutoff.`,
		why: "An issue in a milestone that is over is in nobody's plan.",
		needs: { plan: ['groupLabels'] },
		takes: ['days'],
		lists: ['milestones', 'issues'],
		judge: (world, { days = 0 }) => {
			const { last } = world.plan;
			const cleanUp = last?.dates.cutoff == null ? null : addDays(last.dates.cutoff, days);
			if (last === null || cleanUp === null) {
				return notChecked('No milestone has ended yet.', 'A milestone that is over.');
			}
			const { title } = last.milestone;
			if (cleanUp >= world.today) {
				const observed = `${title} may be cleaned up until ${formatDay(cleanUp)}.`;
				return notChecked(observed, 'A pull after that day.');
			}
			return judgeIssues(world, {
				all: issuesOf(last),
				isWrong: ({ state }) => state !== 'closed',
				none: { observed: `We know of no issue in ${title}.`, needs: 'An issue in it.' },
				right: (count) => `Nothing is left open in ${title}, of ${formatCount(count, 'issue')}.`,
				wrong: (count) =>
					`${formatCount(count, 'issue')} of ${title} ${count === 1 ? 'is' : 'are'} still open.`,
				fix: 'Move each to a later milestone, or close it.',
			});
		},
	},
} satisfies HandbookRules;

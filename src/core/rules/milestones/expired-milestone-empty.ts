import { addDays } from '#core/base/dates.ts';
import { issuesOf } from '#core/rules/frame/issues.ts';
import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { issueItem, notChecked } from '#core/rules/frame/verdicts.ts';
import { formatCount, formatDay } from '#core/words/formats.ts';

export const expiredMilestoneEmpty: HandbookRule = {
	id: 'expired-milestone-empty',
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
			const observed = 'No milestone has ended yet.';
			return notChecked(observed, 'A milestone that is over.');
		}
		const { title } = last.milestone;
		if (cleanUp >= world.today) {
			const observed = `${title} may be cleaned up until ${formatDay(cleanUp)}.`;
			return notChecked(observed, 'A pull after that day.');
		}
		return judgeEvery({
			all: issuesOf(last),
			isWrong: ({ state }) => state !== 'closed',
			toItem: (issue) => issueItem(world, issue),
			none: { observed: `We know of no issue in ${title}.`, needs: 'An issue in it.' },
			right: (count) => `Nothing is left open in ${title}, of ${formatCount(count, 'issue')}.`,
			wrong: (count) =>
				`${formatCount(count, 'issue')} of ${title} ${count === 1 ? 'is' : 'are'} still open.`,
			fix: 'Move each to a later milestone, or close it.',
		});
	},
};

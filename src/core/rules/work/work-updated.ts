import { addDays, dayOf } from '#core/base/dates.ts';
import { workIn } from '#core/rules/frame/issues.ts';
import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { issueItem, notChecked } from '#core/rules/frame/verdicts.ts';
import { say, sayOf } from '#core/rules/frame/words.ts';
import { formatCount, formatList } from '#core/words/formats.ts';

export const workUpdated: HandbookRule = {
	id: 'work-updated',
	title: 'Work is updated',
	state: (_, { workflow = [], days = 0 }) =>
		`An issue of the current milestone that is ${formatList(workflow, 'or')} has changed within ${formatCount(days, 'day')}.`,
	why: "An update replaces a meeting. Any change on GitLab counts here, also one that isn't an update.",
	needs: { plan: ['workflowScope'] },
	takes: ['workflow', 'days'],
	lists: ['milestones', 'issues'],
	judge: (world, { workflow = [], days = 0 }, { readAt }) => {
		const work = workIn(world, workflow);
		if (work.some(({ updatedAt }) => updatedAt === null)) {
			const observed = "We don't know yet when these issues were changed.";
			return notChecked(observed, 'The next pull.');
		}
		const pulledOn = dayOf(readAt ?? world.today);
		return judgeEvery({
			all: work,
			isWrong: ({ updatedAt }) => updatedAt !== null && dayOf(updatedAt) < addDays(pulledOn, -days),
			toItem: (issue) => issueItem(world, issue),
			none: {
				observed: `No open issue of the current milestone is ${formatList(workflow, 'or')}.`,
				needs: 'An issue with such a workflow label.',
			},
			right: (count) =>
				`${say(count, 'issue', ['in work has', 'in work have'])} changed within ${formatCount(days, 'day')}.`,
			wrong: (count, of) =>
				`${sayOf(count, of, 'issue', ['in work has', 'in work have'])} not changed for more than ${formatCount(days, 'day')}.`,
			fix: 'Post an update on each, even if it only says that nothing has happened.',
		});
	},
};

import { workIn } from '#core/rules/frame/issues.ts';
import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { issueItem } from '#core/rules/frame/verdicts.ts';
import { say, sayOf } from '#core/rules/frame/words.ts';
import { formatList } from '#core/words/formats.ts';

export const readyIssuesWeighted: HandbookRule = {
	id: 'ready-issues-weighted',
	title: 'Ready issues have a weight',
	state: ({ plan }, { workflow = [] }) =>
		`An issue of the current milestone that is ~"${plan.workflowScope ?? ''}::${formatList(workflow, 'or')}" has a weight.`,
	why: 'Without weights nobody can say how much fits into a milestone.',
	needs: { plan: ['workflowScope'] },
	takes: ['workflow'],
	lists: ['milestones', 'issues'],
	judge: (world, { workflow = [] }) =>
		judgeEvery({
			all: workIn(world, workflow),
			isWrong: ({ weight }) => weight === null,
			toItem: (issue) => issueItem(world, issue),
			none: {
				observed: `No open issue of the current milestone is ${formatList(workflow, 'or')}.`,
				needs: 'An issue with this workflow label.',
			},
			right: (count) => `${say(count, 'ready issue', ['has', 'have'])} a weight.`,
			wrong: (count, of) => `${sayOf(count, of, 'ready issue', ['has', 'have'])} no weight.`,
			fix: 'Break the work down, and add the weight on GitLab.',
		}),
};

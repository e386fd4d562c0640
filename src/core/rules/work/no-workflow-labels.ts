import { scopedValue } from '#core/base/labels.ts';
import { allIssues } from '#core/rules/frame/issues.ts';
import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { issueItem } from '#core/rules/frame/verdicts.ts';
import { say, sayOf } from '#core/rules/frame/words.ts';

export const noWorkflowLabels: HandbookRule = {
	id: 'no-workflow-labels',
	title: 'Status instead of workflow labels',
	state: ({ plan }) =>
		`No open issue has a label ${plan.workflowScope ?? ''}::*; its status says the same.`,
	why: 'What is said twice is soon said in two ways.',
	needs: { plan: ['workflowScope'] },
	lists: ['issues'],
	judge: (world) =>
		judgeEvery({
			all: allIssues(world).filter(({ state }) => state !== 'closed'),
			isWrong: ({ labels }) =>
				scopedValue(labels, world.registry.plan.workflowScope ?? '') !== undefined,
			toItem: (issue) => issueItem(world, issue),
			none: { observed: 'We know of no open issue.', needs: 'An open issue in a milestone.' },
			right: (count) => `${say(count, 'open issue', ['has', 'have'])} no workflow label.`,
			wrong: (count, of) => `${sayOf(count, of, 'open issue', ['has', 'have'])} a workflow label.`,
			fix: "Set the issue's status, and remove the label.",
		}),
};

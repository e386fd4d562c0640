import { hasLabel } from '#core/base/labels.ts';
import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { issueItem } from '#core/rules/frame/verdicts.ts';
import { allIssues } from '#core/rules/frame/issues.ts';
import { say, sayOf } from '#core/rules/frame/words.ts';
import { formatLabels } from '#core/words/formats.ts';

export const onePriority: HandbookRule = {
	id: 'one-priority',
	title: 'One priority each',
	state: ({ plan }) =>
		`No issue has two of the labels ${formatLabels(plan.priorities.map(({ label }) => label))}.`,
	why: 'With two priorities, nobody knows which one counts.',
	needs: { plan: ['priorities'] },
	lists: ['issues'],
	judge: (world) => {
		const { priorities } = world.registry.plan;
		const countOf = (labels: readonly string[]) =>
			priorities.filter(({ label }) => hasLabel(labels, label)).length;
		return judgeEvery({
			all: allIssues(world).filter(({ labels }) => countOf(labels) > 0),
			isWrong: ({ labels }) => countOf(labels) > 1,
			toItem: (issue) => issueItem(world, issue),
			none: {
				observed: 'No issue of the plan has a priority.',
				needs: 'An issue with a priority label.',
			},
			right: (count) => `${say(count, 'issue', ['has', 'have'])} exactly one priority.`,
			wrong: (count, of) => `${sayOf(count, of, 'issue', ['has', 'have'])} more than one priority.`,
			fix: "Remove the priority that doesn't count from each.",
		});
	},
};

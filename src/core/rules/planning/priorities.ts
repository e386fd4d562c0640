import { hasLabel, priorityOf } from '#core/base/labels.ts';
import { allIssues, currentTitle, issuesOf } from '#core/rules/frame/issues.ts';
import { judgeIssues } from '#core/rules/frame/judge-every.ts';
import type { HandbookRules } from '#core/rules/frame/rule.ts';
import { fails, notChecked, passes } from '#core/rules/frame/verdicts.ts';
import { say } from '#core/rules/frame/words.ts';
import { formatLabels } from '#core/words/formats.ts';

export const priorityRules = {
	'top-priority-present': {
		title: 'The milestone has a top priority',
		state: ({ plan }) =>
			`At least one issue of the current milestone has the label ~"${plan.priorities[0]?.label ?? ''}".`,
		why: 'If nothing comes first, everybody chooses for themselves.',
		needs: { plan: ['priorities'] },
		lists: ['milestones', 'issues'],
		judge: (world) => {
			const issues = issuesOf(world.plan.current);
			const [top] = world.registry.plan.priorities;
			const title = currentTitle(world);
			if (issues.length === 0) {
				return notChecked(`We know of no issue in ${title}.`, 'An issue in the current milestone.');
			}
			const first = issues.filter((issue) => priorityOf(issue, world.registry.plan) === top);
			if (first.length > 0) {
				return passes(`${say(first.length, 'issue', ['has', 'have'])} it in ${title}.`);
			}
			return fails(
				`None of the issues in ${title} has it.`,
				'Decide which issues come first, and add the label to them.',
			);
		},
	},
	'one-priority': {
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
			return judgeIssues(world, {
				all: allIssues(world).filter(({ labels }) => countOf(labels) > 0),
				isWrong: ({ labels }) => countOf(labels) > 1,
				none: {
					observed: 'No issue of the plan has a priority.',
					needs: 'An issue with a priority label.',
				},
				noun: 'issue',
				right: ['has', 'have', 'exactly one priority'],
				wrong: ['has', 'have', 'more than one priority'],
				fix: "Remove the priority that doesn't count from each.",
			});
		},
	},
} satisfies HandbookRules;

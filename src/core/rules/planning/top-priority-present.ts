import { priorityOf } from '#core/base/labels.ts';
import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { fails, notChecked, passes } from '#core/rules/frame/verdicts.ts';
import { currentTitle, issuesOf } from '#core/rules/frame/issues.ts';
import { say } from '#core/rules/frame/words.ts';

export const topPriorityPresent: HandbookRule = {
	id: 'top-priority-present',
	title: 'The milestone has a top priority',
	state: ({ plan }) =>
		`At least one issue of the current milestone has the label ~"${plan.priorities[0]?.label ?? ''}".`,
	why: 'Where nothing comes first, everybody chooses for themselves.',
	needs: { plan: ['priorities'] },
	lists: ['milestones', 'issues'],
	judge: (world) => {
		const issues = issuesOf(world.plan.current);
		const [top] = world.registry.plan.priorities;
		const title = currentTitle(world);
		if (issues.length === 0) {
			const observed = `We know of no issue in ${title}.`;
			return notChecked(observed, 'An issue in the current milestone.');
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
};

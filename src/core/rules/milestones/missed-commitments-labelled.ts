import { hasLabel } from '#core/base/labels.ts';
import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { issueItem } from '#core/rules/frame/verdicts.ts';
import { say, sayOf } from '#core/rules/frame/words.ts';
import { findLeftovers } from './leftovers.ts';

export const missedCommitmentsLabelled: HandbookRule = {
	id: 'missed-commitments-labelled',
	title: 'Missed commitments say so',
	state: ({ plan }) =>
		`A commitment that its milestone left behind has the label ~"${plan.missedDeliverableLabel ?? ''}".`,
	why: 'Others rely on commitments, and should see that one was missed.',
	needs: { plan: ['missedDeliverableLabel'] },
	lists: ['milestones', 'issues'],
	judge: (world) => {
		const label = world.registry.plan.missedDeliverableLabel ?? '';
		return judgeEvery({
			all: findLeftovers(world).filter(({ wasCommitted }) => wasCommitted),
			isWrong: ({ issue }) => !hasLabel(issue.labels, label),
			toItem: ({ issue }) => issueItem(world, issue),
			none: {
				observed: "No saved plan shows a commitment that moved on after its milestone's cutoff.",
				needs: 'Saved plans from before and after a cutoff.',
			},
			right: (count) =>
				`${say(count, 'commitment', ['that moved on has', 'that moved on have'])} the label.`,
			wrong: (count, of) =>
				`${sayOf(count, of, 'commitment', ['that moved on lacks', 'that moved on lack'])} the label.`,
			fix: `Add ~"${label}" to each.`,
		});
	},
};

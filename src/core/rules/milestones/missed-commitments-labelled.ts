import { hasLabel } from '#core/base/labels.ts';
import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { issueItem, readingOf } from '#core/rules/frame/verdicts.ts';
import { say, sayOf } from '#core/rules/frame/words.ts';
import { findLeftovers } from './leftovers.ts';

const lists = ['milestones', 'issues'] as const;

export const missedCommitmentsLabelled: HandbookRule = {
	id: 'missed-commitments-labelled',
	title: 'Missed commitments say so',
	state: ({ plan }) =>
		`A commitment that its milestone left behind has the label ~"${plan.missedDeliverableLabel ?? ''}".`,
	why: 'Commitments are what others rely on: whoever does should see that one was missed.',
	needs: { plan: ['missedDeliverableLabel'] },
	lists,
	judge: (world) => {
		const label = world.registry.plan.missedDeliverableLabel ?? '';
		return judgeEvery({
			all: findLeftovers(world).filter(({ wasCommitted }) => wasCommitted),
			isWrong: ({ issue }) => !hasLabel(issue.labels, label),
			toItem: ({ issue }) => issueItem(world.snapshot.about.source, issue),
			reading: readingOf(world, lists),
			none: {
				observed: "No kept plan shows a commitment that moved on after its milestone's cutoff.",
				needs: 'Plans that were kept before and after a cutoff.',
			},
			right: (count) =>
				`${say(count, 'commitment', ['that moved on has', 'that moved on have'])} the label.`,
			wrong: (count, of) =>
				`${sayOf(count, of, 'commitment', ['that moved on lacks', 'that moved on lack'])} the label.`,
			fix: `Add ~"${label}" to each.`,
		});
	},
};

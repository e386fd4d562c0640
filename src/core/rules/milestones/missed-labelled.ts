import { missedMilestones } from '#core/base/labels.ts';
import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { issueItem } from '#core/rules/frame/verdicts.ts';
import { say, sayOf } from '#core/rules/frame/words.ts';
import { findLeftovers } from './leftovers.ts';

export const missedLabelled: HandbookRule = {
	id: 'missed-labelled',
	title: 'What moves on says where from',
	state: ({ plan }) =>
		`An issue that its milestone left behind has the label ${plan.missedPrefix ?? ''}x.y of that milestone.`,
	why: 'The label shows how often an issue was put off.',
	needs: { plan: ['missedPrefix'] },
	lists: ['milestones', 'issues'],
	judge: (world) =>
		judgeEvery({
			all: findLeftovers(world),
			isWrong: ({ issue, from }) => !missedMilestones(issue, world.registry.plan).includes(from),
			toItem: ({ issue }) => issueItem(world, issue),
			none: {
				observed: "No saved plan shows an issue that moved on after its milestone's cutoff.",
				needs: 'Saved plans from before and after a cutoff.',
			},
			right: (count) =>
				`${say(count, 'issue', ['that moved on has', 'that moved on have'])} the label.`,
			wrong: (count, of) =>
				`${sayOf(count, of, 'issue', ['that moved on lacks', 'that moved on lack'])} the label.`,
			fix: 'Add the label of the milestone that each comes from.',
		}),
};

import { scopedValue } from '#core/base/labels.ts';
import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { issueItem } from '#core/rules/frame/verdicts.ts';
import { openIssuesOf } from '#core/rules/frame/issues.ts';
import { say, sayOf } from '#core/rules/frame/words.ts';

export const candidatesMatchMilestone: HandbookRule = {
	id: 'candidates-match-milestone',
	title: 'Candidate labels name the milestone',
	state: () => 'The candidate label of a planned issue names the milestone that the issue is in.',
	why: 'A label that names another milestone shows the issue in two plans.',
	needs: { plan: ['candidateScope'] },
	lists: ['milestones', 'issues'],
	judge: (world) => {
		const scope = world.registry.plan.candidateScope ?? '';
		const planned = [world.plan.current, ...world.plan.next].flatMap(openIssuesOf);
		return judgeEvery({
			all: planned.filter(({ labels }) => scopedValue(labels, scope) !== undefined),
			isWrong: ({ labels, milestone }) => scopedValue(labels, scope) !== milestone,
			toItem: (issue) => issueItem(world, issue),
			none: {
				observed: 'No open issue of the plan has a candidate label.',
				needs: `A planned issue whose label has the scope "${scope}".`,
			},
			right: (count) =>
				`${say(count, 'planned issue', ['has', 'have'])} the candidate label of the right milestone.`,
			wrong: (count, of) =>
				`${sayOf(count, of, 'candidate label', ['names', 'name'])} another milestone than the issue's.`,
			fix: 'Correct the label or the milestone of each.',
		});
	},
};

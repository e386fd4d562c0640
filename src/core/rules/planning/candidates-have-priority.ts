import { priorityOf } from '#core/base/labels.ts';
import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { issueItem } from '#core/rules/frame/verdicts.ts';
import { say, sayOf } from '#core/rules/frame/words.ts';

export const candidatesHavePriority: HandbookRule = {
	id: 'candidates-have-priority',
	title: 'Candidates have a priority',
	state: () => 'Every candidate for a milestone has a priority label.',
	why: "The priority says which candidate comes first when there isn't room for all.",
	needs: { plan: ['candidateScope', 'priorities'] },
	lists: ['milestones', 'issues', 'candidates'],
	judge: (world) =>
		judgeEvery({
			all: [world.plan.current, ...world.plan.next].flatMap((one) => one?.candidates ?? []),
			isWrong: ({ issue }) => priorityOf(issue, world.registry.plan) === undefined,
			toItem: ({ issue }) => issueItem(world, issue),
			none: {
				observed: 'No issue is a candidate for the current milestone or the next ones.',
				needs: `An issue whose label has the scope "${world.registry.plan.candidateScope ?? ''}".`,
			},
			right: (count) => `${say(count, 'candidate', ['has', 'have'])} a priority.`,
			wrong: (count, of) => `${sayOf(count, of, 'candidate', ['has', 'have'])} no priority.`,
			fix: 'Add a priority label to each, or remove its candidate label.',
		}),
};

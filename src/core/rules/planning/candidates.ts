import { priorityOf, scopedValue } from '#core/base/labels.ts';
import { openIssuesOf } from '#core/rules/frame/issues.ts';
import { judgeIssues } from '#core/rules/frame/judge-every.ts';
import type { HandbookRules } from '#core/rules/frame/rule.ts';
import { sayOf } from '#core/rules/frame/words.ts';

export const candidateRules = {
	'candidates-have-priority': {
		title: 'Candidates have a priority',
		state: () => 'Every candidate for a milestone has a priority label.',
		why: "The priority says which candidate comes first when there isn't room for all.",
		needs: { plan: ['candidateScope', 'priorities'] },
		lists: ['milestones', 'issues', 'candidates'],
		judge: (world) =>
			judgeIssues(world, {
				all: [world.plan.current, ...world.plan.next]
					.flatMap((one) => one?.candidates ?? [])
					.map(({ issue }) => issue),
				isWrong: (issue) => priorityOf(issue, world.registry.plan) === undefined,
				none: {
					observed: 'No issue is a candidate for the current milestone or the next ones.',
					needs: `An issue whose label has the scope "${world.registry.plan.candidateScope ?? ''}".`,
				},
				noun: 'candidate',
				right: ['has', 'have', 'a priority'],
				wrong: ['has', 'have', 'no priority'],
				fix: 'Add a priority label to each, or remove its candidate label.',
			}),
	},
	'candidates-match-milestone': {
		title: 'Candidate labels name the milestone',
		state: () => 'The candidate label of a planned issue names the milestone that the issue is in.',
		why: 'A label that names another milestone shows the issue in two plans.',
		needs: { plan: ['candidateScope'] },
		lists: ['milestones', 'issues'],
		judge: (world) => {
			const scope = world.registry.plan.candidateScope ?? '';
			const planned = [world.plan.current, ...world.plan.next].flatMap(openIssuesOf);
			return judgeIssues(world, {
				all: planned.filter(({ labels }) => scopedValue(labels, scope) !== undefined),
				isWrong: ({ labels, milestone }) => scopedValue(labels, scope) !== milestone,
				none: {
					observed: 'No open issue of the plan has a candidate label.',
					needs: `A planned issue whose label has the scope "${scope}".`,
				},
				noun: 'planned issue',
				right: ['has', 'have', 'the candidate label of the right milestone'],
				wrong: (count, of) =>
					`${sayOf(count, of, 'candidate label', ['names', 'name', "another milestone than the issue's"])}.`,
				fix: 'Correct the label or the milestone of each.',
			});
		},
	},
} satisfies HandbookRules;

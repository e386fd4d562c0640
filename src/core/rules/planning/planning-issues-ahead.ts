import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import { milestoneItem } from '#core/rules/frame/verdicts.ts';
import { say, sayOf } from '#core/rules/frame/words.ts';
import { formatCount } from '#core/words/formats.ts';

export const planningIssuesAhead: HandbookRule = {
	id: 'planning-issues-ahead',
	title: 'Planning issues exist',
	state: ({ plan }) =>
		`There is a planning issue for each of the next ${formatCount(plan.nextMilestones, 'milestone')}.`,
	why: 'Without one, nobody can propose, discuss or review what the milestone is for.',
	needs: { plan: ['planningIssues'] },
	lists: ['milestones', 'planning-issues'],
	judge: (world) =>
		judgeEvery({
			all: world.plan.next,
			isWrong: ({ planningIssue }) => planningIssue === null,
			toItem: ({ milestone }) => milestoneItem(milestone),
			none: {
				observed: 'GitLab has no milestone after the current one.',
				needs: 'The next milestones on GitLab.',
			},
			right: (count) => `${say(count, 'milestone', ['has a planning issue', 'have one each'])}.`,
			wrong: (count, of) =>
				`${sayOf(count, of, 'milestone', ['has no planning issue', 'have no planning issue'])}.`,
			fix: `Open a planning issue for each, with the label ~"${world.registry.plan.planningIssues?.label ?? ''}", and add it to the milestone.`,
		}),
};

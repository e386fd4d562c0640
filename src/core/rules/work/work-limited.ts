import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { formatCount, formatList } from '#core/words/formats.ts';
import { judgeWork } from './judge-work.ts';

export const workLimited: HandbookRule = {
	id: 'work-limited',
	title: 'Work in progress is limited',
	state: (_, { workflow = [], count = 0 }) =>
		`The team has at most ${formatCount(count, 'issue')} for each engineer that are ${formatList(workflow, 'or')}.`,
	why: 'What is begun and waits helps nobody, and costs attention.',
	needs: { plan: ['workflowScope'] },
	takes: ['workflow', 'count', 'roster'],
	lists: ['milestones', 'issues', 'team'],
	judge: (world, { workflow = [], count = 0, roster }) =>
		judgeWork(world, {
			workflow,
			roster,
			isMeant: () => true,
			most: count,
			describe: (issues) => `${formatCount(issues, 'issue')} in progress`,
			fix: 'Finish some of them together before anybody begins another.',
		}),
};

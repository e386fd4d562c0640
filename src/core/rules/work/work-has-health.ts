import { workIn } from '#core/rules/frame/issues.ts';
import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { issueItem, notChecked } from '#core/rules/frame/verdicts.ts';
import { say, sayOf } from '#core/rules/frame/words.ts';
import { formatList } from '#core/words/formats.ts';

export const workHasHealth: HandbookRule = {
	id: 'work-has-health',
	title: 'Work has a health status',
	state: (_, { workflow = [] }) =>
		`An issue of the current milestone that is ${formatList(workflow, 'or')} has a health status.`,
	why: 'Nobody can help with what nobody says.',
	needs: { plan: ['workflowScope'] },
	takes: ['workflow'],
	lists: ['milestones', 'issues'],
	judge: (world, { workflow = [] }) => {
		const { issues } = world.snapshot.rows;
		if (issues.length > 0 && issues.every(({ healthStatus }) => healthStatus === null)) {
			const observed = 'No issue of the plan has a health status.';
			return notChecked(observed, 'A GitLab with health status, and one issue that has it.');
		}
		return judgeEvery({
			all: workIn(world, workflow),
			isWrong: ({ healthStatus }) => healthStatus === null,
			toItem: (issue) => issueItem(world, issue),
			none: {
				observed: `No open issue of the current milestone is ${formatList(workflow, 'or')}.`,
				needs: 'An issue with such a workflow label.',
			},
			right: (count) => `${say(count, 'issue', ['in work has', 'in work have'])} a health status.`,
			wrong: (count, of) =>
				`${sayOf(count, of, 'issue', ['in work has', 'in work have'])} no health status.`,
			fix: 'Post an update on each, and set its health status.',
		});
	},
};

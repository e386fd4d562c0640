import { addDays, dayOf } from '#core/base/dates.ts';
import { workIn } from '#core/rules/frame/issues.ts';
import { judgeIssues } from '#core/rules/frame/judge-every.ts';
import type { HandbookRules } from '#core/rules/frame/rule.ts';
import { notChecked } from '#core/rules/frame/verdicts.ts';
import { formatCount, formatList } from '#core/words/formats.ts';

export const inWorkRules = {
	'ready-issues-weighted': {
		title: 'Ready issues have a weight',
		state: ({ plan }, { workflow = [] }) =>
			`An issue of the current milestone that is ~"${plan.workflowScope ?? ''}::${formatList(workflow, 'or')}" has a weight.`,
		why: 'Without weights nobody can say how much fits into a milestone.',
		needs: { plan: ['workflowScope'] },
		takes: ['workflow'],
		lists: ['milestones', 'issues'],
		judge: (world, { workflow = [] }) =>
			judgeIssues(world, {
				all: workIn(world, workflow),
				isWrong: ({ weight }) => weight === null,
				none: noneIn(workflow),
				noun: 'ready issue',
				right: ['has', 'have', 'a weight'],
				wrong: ['has', 'have', 'no weight'],
				fix: 'Break the work down, and add the weight on GitLab.',
			}),
	},
	'work-has-health': {
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
			return judgeIssues(world, {
				all: workIn(world, workflow),
				isWrong: ({ healthStatus }) => healthStatus === null,
				none: noneIn(workflow),
				noun: 'issue',
				right: ['in work has', 'in work have', 'a health status'],
				wrong: ['in work has', 'in work have', 'no health status'],
				fix: 'Post an update on each, and set its health status.',
			});
		},
	},
	'work-updated': {
		title: 'Work is updated',
		state: (_, { workflow = [], days = 0 }) =>
			`An issue of the current milestone that is ${formatList(workflow, 'or')} has changed within ${formatCount(days, 'day')}.`,
		why: "An update replaces a meeting. Any change on GitLab counts here, also one that isn't an update.",
		needs: { plan: ['workflowScope'] },
		takes: ['workflow', 'days'],
		lists: ['milestones', 'issues'],
		judge: (world, { workflow = [], days = 0 }, { readAt }) => {
			const work = workIn(world, workflow);
			if (work.some(({ updatedAt }) => updatedAt === null)) {
				return notChecked("We don't know yet when these issues were changed.", 'The next pull.');
			}
			const pulledOn = dayOf(readAt ?? world.today);
			return judgeIssues(world, {
				all: work,
				isWrong: ({ updatedAt }) =>
					updatedAt !== null && dayOf(updatedAt) < addDays(pulledOn, -days),
				none: noneIn(workflow),
				noun: 'issue',
				right: ['in work has', 'in work have', `changed within ${formatCount(days, 'day')}`],
				wrong: [
					'in work has',
					'in work have',
					`not changed for more than ${formatCount(days, 'day')}`,
				],
				fix: 'Post an update on each, even if it only says that nothing has happened.',
			});
		},
	},
} satisfies HandbookRules;

function noneIn(workflow: readonly string[]) {
	return {
		observed: `No open issue of the current milestone is ${formatList(workflow, 'or')}.`,
		needs: 'An issue with such a workflow label.',
	};
}

import { hasLabel, scopedValue } from '#core/base/labels.ts';
import { allIssues, plannedIssues } from '#core/rules/frame/issues.ts';
import { judgeIssues } from '#core/rules/frame/judge-every.ts';
import type { HandbookRules } from '#core/rules/frame/rule.ts';
import { notChecked } from '#core/rules/frame/verdicts.ts';
import { formatLabels, formatList, formatScopes } from '#core/words/formats.ts';

export const labelRules = {
	'issues-labelled': {
		title: 'Issues carry the labels of group and stage',
		state: ({ plan }, { labels = [] }) =>
			`Every planned issue has ${formatList([...labels.map((label) => `~"${label}"`), oneOf(plan.groupLabels)])}.`,
		why: 'Boards, reports and this handbook find issues by these labels.',
		needs: { plan: ['groupLabels'] },
		takes: ['labels'],
		lists: ['milestones', 'issues'],
		judge: (world, { labels: wanted = [] }) => {
			const planned = plannedIssues(world);
			const unused = wanted.filter(
				(label) => !planned.some(({ labels }) => hasLabel(labels, label)),
			);
			if (planned.length > 0 && unused.length > 0) {
				const observed = `No planned issue has ${formatLabels(unused, 'or')}, so the label may have another name.`;
				return notChecked(observed, "The label's name on GitLab, in rules.yaml.");
			}
			return judgeIssues(world, {
				all: planned,
				isWrong: ({ labels }) => !wanted.every((label) => hasLabel(labels, label)),
				none: { observed: 'We know of no planned issue.', needs: 'An issue in a milestone.' },
				noun: 'planned issue',
				right: ['has', 'have', formatLabels(wanted)],
				wrong: ['lacks', 'lack', formatLabels(wanted, 'or')],
				fix: 'Add the missing label to each.',
			});
		},
	},
	'issues-typed': {
		title: 'Issues have a type',
		state: (_, { scopes = [] }) => `Every planned issue has a label ${formatScopes(scopes)}.`,
		why: 'The type says how an issue is counted: as a feature, as maintenance or as a bug.',
		needs: { plan: ['groupLabels'] },
		takes: ['scopes'],
		lists: ['milestones', 'issues'],
		judge: (world, { scopes = [] }) => {
			const planned = plannedIssues(world);
			const isTyped = (labels: readonly string[]) =>
				scopes.every((scope) => scopedValue(labels, scope) !== undefined);
			if (planned.length > 0 && !planned.some(({ labels }) => isTyped(labels))) {
				const observed = 'No planned issue has such a label, so the team may not use them.';
				return notChecked(observed, 'An issue with such a label.');
			}
			return judgeIssues(world, {
				all: planned,
				isWrong: ({ labels }) => !isTyped(labels),
				none: { observed: 'We know of no planned issue.', needs: 'An issue in a milestone.' },
				noun: 'planned issue',
				right: ['has', 'have', `a label ${formatScopes(scopes)}`],
				wrong: ['has', 'have', `no label ${formatScopes(scopes)}`],
				fix: 'Add the label that fits to each.',
			});
		},
	},
	'bugs-triaged': {
		title: 'Bugs are triaged',
		state: (_, { labels = [], scopes = [] }) =>
			`Every planned bug, ${formatLabels(labels, 'or')}, has a label of ${formatScopes(scopes)}.`,
		why: "They say how bad a bug is and by when we'll look at it.",
		needs: { plan: ['groupLabels'] },
		takes: ['labels', 'scopes'],
		lists: ['issues'],
		judge: (world, { labels: ofBugs = [], scopes = [] }) => {
			const bugs = allIssues(world).filter(
				({ labels, state }) =>
					state !== 'closed' && ofBugs.some((label) => hasLabel(labels, label)),
			);
			const unused = scopes.filter((scope) =>
				bugs.every(({ labels }) => scopedValue(labels, scope) === undefined),
			);
			if (bugs.length > 0 && unused.length > 0) {
				const observed = `No planned bug has a label of ${formatScopes(unused, 'or')}.`;
				return notChecked(observed, 'A bug with such a label.');
			}
			return judgeIssues(world, {
				all: bugs,
				isWrong: ({ labels }) => scopes.some((scope) => scopedValue(labels, scope) === undefined),
				none: { observed: 'No open issue of the plan is a bug.', needs: 'A bug in a milestone.' },
				noun: 'planned bug',
				right: ['has', 'have', 'a label of each'],
				wrong: ['lacks', 'lack', `a label of ${formatScopes(scopes, 'or')}`],
				fix: 'Triage each, and add the missing label.',
			});
		},
	},
	'no-workflow-labels': {
		title: 'Status instead of workflow labels',
		state: ({ plan }) =>
			`No open issue has a label ${plan.workflowScope ?? ''}::*; its status says the same.`,
		why: "What's in two places soon differs.",
		needs: { plan: ['workflowScope'] },
		lists: ['issues'],
		judge: (world) =>
			judgeIssues(world, {
				all: allIssues(world).filter(({ state }) => state !== 'closed'),
				isWrong: ({ labels }) =>
					scopedValue(labels, world.registry.plan.workflowScope ?? '') !== undefined,
				none: { observed: 'We know of no open issue.', needs: 'An open issue in a milestone.' },
				noun: 'open issue',
				right: ['has', 'have', 'no workflow label'],
				wrong: ['has', 'have', 'a workflow label'],
				fix: "Set the issue's status, and remove the label.",
			}),
	},
} satisfies HandbookRules;

function oneOf(labels: readonly string[]): string {
	return labels.length === 1 ? formatLabels(labels) : `one of ${formatLabels(labels, 'or')}`;
}

import { scopedValue } from '#core/base/labels.ts';
import { plannedIssues } from '#core/rules/frame/issues.ts';
import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { issueItem, notChecked } from '#core/rules/frame/verdicts.ts';
import { say, sayOf } from '#core/rules/frame/words.ts';
import { formatScopes } from '#core/words/formats.ts';

export const issuesTyped: HandbookRule = {
	id: 'issues-typed',
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
		return judgeEvery({
			all: planned,
			isWrong: ({ labels }) => !isTyped(labels),
			toItem: (issue) => issueItem(world, issue),
			none: { observed: 'We know of no planned issue.', needs: 'An issue in a milestone.' },
			right: (count) =>
				`${say(count, 'planned issue', ['has', 'have'])} a label ${formatScopes(scopes)}.`,
			wrong: (count, of) =>
				`${sayOf(count, of, 'planned issue', ['has', 'have'])} no label ${formatScopes(scopes)}.`,
			fix: 'Add the label that fits to each.',
		});
	},
};

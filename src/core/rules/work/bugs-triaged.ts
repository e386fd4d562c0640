import { hasLabel, scopedValue } from '#core/base/labels.ts';
import { allIssues } from '#core/rules/frame/issues.ts';
import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { issueItem, notChecked } from '#core/rules/frame/verdicts.ts';
import { say, sayOf } from '#core/rules/frame/words.ts';
import { formatLabels, formatScopes } from '#core/words/formats.ts';

export const bugsTriaged: HandbookRule = {
	id: 'bugs-triaged',
	title: 'Bugs are triaged',
	state: (_, { labels = [], scopes = [] }) =>
		`Every planned bug, ${formatLabels(labels, 'or')}, has a label of ${formatScopes(scopes)}.`,
	why: 'They say how bad a bug is and by when it will be looked at.',
	needs: { plan: ['groupLabels'] },
	takes: ['labels', 'scopes'],
	lists: ['issues'],
	judge: (world, { labels: ofBugs = [], scopes = [] }) => {
		const bugs = allIssues(world).filter(
			({ labels, state }) => state !== 'closed' && ofBugs.some((label) => hasLabel(labels, label)),
		);
		const unused = scopes.filter((scope) =>
			bugs.every(({ labels }) => scopedValue(labels, scope) === undefined),
		);
		if (bugs.length > 0 && unused.length > 0) {
			const observed = `No planned bug has a label of ${formatScopes(unused, 'or')}.`;
			return notChecked(observed, 'A bug with such a label.');
		}
		return judgeEvery({
			all: bugs,
			isWrong: ({ labels }) => scopes.some((scope) => scopedValue(labels, scope) === undefined),
			toItem: (issue) => issueItem(world, issue),
			none: { observed: 'No open issue of the plan is a bug.', needs: 'A bug in a milestone.' },
			right: (count) => `${say(count, 'planned bug', ['has', 'have'])} a label of each.`,
			wrong: (count, of) =>
				`${sayOf(count, of, 'planned bug', ['lacks', 'lack'])} a label of ${formatScopes(scopes, 'or')}.`,
			fix: 'Triage each, and add the missing label.',
		});
	},
};

import { hasLabel } from '#core/base/labels.ts';
import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { plannedIssues } from '#core/rules/frame/issues.ts';
import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import { issueItem, notChecked } from '#core/rules/frame/verdicts.ts';
import { say, sayOf } from '#core/rules/frame/words.ts';
import { formatLabels, formatList } from '#core/words/formats.ts';

export const issuesLabelled: HandbookRule = {
	id: 'issues-labelled',
	title: 'Issues carry the labels of group and stage',
	state: ({ plan }, { labels = [] }) =>
		`Every planned issue has ${formatList([...labels.map((label) => `~"${label}"`), oneOf(plan.groupLabels)])}.`,
	why: 'Boards, reports and this handbook find issues by these labels.',
	needs: { plan: ['groupLabels'] },
	takes: ['labels'],
	lists: ['milestones', 'issues'],
	judge: (world, { labels: wanted = [] }) => {
		const planned = plannedIssues(world);
		const unused = wanted.filter((label) => !planned.some(({ labels }) => hasLabel(labels, label)));
		if (planned.length > 0 && unused.length > 0) {
			const observed = `No planned issue has ${formatLabels(unused, 'or')}, so the label may have another name.`;
			return notChecked(observed, "The label's name on GitLab, in rules.yaml.");
		}
		return judgeEvery({
			all: planned,
			isWrong: ({ labels }) => !wanted.every((label) => hasLabel(labels, label)),
			toItem: (issue) => issueItem(world, issue),
			none: { observed: 'We know of no planned issue.', needs: 'An issue in a milestone.' },
			right: (count) => `${say(count, 'planned issue', ['has', 'have'])} ${formatLabels(wanted)}.`,
			wrong: (count, of) =>
				`${sayOf(count, of, 'planned issue', ['lacks', 'lack'])} ${formatLabels(wanted, 'or')}.`,
			fix: 'Add the missing label to each.',
		});
	},
};

function oneOf(labels: readonly string[]): string {
	return labels.length === 1 ? formatLabels(labels) : `one of ${formatLabels(labels, 'or')}`;
}

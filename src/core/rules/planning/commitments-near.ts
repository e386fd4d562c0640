import { isDeliverable } from '#core/base/labels.ts';
import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { issueItem } from '#core/rules/frame/verdicts.ts';
import { openIssuesOf } from '#core/rules/frame/issues.ts';
import { say, sayOf } from '#core/rules/frame/words.ts';

export const commitmentsNear: HandbookRule = {
	id: 'commitments-near',
	title: 'No commitment far ahead',
	state: ({ plan }) =>
		`No issue beyond the next milestone has the label ~"${plan.deliverableLabel ?? ''}".`,
	why: 'A commitment that nobody can have planned yet is no commitment.',
	needs: { plan: ['deliverableLabel'] },
	lists: ['milestones', 'issues'],
	judge: (world) =>
		judgeEvery({
			all: world.plan.next.slice(1).flatMap(openIssuesOf),
			isWrong: (issue) => isDeliverable(issue, world.registry.plan),
			toItem: (issue) => issueItem(world, issue),
			none: {
				observed: 'No open issue is planned beyond the next milestone.',
				needs: 'An issue in a later milestone.',
			},
			right: (count) =>
				`${say(count, 'issue', ['is', 'are'])} planned beyond the next milestone, without a commitment.`,
			wrong: (count, of) =>
				`${sayOf(count, of, 'issue', ['beyond the next milestone is', 'beyond the next milestone are'])} committed already.`,
			fix: 'Remove the label, or move the issue to the next milestone.',
		}),
};

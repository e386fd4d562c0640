import { isDeliverable } from '#core/base/labels.ts';
import { referenceOf } from '#core/base/reference-of.ts';
import { issuesOf, openIssuesOf } from '#core/rules/frame/issues.ts';
import { judgeIssues } from '#core/rules/frame/judge-every.ts';
import type { HandbookRules, RuleVerdict, RuleWorld } from '#core/rules/frame/rule.ts';
import { fails, issueItem, notChecked, passes } from '#core/rules/frame/verdicts.ts';
import { formatCount, formatDay } from '#core/words/formats.ts';
import type { IssueOfDay, PlanOfDay } from '#model/history.ts';
import { compareTitles } from '#model/order.ts';

export const commitmentRules = {
	'scope-final-in-time': {
		title: 'The scope is final in time',
		state: ({ plan }) =>
			`What the milestone commits to is set ${formatCount(plan.finalBusinessDaysBeforeKickoff ?? 0, 'business day')} before the kickoff, and stays.`,
		why: "What's added later wasn't planned, and pushes out what was.",
		needs: { plan: ['kickoffDay', 'finalBusinessDaysBeforeKickoff'] },
		lists: ['milestones', 'issues'],
		judge: judgeScope,
	},
	'commitments-near': {
		title: 'No commitment far ahead',
		state: ({ plan }) =>
			`No issue beyond the next milestone has the label ~"${plan.deliverableLabel ?? ''}".`,
		why: 'A commitment that nobody can have planned yet is no commitment.',
		needs: { plan: ['deliverableLabel'] },
		lists: ['milestones', 'issues'],
		judge: (world) =>
			judgeIssues(world, {
				all: world.plan.next.slice(1).flatMap(openIssuesOf),
				isWrong: (issue) => isDeliverable(issue, world.registry.plan),
				none: {
					observed: 'No open issue is planned beyond the next milestone.',
					needs: 'An issue in a later milestone.',
				},
				noun: 'issue',
				right: ['is', 'are', 'planned beyond the next milestone, without a commitment'],
				wrong: [
					'beyond the next milestone is',
					'beyond the next milestone are',
					'committed already',
				],
				fix: 'Remove the label, or move the issue to the next milestone.',
			}),
	},
} satisfies HandbookRules;

function judgeScope(world: RuleWorld): RuleVerdict {
	const { plan, days, today } = world;
	const title = plan.current?.milestone.title ?? '';
	const final = plan.current?.dates.scopeFinal ?? null;
	if (final === null) {
		const observed = 'The current milestone has no start.';
		return notChecked(observed, 'A start date of the milestone on GitLab.');
	}
	const when = `the plan of ${title} was final on ${formatDay(final)}`;
	const kept = days.findLast(({ day, asked }) => day <= final && asked.includes(title));
	if (today <= final || kept === undefined) {
		const observed =
			today <= final
				? `The plan of ${title} is final on ${formatDay(final)}.`
				: `We have no saved plan of ${title} from ${formatDay(final)} or before.`;
		return notChecked(observed, 'A saved plan of that day or before.');
	}
	const late = lateCommitments(world, kept, title);
	const since = `since ${formatDay(kept.day)}; ${when}`;
	if (late.length === 0) {
		return passes(`Nothing was committed or taken out ${since}.`);
	}
	return fails(
		`${formatCount(late.length, 'commitment')} of ${title} came or went ${since}.`,
		'Say in the planning issue why the scope changed, or move what was added to the next milestone.',
		late.map((issue) => issueItem(world, issue)),
	);
}

type Placed = Pick<IssueOfDay, 'project' | 'iid' | 'title' | 'labels' | 'milestone'>;

/**
 * What is committed now and was not then, and what was then and is not now, though GitLab shows it. What
 * an earlier milestone left behind was moved by its cleanup, and nobody has changed the scope by that.
 */
function lateCommitments(world: RuleWorld, kept: PlanOfDay, title: string): Placed[] {
	const { registry, snapshot, plan } = world;
	const now = issuesOf(plan.current).filter((issue) => isDeliverable(issue, registry.plan));
	const then = kept.issues.filter(
		(issue) => issue.milestone === title && isDeliverable(issue, registry.plan),
	);
	const known = [...snapshot.rows.issues, ...snapshot.rows['former-issues']];
	const earlier = kept.issues.filter(
		({ milestone }) => milestone !== null && compareTitles(milestone, title) < 0,
	);
	return [
		...now.filter((issue) => !has(then, issue) && !has(earlier, issue)),
		...then.filter((issue) => has(known, issue) && !has(now, issue)),
	];
}

function has(issues: readonly Pick<Placed, 'project' | 'iid'>[], one: Placed): boolean {
	return issues.some((issue) => referenceOf(issue) === referenceOf(one));
}

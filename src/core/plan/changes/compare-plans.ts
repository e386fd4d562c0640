import type { IssueOfDay, MilestoneOfDay, PlanOfDay } from '#model/history.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import { collapseSpaces, isDeliverable, priorityOf, rankOf } from '#core/base/labels.ts';
import { isPlanMilestone } from '#core/base/milestones.ts';
import { sortMilestones, titleOrder, type TitleOrder } from '#core/base/title-order.ts';
import { compareReferences, compareText } from '#model/order.ts';
import type { ChangesOfDay, IssueChange, MilestoneChange, PlanChange } from './change.ts';
import { referenceOf } from '#core/base/reference-of.ts';
import { haveSameRules } from '../plan-rules.ts';

/**
 * What has changed from one plan to another: moved dates by the order of the milestones, then what
 * has become of each issue, by reference; of one issue first where it went, then what it is.
 *
 * Only a milestone that both plans asked for tells that an issue was added to it or is gone from it.
 * The issues of one that has newly come into view were not added, and those of one that has gone out
 * of view were not dropped. That an issue moved is told whenever its milestone is known on both days.
 * Of issues that are in no milestone of either plan (candidates, mostly) nothing is told.
 *
 * Both plans are read by the same rules. Where they were kept by others, nothing is told of what only
 * these may have changed: which issues are there, or which labels.
 */
export function comparePlans(before: PlanOfDay, after: PlanOfDay, rules: PlanRules): PlanChange[] {
	return [
		...compareMilestones(before.milestones, after.milestones),
		...compareIssues(before, after, rules),
	];
}

function compareMilestones(
	before: readonly MilestoneOfDay[],
	after: readonly MilestoneOfDay[],
): MilestoneChange[] {
	const earlier = new Map(before.map((milestone) => [milestone.title, milestone]));
	return sortMilestones(after).flatMap(({ title, startDate, dueDate }): MilestoneChange[] => {
		const was = earlier.get(title);
		if (!was || (was.startDate === startDate && was.dueDate === dueDate)) return [];
		const from = { startDate: was.startDate, dueDate: was.dueDate };
		return [{ kind: 'dates-moved', milestone: title, from, to: { startDate, dueDate } }];
	});
}

/** An issue in the one plan and in the other. One of them may lack it, never both. */
interface Pair {
	before: IssueOfDay | undefined;
	after: IssueOfDay | undefined;
	newest: IssueOfDay;
}

function compareIssues(before: PlanOfDay, after: PlanOfDay, rules: PlanRules): IssueChange[] {
	const isInPlan = (plan: PlanOfDay, issue: IssueOfDay | undefined) =>
		issue?.milestone != null && plan.asked.includes(issue.milestone);
	const hasSameIssues = haveSameRules(before, after, 'issues');
	const hasSameLabels = haveSameRules(before, after, 'labels');
	const isComparable = (milestone: string) =>
		hasSameIssues && before.asked.includes(milestone) && after.asked.includes(milestone);
	const order = titleOrder([...before.milestones, ...after.milestones]);
	return pairIssues(before.issues, after.issues)
		.filter((pair) => isInPlan(before, pair.before) || isInPlan(after, pair.after))
		.toSorted((a, b) => compareReferences(a.newest, b.newest))
		.flatMap((pair) => {
			const { project, iid, title } = pair.newest;
			const issue = { project, iid, title };
			const what = [
				...findMove(pair, isComparable, rules, order),
				...(hasSameLabels ? compareLabels(pair, rules) : []),
				...compareDetails(pair),
			];
			return what.map((change) => ({ issue, ...change }));
		});
}

function pairIssues(before: readonly IssueOfDay[], after: readonly IssueOfDay[]): Pair[] {
	const earlier = new Map(before.map((issue) => [referenceOf(issue), issue]));
	const later = new Map(after.map((issue) => [referenceOf(issue), issue]));
	return [
		...after.map((issue) => ({
			before: earlier.get(referenceOf(issue)),
			after: issue,
			newest: issue,
		})),
		...before
			.filter((issue) => !later.has(referenceOf(issue)))
			.map((issue) => ({ before: issue, after: undefined, newest: issue })),
	];
}

type WithoutIssue<Change> = Change extends unknown ? Omit<Change, 'issue'> : never;
type What = WithoutIssue<IssueChange>;

function findMove(
	{ before, after }: Pair,
	isComparable: (milestone: string) => boolean,
	rules: PlanRules,
	order: TitleOrder,
): What[] {
	const from = planMilestoneOf(before, rules);
	const to = planMilestoneOf(after, rules);
	if (from === to) return [];
	if (from !== null && to !== null) {
		return [{ kind: order(from, to) < 0 ? 'carried' : 'brought-forward', from, to }];
	}
	if (to !== null) return isComparable(to) ? [{ kind: 'added', milestone: to }] : [];
	if (from === null || !isComparable(from)) return [];
	return [{ kind: after ? 'dropped' : 'not-seen', from }];
}

/** `null`: it is not seen, in no milestone, or in one that is none of the plan's. */
function planMilestoneOf(
	issue: IssueOfDay | undefined,
	{ milestonePattern }: PlanRules,
): string | null {
	const milestone = issue?.milestone ?? null;
	return milestone !== null && isPlanMilestone(milestone, milestonePattern) ? milestone : null;
}

function compareLabels({ before, after }: Pair, rules: PlanRules): What[] {
	if (!before || !after) return [];
	return [...comparePriority(before, after, rules), ...compareCommitment(before, after, rules)];
}

function compareDetails({ before, after }: Pair): What[] {
	if (!before || !after) return [];
	return [
		...(before.healthStatus === after.healthStatus
			? []
			: [{ kind: 'health' as const, from: before.healthStatus, to: after.healthStatus }]),
		...compareState(before, after),
		...(before.weight === after.weight
			? []
			: [{ kind: 'weight' as const, from: before.weight, to: after.weight }]),
		...(collapseSpaces(before.title) === collapseSpaces(after.title)
			? []
			: [{ kind: 'retitled' as const, from: before.title }]),
	];
}

function comparePriority(before: IssueOfDay, after: IssueOfDay, rules: PlanRules): What[] {
	const [from, to] = [priorityOf(before, rules), priorityOf(after, rules)];
	if (from === to) return [];
	const kind = rankOf(after, rules) < rankOf(before, rules) ? 'promoted' : 'demoted';
	return [{ kind, from: from?.label ?? null, to: to?.label ?? null }];
}

function compareCommitment(before: IssueOfDay, after: IssueOfDay, rules: PlanRules): What[] {
	const [was, is] = [isDeliverable(before, rules), isDeliverable(after, rules)];
	return was === is ? [] : [{ kind: is ? 'committed' : 'uncommitted' }];
}

/** Another word of GitLab's than `closed` counts as open, as it does in the progress. */
function compareState(before: IssueOfDay, after: IssueOfDay): What[] {
	const [was, is] = [before.state === 'closed', after.state === 'closed'];
	return was === is ? [] : [{ kind: is ? 'closed' : 'reopened' }];
}

/**
 * What has changed from each kept day to the next, newest last. A day on which nothing has changed
 * is left out, and so is the first one, which has nothing before it.
 */
export function listChanges(days: readonly PlanOfDay[], rules: PlanRules): ChangesOfDay[] {
	const inOrder = days.toSorted((a, b) => compareText(a.day, b.day));
	return inOrder.flatMap((after, index) => {
		const before = inOrder[index - 1];
		if (!before) return [];
		const changes = comparePlans(before, after, rules);
		return changes.length === 0 ? [] : [{ day: after.day, since: before.day, changes }];
	});
}

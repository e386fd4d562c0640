import type { IsoDate } from '#model/identifiers.ts';
import type { PlanRules } from '#model/registry.ts';
import type { WorldIssue, WorldMilestone, WorldProject } from '../world.ts';
import { isWithin } from '../access.ts';
import { addDays } from './calendar.ts';
import { anIssueOf, IssueNumbers, type Draft } from './issue-drafts.ts';
import { planLabels } from './labels.ts';
import type { SampleMilestones } from './milestones.ts';
import { planningIssues } from './planning.ts';
import { chance, numberFor, pick } from '../seed.ts';
import { specialIssues } from './special-issues.ts';
import { titles } from './titles.ts';

/** Issues of the current milestone, of the three after it, and of each that is further away. */
const counts = [30, 20, 12, 6, 2] as const;

/** The plan: from what was done in the last milestone to what waits without one. */
export function sampleIssues(
	plan: PlanRules,
	milestones: SampleMilestones,
	projects: readonly WorldProject[],
	today: IsoDate,
): WorldIssue[] {
	const homes = homesOf(plan, projects);
	const [last] = milestones.past;
	const planned = [milestones.current, ...milestones.next];
	const amounts = [
		...planned.map((milestone, index) => ({
			milestone,
			count: counts[index] ?? 2,
			closedPercent: index === 0 ? 30 : 0,
		})),
		...(last ? [{ milestone: last, count: 14, closedPercent: 85 }] : []),
		{ milestone: null, count: 8, closedPercent: 10 },
	];
	const drafts: Draft[] = [
		// Each list goes on where the one before has ended, so that titles repeat as late as they can.
		...amounts.flatMap((amount, index) => {
			const before = amounts.slice(0, index).reduce((sum, { count }) => sum + count, 0);
			return fill(plan, amount, before, homes, today);
		}),
		...specialIssues(plan, milestones, homes[0], today),
		...planningIssues(plan, milestones, today),
	];
	const numbers = new IssueNumbers();
	return drafts
		.toSorted((one, other) => (one.created < other.created ? -1 : 1))
		.map((draft) => anIssueOf(draft, numbers.next(draft.project)));
}

/** Where issues live: most of them where the plan is made, the rest anywhere in the group. */
function homesOf(
	plan: PlanRules,
	projects: readonly WorldProject[],
): readonly [string, ...string[]] {
	const main = plan.planningIssues.project;
	const others = projects
		.filter(({ path, visibility }) => visibility === 'public' && isWithin(path, plan.group))
		.filter(({ archived }) => !archived)
		.map(({ path }) => path);
	return [main, ...others.filter((path) => chance(`home ${path}`, 35) && path !== main)];
}

interface Amount {
	milestone: WorldMilestone | null;
	count: number;
	/** How many of them are done. */
	closedPercent: number;
}

function fill(
	plan: PlanRules,
	{ milestone, count, closedPercent }: Amount,
	firstTitle: number,
	homes: readonly [string, ...string[]],
	today: IsoDate,
): Draft[] {
	const start = milestone?.startDate ?? today;
	const hasBegun = milestone !== null && start <= today;
	return Array.from({ length: count }, (_, index) => {
		const key = `issue ${milestone?.title ?? 'none'} ${String(index)}`;
		const isCarried = milestone !== null && chance(`carried ${key}`, 15);
		const isClosed = chance(`closed ${key}`, closedPercent);
		const marks = { isCarried, isClosed, hasBegun, hasMilestone: milestone !== null };
		return {
			key,
			project: chance(`main ${key}`, 65) ? homes[0] : pick(`home ${key}`, homes),
			title: titles[(firstTitle + index) % titles.length] ?? titles[0],
			created: addDays(start < today ? start : today, -(isCarried ? 120 : 10) - index),
			closed: isClosed ? addDays(today, -1 - numberFor(`done ${key}`, 8)) : null,
			updated: addDays(today, -1 - numberFor(`updated ${key}`, 8)),
			milestoneId: milestone?.id ?? null,
			labels: planLabels(plan, key, marks),
			weight: chance(`weighed ${key}`, 75) ? pick(`weight ${key}`, [1, 1, 2, 3, 3, 5, 8, 0]) : null,
			healthStatus: hasBegun && !isClosed ? healthOf(key) : null,
			dueDate: chance(`due ${key}`, 10) ? (milestone?.dueDate ?? null) : null,
			type: chance(`task ${key}`, 10) ? 'TASK' : 'ISSUE',
		};
	});
}

/** Nobody reports on work that has not begun, nor always on work that has. */
function healthOf(key: string): string | null {
	return pick(`health ${key}`, [
		'on_track',
		'on_track',
		'on_track',
		'needs_attention',
		'at_risk',
		null,
		null,
	]);
}

import { isDeliverable } from '#core/base/labels.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import { chance, numberFor, pick } from '../seed.ts';

const statesBefore = ['planning breakdown', 'ready for development'] as const;
const statesDuring = [
	'ready for development',
	'in dev',
	'in dev',
	'in review',
	'blocked',
	'verification',
] as const;

/** What decides which labels an issue can have. */
interface Marks {
	isClosed: boolean;
	hasBegun: boolean;
	hasMilestone: boolean;
	/** Titles of the milestones in which it was not done. */
	missed?: readonly string[];
	/** Title of the milestone for which it is proposed. */
	candidate?: string | null;
	/** False: what was first said of its priority or commitment stays. */
	isRanked?: boolean;
	isDecided?: boolean;
}

/** The labels of an issue of the plan: always one of the group's, the others mostly. */
export function planLabels(plan: PlanRules, key: string, marks: Marks): string[] {
	const { isClosed, hasBegun, hasMilestone, missed = [], candidate = null } = marks;
	const { isRanked = true, isDecided = true } = marks;
	const type = pick(`type ${key}`, ['bug', 'feature', 'feature', 'maintenance']);
	const openState = pick<string>(`workflow ${key}`, hasBegun ? statesDuring : statesBefore);
	const state = isClosed ? 'complete' : openState;
	const commitment = commitmentLabels(plan, isDecided ? key : `first ${key}`);
	return [
		...groupLabels(plan, key),
		`type::${type}`,
		...(type === 'bug' ? [`priority::${String(1 + numberFor(`rank ${key}`, 4))}`] : []),
		...(plan.workflowScope && chance(`has workflow ${key}`, 85)
			? [`${plan.workflowScope}::${state}`]
			: []),
		...(isClosed ? [] : roadmapLabels(plan, key)),
		...(hasMilestone ? priorityLabels(plan, isRanked ? key : `first ${key}`) : []),
		...(hasMilestone ? commitment : []),
		...(hasMilestone ? reliabilityLabels(plan, key) : []),
		...missedLabels(plan, missed, isDeliverable({ labels: commitment }, plan)),
		...(candidate === null || !plan.candidateScope ? [] : [`${plan.candidateScope}::${candidate}`]),
	];
}

/** One open issue in three has a place on the roadmap. */
function roadmapLabels({ roadmapLabels: columns }: PlanRules, key: string): string[] {
	const column = columns[numberFor(`roadmap ${key}`, columns.length * 3)];
	return column === undefined ? [] : [column.label];
}

/** What the cleanup leaves on an issue when a milestone is over. */
export function missedLabels(
	{ missedPrefix, missedDeliverableLabel }: PlanRules,
	missed: readonly string[],
	isCommitted: boolean,
): string[] {
	const titles = missedPrefix === undefined ? [] : missed;
	return [
		...titles.map((title) => `${missedPrefix ?? ''}${title}`),
		...(missed.length > 0 && isCommitted ? [missedDeliverableLabel ?? []].flat() : []),
	];
}

function reliabilityLabels({ reliability }: PlanRules, key: string): string[] {
	if (!reliability || !chance(`reliability ${key}`, 12)) return [];
	const labels = reliability.labels.map(({ label }) => label);
	const chosen = labels[numberFor(`reliability label ${key}`, labels.length)];
	return chosen === undefined ? [] : [chosen];
}

/** A team that changes its label has issues with the old one, the new one, and both. */
export function groupLabels({ groupLabels: [first, ...rest] }: PlanRules, key: string): string[] {
	const names = [first, ...rest].filter((name) => name !== undefined);
	const chosen = names[numberFor(`group ${key}`, names.length)];
	return chance(`both groups ${key}`, 15) || chosen === undefined ? names : [chosen];
}

/** The second priority is the usual one; one issue in six has none. */
function priorityLabels({ priorities }: PlanRules, key: string): string[] {
	if (chance(`no priority ${key}`, 16)) return [];
	const labels = priorities.map(({ label }) => label);
	const chosen = chance(`usual ${key}`, 50)
		? (labels[1] ?? labels[0])
		: labels[numberFor(`priority ${key}`, labels.length)];
	return chosen === undefined ? [] : [chosen];
}

function commitmentLabels({ deliverableLabel }: PlanRules, key: string): string[] {
	if (deliverableLabel === undefined) return [];
	const label = pick(`deliverable spelling ${key}`, [
		deliverableLabel,
		deliverableLabel,
		deliverableLabel.toLowerCase(),
	]);
	if (chance(`deliverable ${key}`, 50)) return [label];
	return chance(`stretch ${key}`, 35)
		? [pick(`stretch spelling ${key}`, ['stretch', 'Stretch'])]
		: [];
}

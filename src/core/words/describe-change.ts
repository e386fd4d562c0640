import { sayingOf } from '#core/plan/plan-noun.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import { describeHealth } from '#core/base/health.ts';
import { hasLabel } from '#core/base/labels.ts';
import type { MilestoneChange, PlanChange } from '#core/plan/changes/change.ts';
import { formatDay } from './formats.ts';

/**
 * One sentence of what has changed, for page, feed and terminal. It does not name the issue. The
 * title that an issue had before is text of GitLab's, of any length.
 */
export function describeChange(
	change: PlanChange,
	rules: Pick<PlanRules, 'priorities' | 'iterations'>,
): string {
	const say = sayingOf(rules);
	switch (change.kind) {
		case 'added':
			return `Added to ${change.milestone}.`;
		case 'dropped':
			return say`Dropped from ${change.from}: it’s no longer in any milestone of the plan.`;
		case 'not-seen':
			return say`No longer visible in ${change.from}, or in any other milestone we pull. We don’t know why.`;
		case 'carried':
			return `Carried from ${change.from} to ${change.to}.`;
		case 'brought-forward':
			return `Brought forward from ${change.from} to ${change.to}.`;
		case 'promoted':
		case 'demoted': {
			const word = change.kind === 'promoted' ? 'Promoted' : 'Demoted';
			return `${word} from ${namePriority(change.from, rules)} to ${namePriority(change.to, rules)}.`;
		}
		case 'committed':
			return 'Committed: now a deliverable.';
		case 'uncommitted':
			return 'No longer committed: now stretch.';
		case 'health':
			return `Health changed from “${describeHealth(change.from)}” to “${describeHealth(change.to)}”.`;
		case 'closed':
			return 'Closed.';
		case 'reopened':
			return 'Reopened.';
		case 'weight':
			return `Weight changed from ${nameWeight(change.from)} to ${nameWeight(change.to)}.`;
		case 'retitled':
			return `Retitled: it was “${change.from}” before.`;
		case 'dates-moved':
			return describeMovedDates(change);
	}
}

function namePriority(label: string | null, { priorities }: Pick<PlanRules, 'priorities'>): string {
	if (label === null) return 'no priority';
	return priorities.find((priority) => hasLabel([label], priority.label))?.name ?? label;
}

function nameWeight(weight: number | null): string {
	return weight === null ? '“no weight”' : String(weight);
}

function describeMovedDates({ milestone, from, to }: MilestoneChange): string {
	const moves = (['startDate', 'dueDate'] as const)
		.filter((key) => from[key] !== to[key])
		.map((key) => `${dateNames[key]} from ${nameDay(from[key])} to ${nameDay(to[key])}`);
	return `Dates of ${milestone} moved: ${moves.join(', ')}.`;
}

const dateNames = { startDate: 'the start', dueDate: 'the cutoff' };

function nameDay(day: IsoDate | null): string {
	return day === null ? 'no date' : formatDay(day);
}

import { packedFormat, type PackedPlans } from '#core/plan/changes/pack-plans.ts';
import type { PlanRules } from '#model/registry.ts';

/** What the page of changes loads when a reader chooses a day. */
export interface ChangesData {
	plans: PackedPlans;
	/** How the plans are read. */
	rules: PlanRules;
	/** The titles in these plans that the pattern of the rules takes: no browser tries a pattern. */
	titles: string[];
	/** How often an issue has slipped, by reference: those that have a page of their own. */
	slips: Record<string, number>;
}

/** Whether an answer is of this site as it was when the page was made: it may be of another one. */
export function isChangesData(answer: unknown): answer is ChangesData {
	if (typeof answer !== 'object' || answer === null) return false;
	if (!('plans' in answer) || !('titles' in answer)) return false;
	const { plans } = answer;
	return (
		typeof plans === 'object' &&
		plans !== null &&
		'packed' in plans &&
		plans.packed === packedFormat
	);
}

import type { PlanRules } from '#model/plan-rules.ts';
import { isPlanMilestone } from '#core/base/milestones.ts';
import type { TitleOrder } from '#core/base/title-order.ts';
import type { MilestoneEnds } from './milestone-ends.ts';
import type { Sighting } from './sightings.ts';

/** What has come of an issue of a milestone. */
export type Outcome =
	| /** It was closed in the milestone by its cutoff. */
	  { kind: 'delivered' }
	  /** It is in the milestone, and was closed after the cutoff. */
	| { kind: 'late' }
	/** It is in the milestone, or was when that was last asked for, and was not closed. */
	| { kind: 'open' }
	/** It went to a later milestone first. Where it went from there, its own record tells. */
	| { kind: 'carried'; to: string }
	/** To an earlier one. */
	| { kind: 'brought-forward'; to: string }
	/** It was in no milestone of the plan then. */
	| { kind: 'dropped' }
	/** It was not seen any more. Nobody knows why. */
	| { kind: 'not-seen' }
	/** It is closed, and no plan was kept that tells whether it was by the cutoff. */
	| { kind: 'unknown' };

interface Context {
	title: string;
	ends: MilestoneEnds;
	rules: Pick<PlanRules, 'milestonePattern'>;
	order: TitleOrder;
}

/** @param sightings Of an issue that was seen in the milestone. */
export function findOutcome(
	sightings: readonly Sighting[],
	{ title, ends, ...context }: Context,
): Outcome {
	const isIn = ({ issue }: Sighting) => issue?.milestone === title;
	const isClosed = ({ issue }: Sighting) => issue?.state === 'closed';
	const atCutoff = sightings.findLast(({ day }) => day <= ends.closedBy);
	if (atCutoff && isIn(atCutoff) && isClosed(atCutoff)) return { kind: 'delivered' };
	const lastIn = sightings.findLastIndex(isIn);
	const next = sightings[lastIn + 1];
	if (next) return findWay(next, title, context);
	const last = sightings[lastIn];
	if (!last || !isClosed(last)) return { kind: 'open' };
	return { kind: ends.result === null ? 'unknown' : 'late' };
}

function findWay(
	{ issue }: Sighting,
	title: string,
	{ rules, order }: Pick<Context, 'rules' | 'order'>,
): Outcome {
	if (issue === null) return { kind: 'not-seen' };
	const to = issue.milestone;
	if (to === null || !isPlanMilestone(to, rules.milestonePattern)) return { kind: 'dropped' };
	return { kind: order(title, to) < 0 ? 'carried' : 'brought-forward', to };
}

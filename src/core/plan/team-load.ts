import type { ChangesOfDay, PlanChange } from './changes/change.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { MilestonePlan } from './plan.ts';

/** How much the team has on its hands in a milestone: sums, as everybody can see them on GitLab. */
export interface TeamLoad {
	milestone: string;
	open: number;
	closed: number;
	/** Open ones of the highest priority. `null`: the team has no priorities. */
	urgent: { name: string; label: string; count: number } | null;
	/** Open ones whose health status says so. */
	atRisk: number;
	/** Issues that came in since the milestone began, as far as plans were kept. `null`: none was. */
	added: { count: number; since: IsoDate } | null;
}

/**
 * @param days Those of which the plan is kept, oldest first.
 * @param changes From each to the next.
 */
export function measureTeamLoad(
	{ milestone, groups, dates }: Pick<MilestonePlan, 'milestone' | 'groups' | 'dates'>,
	days: readonly IsoDate[],
	changes: readonly ChangesOfDay[],
): TeamLoad {
	const issues = groups.flatMap((group) => group.issues).map(({ issue }) => issue);
	const open = issues.filter(({ state }) => state !== 'closed');
	const first = groups.find(({ priority }) => priority !== null);
	return {
		milestone: milestone.title,
		open: open.length,
		closed: issues.length - open.length,
		urgent: first?.priority
			? {
					name: first.priority.name,
					label: first.priority.label,
					count: first.issues.filter(({ issue }) => issue.state !== 'closed').length,
				}
			: null,
		atRisk: open.filter(({ healthStatus }) => healthStatus === 'at_risk').length,
		added: countAdded(milestone.title, dates.start, days, changes),
	};
}

function countAdded(
	title: string,
	start: IsoDate | null,
	days: readonly IsoDate[],
	changes: readonly ChangesOfDay[],
): TeamLoad['added'] {
	// The plan of the last day before the start is what the milestone began with.
	const since = days.findLast((day) => start !== null && day <= start) ?? days[0];
	if (start === null || since === undefined) return null;
	const added = changes
		.filter((day) => day.since >= since)
		.flatMap((day) => day.changes)
		.filter((change) => isAddedTo(title, change));
	return { count: added.length, since };
}

/** From nowhere, or from another milestone. */
function isAddedTo(title: string, change: PlanChange): boolean {
	if (change.kind === 'added') return change.milestone === title;
	const isMove = change.kind === 'carried' || change.kind === 'brought-forward';
	return isMove && change.to === title;
}

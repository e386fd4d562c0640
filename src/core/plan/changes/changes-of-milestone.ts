import type { PlanOfDay } from '#model/history.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { ChangesOfDay, PlanChange } from './change.ts';
import { referenceOf } from '#core/base/reference-of.ts';

/**
 * The changes that concern one milestone: its dates, what came and went, and what became of the
 * issues that were in it, on the day of the change or on the kept day before. Days without one are
 * left out.
 *
 * @param changes Between the kept days that are given.
 */
export function changesOfMilestone(
	title: string,
	changes: readonly ChangesOfDay[],
	days: readonly PlanOfDay[],
): ChangesOfDay[] {
	const issuesOn = new Map<IsoDate, Set<string>>(
		days.map(({ day, issues }) => [
			day,
			new Set(issues.filter(({ milestone }) => milestone === title).map(referenceOf)),
		]),
	);
	return changes.flatMap(({ day, since, changes: all }) => {
		const concerned = all.filter((change) =>
			change.kind === 'dates-moved'
				? change.milestone === title
				: namesMilestone(change, title) ||
					[day, since].some((one) => issuesOn.get(one)?.has(referenceOf(change.issue)) === true),
		);
		return concerned.length === 0 ? [] : [{ day, since, changes: concerned }];
	});
}

function namesMilestone(change: PlanChange, title: string): boolean {
	const { kind } = change;
	if (kind === 'added') return change.milestone === title;
	if (kind === 'dropped' || kind === 'not-seen') return change.from === title;
	const isMove = kind === 'carried' || kind === 'brought-forward';
	return isMove && (change.from === title || change.to === title);
}

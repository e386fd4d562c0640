import type { Exemption } from '#model/checks.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { Place } from '#model/registry.ts';
import type { CheckedProject } from '#core/inventory/checks/check-projects.ts';
import { pathsOf } from '#core/inventory/entries.ts';
import type { Finding } from './finding.ts';

/** Where an exemption stands, by its position in the registry, counted from 0. `undefined`: nobody knows. */
export type ExemptionPlaceOf = (index: number) => Place | undefined;

/**
 * Finds the exemptions that do nothing: their last day is over, their check holds, or there is no
 * such check. One whose check is unknown is left alone.
 */
export function findIdleExemptions(
	exemptions: readonly Exemption[],
	checked: readonly CheckedProject[],
	{
		rules,
		today,
		placeOf,
	}: {
		/** Ids of all checks that there are. */
		rules: ReadonlySet<string>;
		today: IsoDate;
		placeOf: ExemptionPlaceOf;
	},
): Finding[] {
	const projects = new Map(
		checked.flatMap(({ declared, checks }) =>
			pathsOf(declared).map((path) => [path.toLowerCase(), checks] as const),
		),
	);
	return exemptions.flatMap((exemption, index): Finding[] => {
		const about = { exemption, place: placeOf(index) ?? null };
		const nothing = (
			why: 'project-not-declared' | 'no-such-check' | 'not-applicable',
		): Finding[] => [{ rule: 'exemption-of-nothing', why, ...about }];
		const checks = projects.get(exemption.project.toLowerCase());
		if (checks === undefined) return nothing('project-not-declared');
		if (!rules.has(exemption.check)) return nothing('no-such-check');
		const check = checks.checks.find(({ id }) => id === exemption.check);
		if (check === undefined) return nothing('not-applicable');
		if (check.answer === 'holds') return [{ rule: 'exemption-not-needed', ...about }];
		return exemption.until < today ? [{ rule: 'exemption-ended', ...about }] : [];
	});
}

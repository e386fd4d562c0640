import type { Exemption } from '#model/checks.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { Declared } from '#model/declared.ts';
import type { CheckedProject } from '#core/inventory/checks/check-projects.ts';
import { removeEntry, withEdits } from '#core/inventory/checks/edit.ts';
import { pathsOf } from '#core/inventory/entries.ts';
import type { FindingBase } from './finding-base.ts';
import type { Finding } from './finding.ts';

/**
 * Finds the exemptions that do nothing: their last day is over, their check holds, or there is no
 * such check. One whose check is unknown is left alone.
 *
 * @param rules Ids of all checks that there are.
 */
export function findIdleExemptions(
	exemptions: readonly Declared<Exemption>[],
	checked: readonly CheckedProject[],
	rules: ReadonlySet<string>,
	today: IsoDate,
): Finding[] {
	const projects = new Map(
		checked.flatMap(({ declared, checks }) =>
			pathsOf(declared).map((path) => [path.toLowerCase(), checks] as const),
		),
	);
	return exemptions.flatMap((exemption): Finding[] => {
		const about = { ...aboutOf(exemption), exemption };
		const nothing = (
			why: 'project-not-declared' | 'no-such-check' | 'not-applicable',
		): Finding[] => [{ rule: 'exemption-of-nothing', why, ...about }];
		const checks = projects.get(exemption.project.toLowerCase());
		if (checks === undefined) return nothing('project-not-declared');
		if (!rules.has(exemption.check)) return nothing('no-such-check');
		const check = checks.find(({ id }) => id === exemption.check);
		if (check === undefined) return nothing('not-applicable');
		if (check.answer === 'holds') return [{ rule: 'exemption-not-needed', ...about }];
		return exemption.until < today ? [{ rule: 'exemption-ended', ...about }] : [];
	});
}

function aboutOf({ place, project, check }: Declared<Exemption>): FindingBase {
	const edits = withEdits(removeEntry(place));
	return { level: 'notice', concerns: 'registry', place, project, check, ...edits };
}

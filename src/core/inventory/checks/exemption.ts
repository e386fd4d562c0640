import type { CheckId, Exemption } from '#model/checks.ts';
import type { Subject } from '#core/inventory/check.ts';
import { pathsOf } from '#core/inventory/entries.ts';

/** The exemption of a project from a check that counts on the snapshot's day. */
export function findExemption(
	{ rules, declared, today }: Pick<Subject, 'rules' | 'declared' | 'today'>,
	check: CheckId,
): Exemption | undefined {
	const own = new Set(pathsOf(declared).map((path) => path.toLowerCase()));
	return rules.exemptions.find(
		(exemption) =>
			exemption.check === check &&
			exemption.until >= today &&
			own.has(exemption.project.toLowerCase()),
	);
}

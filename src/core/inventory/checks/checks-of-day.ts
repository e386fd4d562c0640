import type { Answer, CheckId } from '#model/checks.ts';
import type { ChecksOfDay } from '#model/history.ts';
import type { IsoInstant } from '#model/identifiers.ts';
import { keptDay, type KeptPull } from '#core/base/kept-day.ts';
import { compareText } from '#model/order.ts';
import type { Check } from '#core/inventory/check.ts';
import type { CheckedProject } from './check-projects.ts';

/**
 * What the history keeps of the snapshot's day: answers alone, sorted, so that a diff shows changes
 * only. An answer of a list that was pulled on another occasion says nothing of the day and is left out.
 */
export function toChecksOfDay(pull: KeptPull, checked: readonly CheckedProject[]): ChecksOfDay {
	const answers = checked
		.toSorted((a, b) => compareText(a.declared.path, b.declared.path))
		.map(({ declared, checks }) => [declared.path, toAnswers(checks, pull.pulledAt)] as const);
	return { ...keptDay(pull), projects: Object.fromEntries(answers) };
}

function toAnswers(
	checks: readonly Check[],
	pulledAt: IsoInstant,
): Partial<Record<CheckId, Answer>> {
	const answers: Partial<Record<CheckId, Answer>> = {};
	for (const { id, answer, readAt } of checks) {
		if (readAt === pulledAt) answers[id] = answer;
	}
	return answers;
}

import { fingerprint } from '#core/base/fingerprint.ts';
import type { PlanOfDay } from '#model/history.ts';
import type { PlanRules } from '#model/plan-rules.ts';

/** What tells whether two days were kept by the same rules: as far as they decide what is kept. */
export function fingerprintPlanRules({
	group,
	groupLabels,
	iterations,
	planningIssues,
	priorities,
	deliverableLabel,
}: PlanRules): NonNullable<PlanOfDay['rules']> {
	const labels = [...priorities.map(({ label }) => label), deliverableLabel];
	const asked = iterations === undefined ? [] : [iterations];
	return {
		issues: fingerprint(JSON.stringify([group, groupLabels, planningIssues, ...asked])),
		labels: fingerprint(JSON.stringify(labels)),
	};
}

/** Whether two days differ by nothing but what has happened. A day that does not tell its rules had the same. */
export function haveSameRules(
	one: Pick<PlanOfDay, 'rules'>,
	other: Pick<PlanOfDay, 'rules'>,
	about: 'issues' | 'labels',
): boolean {
	return !one.rules || !other.rules || one.rules[about] === other.rules[about];
}

import type { HealthStatus, Issue } from '#model/issue.ts';
import { compareText } from '#model/order.ts';

export interface HealthCount {
	/** `null`: not set. */
	status: HealthStatus | null;
	count: number;
}

/** The most urgent first. */
const known = ['at_risk', 'needs_attention', 'on_track'];

/**
 * How many issues have which health status: those that we know, from the most urgent on, also when
 * none has it; then others of GitLab's, then those whose status is not set. Closed issues are past it.
 */
export function countHealth(
	issues: readonly Pick<Issue, 'healthStatus' | 'state'>[],
): HealthCount[] {
	const statuses = issues
		.filter(({ state }) => state !== 'closed')
		.map(({ healthStatus }) => healthStatus);
	const others = [...new Set(statuses)]
		.filter((status) => status !== null)
		.filter((status) => !known.includes(status))
		.toSorted(compareText);
	return [...known, ...others, null].map((status) => ({
		status,
		count: statuses.filter((one) => one === status).length,
	}));
}

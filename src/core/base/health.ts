import type { HealthStatus } from '#model/issue.ts';

const words = new Map<string, string>([
	['on_track', 'On track'],
	['needs_attention', 'Needs attention'],
	['at_risk', 'At risk'],
]);

/** A health status in words. One that we do not know is said as GitLab says it. */
export function describeHealth(status: HealthStatus | null): string {
	return status === null ? 'no health status' : (words.get(status) ?? status);
}

export function isAtRisk(status: HealthStatus | null): boolean {
	return status === 'at_risk';
}

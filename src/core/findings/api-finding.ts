import type { CallFinding } from './call-findings.ts';
import type { SurfaceFinding } from './surface-drift.ts';

/** What the API's documentation and its consumers say against the registry. */
export type ApiFinding = SurfaceFinding | CallFinding;

const rules: readonly string[] = [
	'endpoint-not-declared',
	'endpoint-not-documented',
	'endpoints-not-in-source',
	'page-without-endpoints',
	'consumer-calls-nothing',
	'call-unmapped',
	'consumer-not-read',
	'deprecated-endpoint-called',
] satisfies ApiFinding['rule'][];

export function isApiFinding(finding: { rule: string }): finding is ApiFinding {
	return rules.includes(finding.rule);
}

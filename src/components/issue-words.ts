import { formatCount } from './formats.ts';
import type { Issue } from '#model/issue.ts';
import type { Wording } from './tone.ts';

const health = new Map<string, Wording>([
	['on_track', { word: 'On track', tone: 'good' }],
	['needs_attention', { word: 'Needs attention', tone: 'warn' }],
	['at_risk', { word: 'At risk', tone: 'bad' }],
]);

/** A health status that we do not know is said as GitLab says it. */
export function healthWords(status: Issue['healthStatus']): Wording {
	if (status === null) return { word: 'not set', tone: 'plain' };
	return health.get(status) ?? { word: status, tone: 'plain' };
}

/** `3 points`; nobody has weighed it: `not weighed`. */
export function describeWeight(weight: Issue['weight']): string {
	return weight === null ? 'not weighed' : formatCount(weight, 'point');
}

/**
 * Where the work is: a closed issue is closed, whatever its workflow label still says.
 *
 * @param workflow The value of the workflow label. `null`: there is none.
 */
export function describeWork({ state }: Pick<Issue, 'state'>, workflow: string | null): string {
	if (state === 'closed') return 'Closed';
	if (workflow !== null) return workflow;
	return state === 'opened' ? 'Open, no workflow label' : state;
}

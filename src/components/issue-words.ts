import { formatCount } from './formats.ts';
import type { Issue } from '#model/issue.ts';
import { describeHealth } from '#core/health.ts';
import type { Tone, Wording } from './tone.ts';

const tones = new Map<string, Tone>([
	['on_track', 'good'],
	['needs_attention', 'warn'],
	['at_risk', 'bad'],
]);

/** A health status that we do not know is said as GitLab says it. */
export function healthWords(status: Issue['healthStatus']): Wording {
	return { word: describeHealth(status), tone: tones.get(status ?? '') ?? 'plain' };
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

import { formatCount, formatList } from './formats.ts';
import type { Issue } from '#model/issue.ts';
import type { PlannedIssue } from '#core/plan/planned-issue.ts';
import { describeHealth } from '#core/base/health.ts';
import type { Tone, Wording } from './tone.ts';

const tones = new Map<string, Tone>([
	['on_track', 'good'],
	['needs_attention', 'warn'],
	['at_risk', 'bad'],
]);

/** A health status that we do not know is said as GitLab says it. */
export function healthWords(status: Issue['healthStatus']): Wording {
	return { word: describeHealth(status), tone: tones.get(status ?? '') ?? 'quiet' };
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

const meanings = new Map<string | null, string>([
	['on_track', 'will be done and live within the milestone'],
	['needs_attention', 'will miss its release unless somebody acts'],
	['at_risk', 'will miss its release as it stands'],
	[null, 'nobody has said how it is'],
]);

/** What a health status says about an issue: `will be done and live within the milestone`. */
export function describeHealthMeaning(status: Issue['healthStatus']): string {
	return meanings.get(status) ?? 'a word of GitLab’s that this site does not know';
}

/** `from 19.5 and 19.6, committed in one of them`. `null`: it was not carried over. */
export function describeCarried({
	carried,
	missedDeliverable,
}: Pick<PlannedIssue, 'carried' | 'missedDeliverable'>): string | null {
	const was = carried.length > 1 ? 'committed in one of them' : 'committed there';
	if (carried.length > 0) {
		return `from ${formatList(carried)}${missedDeliverable ? `, ${was}` : ''}`;
	}
	return missedDeliverable ? 'from an earlier milestone, committed there' : null;
}

import { formatCount, formatList } from './formats.ts';
import type { Issue } from '#model/issue.ts';
import type { PlannedIssue } from '#core/plan/plan.ts';
import { describeHealth } from '#core/base/health.ts';
import type { Tone, Wording } from './tone.ts';

const tones = new Map<string, Tone>([
	['on_track', 'good'],
	['needs_attention', 'warn'],
	['at_risk', 'bad'],
]);

/** A health status that we do not know is said as GitLab says it. */
export function healthWords(status: Issue['healthStatus']): Wording {
	const tone = tones.get(status ?? '') ?? 'quiet';
	return { word: describeHealth(status), tone, ...(tone === 'bad' && { mark: 'alert' }) };
}

/** `3 points`; `no weight`. */
export function describeWeight(weight: Issue['weight']): string {
	return weight === null ? 'no weight' : formatCount(weight, 'point');
}

/** `19.7, in dev, At risk`. `null`: there is nothing to say of it but its title. */
export function describeRoadmapIssue({
	issue: { milestone, healthStatus },
	workflow,
	blocked,
}: Pick<PlannedIssue, 'issue' | 'workflow' | 'blocked'>): string | null {
	const said = [
		milestone,
		blocked ? 'blocked' : workflow,
		healthStatus === null ? null : healthWords(healthStatus).word,
	].filter((word) => word !== null);
	return said.length === 0 ? null : said.join(', ');
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
	return missedDeliverable ? 'from earlier, committed there' : null;
}

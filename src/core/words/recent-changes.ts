import type { ChangesOfDay, PlanChange } from '#core/plan/changes/change.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import { changeKinds } from './change-words.ts';
import { describeChange } from './describe-change.ts';
import { formatCount } from './formats.ts';
import type { Tone } from './tone.ts';

export interface RecentChange {
	day: IsoDate;
	/** `Closed: Read the settings of the proxy`, `Added to 19.7: 3 issues` */
	words: string;
	tone: Tone;
}

/** The newest changes, all of a day that say the same in one line. */
export function listRecentChanges(
	days: readonly ChangesOfDay[],
	most: number,
	rules: Pick<PlanRules, 'priorities' | 'iterations'>,
): RecentChange[] {
	return days
		.toSorted((a, b) => (a.day < b.day ? 1 : -1))
		.flatMap(({ day, changes }) =>
			[...Map.groupBy(changes, (change) => beginningOf(describeChange(change, rules)))].map(
				([what, alike]) => ({
					day,
					words: [what, ...nameIssues(alike)].join(': '),
					tone: changeKinds[alike[0]?.kind ?? 'added'].tone,
				}),
			),
		)
		.slice(0, most);
}

/** What has happened, without the particulars: versions have full stops, too. */
function beginningOf(sentence: string): string {
	return sentence.split(/[:.](?:\s|$)/, 1).join('');
}

function nameIssues(changes: readonly PlanChange[]): string[] {
	const issues = changes.flatMap((change) => ('issue' in change ? change.issue.title : []));
	return issues.length > 1 ? [formatCount(issues.length, 'issue')] : issues;
}

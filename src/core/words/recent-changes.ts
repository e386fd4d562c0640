import type { Say } from '#core/plan/plan-noun.ts';
import type { ChangesOfDay, PlanChange } from '#core/plan/changes/change.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { changeKinds } from './change-words.ts';
import { formatCount } from './formats.ts';
import type { Tone } from './tone.ts';

export interface RecentChange {
	day: IsoDate;
	/** `Closed: Read the settings of the proxy`, `Added to the plan: 3 issues` */
	words: string;
	tone: Tone;
}

/** The newest changes, all of one kind of a day in one line. */
export function listRecentChanges(
	days: readonly ChangesOfDay[],
	most: number,
	say: Say,
): RecentChange[] {
	return days
		.toSorted((a, b) => (a.day < b.day ? 1 : -1))
		.flatMap(({ day, changes }) =>
			[...Map.groupBy(changes, ({ kind }) => kind)].map(([kind, ofKind]) => ({
				day,
				words: `${say(changeKinds[kind].name)}: ${describeThings(ofKind, say)}`,
				tone: changeKinds[kind].tone,
			})),
		)
		.slice(0, most);
}

function describeThings(changes: readonly PlanChange[], say: Say): string {
	const [first] = changes;
	if (changes.length > 1 || first === undefined) {
		return say(formatCount(changes.length, first?.kind === 'dates-moved' ? 'milestone' : 'issue'));
	}
	return first.kind === 'dates-moved' ? first.milestone : first.issue.title;
}

import type { IssueOfDay, PlanOfDay } from '#model/history.ts';
import { referenceOf } from './reference-of.ts';

/**
 * The kept days as a stranger may read them today: without the issues that are not seen any more, on
 * no day.
 *
 * An issue that GitLab lists no more may have been made confidential since, and then nothing may
 * tell that it was there: no title, no reference, no count. So whatever is told of kept days is told
 * of what this function leaves. An issue is not seen any more when a later day asked for the
 * milestone in which it was seen last, and lacks the issue. One whose milestone was asked for no more
 * stays: nothing has said that it is hidden. One that came back stays, too.
 *
 * @param days Of one source. In any order, which is kept.
 */
export function withoutUnseen(days: readonly PlanOfDay[]): PlanOfDay[] {
	const unseen = findUnseen(days);
	if (unseen.size === 0) return [...days];
	return days.map((day) => ({
		...day,
		issues: day.issues.filter((issue) => !unseen.has(referenceOf(issue))),
	}));
}

/** References of the issues that are not seen any more. */
function findUnseen(days: readonly PlanOfDay[]): ReadonlySet<string> {
	const lastAskedOn = new Map<string, string>();
	const lastSeen = new Map<string, { day: string; issue: IssueOfDay }>();
	for (const { day, asked, issues } of days) {
		for (const milestone of asked) {
			if (day > (lastAskedOn.get(milestone) ?? '')) lastAskedOn.set(milestone, day);
		}
		for (const issue of issues) {
			const reference = referenceOf(issue);
			const before = lastSeen.get(reference);
			if (before === undefined || before.day < day) lastSeen.set(reference, { day, issue });
		}
	}
	const isUnseen = (reference: string) => {
		const last = lastSeen.get(reference);
		const askedOn = lastAskedOn.get(last?.issue.milestone ?? '');
		return last !== undefined && askedOn !== undefined && askedOn > last.day;
	};
	return new Set([...lastSeen.keys()].filter(isUnseen));
}

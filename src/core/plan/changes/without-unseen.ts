import type { PlanOfDay } from '#model/history.ts';
import { newestOf } from '#core/base/dates.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { compareText } from '#model/order.ts';
import { referenceOf } from '#core/base/reference-of.ts';

/**
 * The kept days as a stranger may read them today: without the issues that are not seen any more, on
 * no day.
 *
 * An issue that GitLab lists no more may have been made confidential since, and then nothing may
 * tell that it was there: no title, no reference, no count. So whatever is told of kept days is told
 * of what this function leaves. An issue is not seen any more when a later day asked for the
 * milestone in which it was seen last, and lacks the issue, or for that of the plan in which it was
 * before: a pull follows those that leave such a milestone for as long as it asks for that. One whose
 * milestones were asked for no more stays: nothing has said that it is hidden. One that came back
 * stays, too. One that was never in a milestone of the plan was a proposal, which every pull asks for:
 * it is not seen any more when the newest day lacks it.
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

interface Seen {
	day: IsoDate;
	/** The one in which it was, of the plan or not. */
	milestone: string | null;
	/** The milestone of the plan that says for how long it is asked for. `null`: it was never in one. */
	followed: string | null;
}

/** References of the issues that are not seen any more. */
function findUnseen(days: readonly PlanOfDay[]): ReadonlySet<string> {
	const lastAskedOn = new Map<string, IsoDate>();
	const lastSeen = new Map<string, Seen>();
	for (const { day, asked, issues } of days.toSorted((a, b) => compareText(a.day, b.day))) {
		for (const milestone of asked) {
			lastAskedOn.set(milestone, day);
		}
		for (const issue of issues) {
			const reference = referenceOf(issue);
			const { milestone } = issue;
			const isInPlan = milestone !== null && asked.includes(milestone);
			const followed = isInPlan ? milestone : (lastSeen.get(reference)?.followed ?? null);
			lastSeen.set(reference, { day, milestone, followed });
		}
	}
	const newest = newestOf(days) ?? '';
	const isUnseen = ({ day, milestone, followed }: Seen) =>
		followed === null
			? newest > day
			: [milestone, followed].some((title) => (lastAskedOn.get(title ?? '') ?? '') > day);
	return new Set(
		[...lastSeen].filter(([, seen]) => isUnseen(seen)).map(([reference]) => reference),
	);
}

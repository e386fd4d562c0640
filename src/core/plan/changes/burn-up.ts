import type { PlanOfDay } from '#model/history.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { compareText } from '#model/order.ts';
import { measureProgress, type Progress } from '#core/plan/progress.ts';

/** How many issues of a milestone there were on a day, how many of them were closed, and their points. */
export interface BurnUpDay extends Pick<Progress, 'weight' | 'notWeighed'> {
	day: IsoDate;
	total: number;
	closed: number;
}

/** A milestone on each kept day that asked for it, oldest first: on other days nothing is known. */
export function burnUp(title: string, days: readonly PlanOfDay[]): BurnUpDay[] {
	return days
		.filter(({ asked }) => asked.includes(title))
		.toSorted((a, b) => compareText(a.day, b.day))
		.map(({ day, issues }) => {
			const ofMilestone = issues.filter(({ milestone }) => milestone === title);
			const { count, ...points } = measureProgress(ofMilestone);
			return { day, ...count, ...points };
		});
}

/** The first day, the last, and those on which something was other than on the day before. */
export function daysThatChanged(days: readonly BurnUpDay[]): BurnUpDay[] {
	const amountsOf = (one: BurnUpDay | undefined) => JSON.stringify({ ...one, day: null });
	return days.filter(
		(one, index) =>
			index === 0 || index === days.length - 1 || amountsOf(one) !== amountsOf(days[index - 1]),
	);
}

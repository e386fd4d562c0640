import type { PlanOfDay } from '#model/history.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { compareText } from '#model/order.ts';
import { measureProgress } from '#core/plan/progress.ts';

/** How much of a milestone was there on a day, and how much of it was closed. */
export interface BurnUpDay {
	day: IsoDate;
	/** Issues. */
	total: number;
	closed: number;
	/** Points of the issues that have a weight. When none has, both are 0: look at `notWeighed`. */
	weight: { total: number; closed: number };
	/** Issues without a weight. They are in no figure of `weight`. */
	notWeighed: number;
}

/** A milestone on each kept day that asked for it, oldest first: on other days nothing is known. */
export function burnUp(title: string, days: readonly PlanOfDay[]): BurnUpDay[] {
	return days
		.filter(({ asked }) => asked.includes(title))
		.toSorted((a, b) => compareText(a.day, b.day))
		.map(({ day, issues }) => {
			const { count, weight, notWeighed } = measureProgress(
				issues.filter(({ milestone }) => milestone === title),
			);
			return { day, ...count, weight: weight ?? { total: 0, closed: 0 }, notWeighed };
		});
}

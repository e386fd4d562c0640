import type { IsoDate } from '#model/identifiers.ts';
import { daysBetween, firstWeekdayOnOrAfter } from '#core/base/dates.ts';
import { compareText } from '#model/order.ts';

/** Days that are older than so many days may be thinned. */
export const keptDailyDays = 90;

/**
 * The days that are not needed when one of each week is enough: those that are more than 90 days
 * before today, except the first kept one of each week from Monday to Sunday. So the very first day
 * always stays, and thinning twice removes nothing the second time.
 *
 * @param needed Days that stay whatever week they are in.
 */
export function findDaysToThin(
	days: readonly IsoDate[],
	today: IsoDate,
	needed: readonly IsoDate[] = [],
): IsoDate[] {
	const weeks = new Set<IsoDate>();
	return days.toSorted(compareText).filter((day) => {
		const sunday = firstWeekdayOnOrAfter(day, 'sunday');
		const isFirst = !weeks.has(sunday);
		weeks.add(sunday);
		return !isFirst && !needed.includes(day) && daysBetween(day, today) > keptDailyDays;
	});
}

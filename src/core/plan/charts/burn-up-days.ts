import type { IsoDate } from '#model/identifiers.ts';
import type { BurnUpDay } from '#core/plan/changes/burn-up.ts';

/** Those of the days between two days, both included. */
export function burnUpDaysBetween(
	days: readonly BurnUpDay[],
	first: IsoDate,
	last: IsoDate,
): BurnUpDay[] {
	return days.filter(({ day }) => day >= first && day <= last);
}

/** The first day, the last, and those on which something was other than on the day before. */
export function burnUpDaysThatChanged(days: readonly BurnUpDay[]): BurnUpDay[] {
	return days.filter((one, index) => {
		const before = days[index - 1];
		return before === undefined || index === days.length - 1 || !isSame(one, before);
	});
}

function isSame(a: BurnUpDay, b: BurnUpDay): boolean {
	return JSON.stringify({ ...a, day: b.day }) === JSON.stringify(b);
}

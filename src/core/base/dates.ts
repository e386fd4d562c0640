import type { IsoDate, IsoInstant } from '#model/identifiers.ts';
import { compareText } from '#model/order.ts';
import { weekdays, type Weekday } from '#model/weekday.ts';

const weekend: readonly Weekday[] = ['saturday', 'sunday'];

const dayMs = 24 * 60 * 60 * 1000;
const lastDay = '9999-12-31';

/** The day of an instant, in UTC. */
export function dayOf(instant: IsoInstant): IsoDate {
	return instant.slice(0, 'YYYY-MM-DD'.length);
}

/**
 * Days after the year 9999 have no date of this form: in their place is its last day.
 *
 * @param count Negative: days before.
 */
export function addDays(day: IsoDate, count: number): IsoDate {
	// A day without a time is read as midnight in UTC, where every day has the same length.
	const time = Math.min(Date.parse(day) + count * dayMs, Date.parse(lastDay));
	return dayOf(new Date(time).toISOString());
}

/** An instant some hours later, to the second. */
export function addHours(instant: IsoInstant, hours: number): IsoInstant {
	const later = new Date(Date.parse(instant) + hours * 3_600_000).toISOString();
	return later.replace(/\.\d+Z$/, 'Z');
}

/** Whole days from one day to another. Negative: the other one is before. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/** Whether a day is more than a year before another. */
export function isOld(day: IsoDate, today: IsoDate): boolean {
	return daysBetween(day, today) > 365;
}

export function firstWeekdayOnOrAfter(day: IsoDate, weekday: Weekday): IsoDate {
	const daysAhead = (weekdays.indexOf(weekday) - weekdayNumber(day) + 7) % 7;
	return addDays(day, daysAhead);
}

/** The day itself does not count. */
export function lastWeekdayBefore(day: IsoDate, weekday: Weekday): IsoDate {
	return firstWeekdayOnOrAfter(addDays(day, -7), weekday);
}

/** Months since the year 0. */
export function monthOf(day: IsoDate): number {
	return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/** @param month Since the year 0. */
export function firstOfMonth(month: number): IsoDate {
	const year = String(Math.floor(month / 12)).padStart(4, '0');
	return `${year}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

/** The same day so many months later, or the last one of a month that is too short for it. */
export function addMonths(day: IsoDate, count: number): IsoDate {
	const month = monthOf(day) + count;
	const same = addDays(firstOfMonth(month), Number(day.slice(8)) - 1);
	const last = addDays(firstOfMonth(month + 1), -1);
	return same < last ? same : last;
}

/** @param month Since the year 0. @param nth From 1 to 4: every month has that many of each weekday. */
export function nthWeekday(month: number, nth: number, weekday: Weekday): IsoDate {
	return addDays(firstWeekdayOnOrAfter(firstOfMonth(month), weekday), 7 * (nth - 1));
}

/**
 * Goes back from a day by whole business days: Monday to Friday without holidays.
 *
 * The day itself is not counted, whatever it is; a count of 0 gives the day itself.
 */
export function businessDaysBefore(
	day: IsoDate,
	count: number,
	holidays: readonly IsoDate[],
): IsoDate {
	let reached = day;
	let left = count;
	while (left > 0) {
		reached = addDays(reached, -1);
		if (isBusinessDay(reached, holidays)) left -= 1;
	}
	return reached;
}

function isBusinessDay(day: IsoDate, holidays: readonly IsoDate[]): boolean {
	const isWeekend = weekend.some((weekday) => weekdays.indexOf(weekday) === weekdayNumber(day));
	return !isWeekend && !holidays.includes(day);
}

function weekdayNumber(day: IsoDate): number {
	return new Date(Date.parse(day)).getUTCDay();
}

/** `undefined`: of none. */
export function newestOf(dated: readonly { day: IsoDate }[]): IsoDate | undefined {
	return dated
		.map(({ day }) => day)
		.toSorted(compareText)
		.at(-1);
}

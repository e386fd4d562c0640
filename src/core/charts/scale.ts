import { addDays, daysBetween } from '#core/dates.ts';
import type { IsoDate } from '#model/identifiers.ts';

/**
 * Places days between 0 and 100: per cent of a chart's width. A day has a width of its own, so it
 * has a left edge, a middle and a right edge.
 */
export interface DayScale {
	leftOf: (day: IsoDate) => number;
	middleOf: (day: IsoDate) => number;
	rightOf: (day: IsoDate) => number;
}

/** Both days belong to the chart. */
export function dayScale(first: IsoDate, last: IsoDate): DayScale {
	const count = Math.max(daysBetween(first, last) + 1, 1);
	const at = (day: IsoDate, share: number) =>
		toTenths(((daysBetween(first, day) + share) / count) * 100);
	return {
		leftOf: (day) => at(day, 0),
		middleOf: (day) => at(day, 0.5),
		rightOf: (day) => at(day, 1),
	};
}

/** The first days of the months between two days, both included. */
export function monthStarts(first: IsoDate, last: IsoDate): IsoDate[] {
	const starts: IsoDate[] = [];
	let start = firstOfMonth(first);
	if (start < first) start = firstOfMonth(addDays(start, 31));
	while (start <= last) {
		starts.push(start);
		start = firstOfMonth(addDays(start, 31));
	}
	return starts;
}

/** The same weekday as the first day, week by week. */
export function weeksFrom(first: IsoDate, last: IsoDate): IsoDate[] {
	const weeks: IsoDate[] = [];
	for (let day = first; day <= last; day = addDays(day, 7)) weeks.push(day);
	return weeks;
}

/**
 * Round whole numbers from 0 up to at least the highest value, in at most five steps of 1, 2 or 5
 * times a power of ten. Without any value above 0 they are 0 and 1.
 */
export function roundTicks(highest: number): number[] {
	const most = Math.max(Math.ceil(highest), 1);
	const power = 10 ** Math.floor(Math.log10(most));
	const steps = [power / 10, power / 5, power / 2, power, power * 2];
	const step = steps.find((one) => one >= 1 && Math.ceil(most / one) <= 5) ?? power * 2;
	return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => index * step);
}

/** No chart is wide enough to show more than a tenth of a per cent, and the page stays short. */
export function toTenths(share: number): number {
	return Math.round(share * 10) / 10;
}

function firstOfMonth(day: IsoDate): IsoDate {
	return `${day.slice(0, 'YYYY-MM'.length)}-01`;
}

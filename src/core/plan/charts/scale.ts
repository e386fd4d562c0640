import { daysBetween, firstOfMonth, monthOf } from '#core/base/dates.ts';
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
	const firstMonth = monthOf(first);
	const count = monthOf(last) - firstMonth + 1;
	return Array.from({ length: count }, (_, index) => firstOfMonth(firstMonth + index)).filter(
		(start) => start >= first,
	);
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

/** The first, and every so many after it, so that there are no more than have room. */
export function thinTo<One>(most: number, all: readonly One[]): One[] {
	const step = Math.max(Math.ceil(all.length / most), 1);
	return all.filter((_, index) => index % step === 0);
}

/** No chart is wide enough to show more than a tenth of a per cent, and the page stays short. */
export function toTenths(share: number): number {
	return Math.round(share * 10) / 10;
}

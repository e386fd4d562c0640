import type { IsoDate } from '#model/identifiers.ts';
import { dayScale, roundTicks, thinTo, toTenths, weeksFrom } from './scale.ts';

/** So many have room on a phone. */
const mostWeeks = 6;

/** How much there was on a day, and how much of it was closed: issues or points. */
export interface Amount {
	day: IsoDate;
	total: number;
	closed: number;
}

/** Per cent of the chart's width from the left, and of its height from the top. */
export interface Point {
	x: number;
	y: number;
}

export interface BurnUpChart {
	/** One for each day that is known, in the order of the days. */
	total: Point[];
	closed: Point[];
	/** Round amounts, from 0 up. */
	amounts: { amount: number; y: number }[];
	/** The first day and the same weekday of the weeks after it: of each, or of as many as have room. */
	weeks: { day: IsoDate; x: number }[];
	today: number | null;
}

interface Period {
	/** The milestone's first day. */
	first: IsoDate;
	/** Its last. */
	last: IsoDate;
	today: IsoDate;
}

/** Lays out what was in a milestone and what of it was closed, along the milestone's own days. */
export function layOutBurnUp(
	amounts: readonly Amount[],
	{ first, last, today }: Period,
): BurnUpChart {
	const { middleOf } = dayScale(first, last);
	const ticks = roundTicks(Math.max(0, ...amounts.map(({ total }) => total)));
	const top = ticks.at(-1) ?? 1;
	const heightOf = (amount: number) => toTenths(100 - (amount / top) * 100);
	return {
		total: amounts.map(({ day, total }) => ({ x: middleOf(day), y: heightOf(total) })),
		closed: amounts.map(({ day, closed }) => ({ x: middleOf(day), y: heightOf(closed) })),
		amounts: ticks.map((amount) => ({ amount, y: heightOf(amount) })),
		weeks: thinTo(mostWeeks, weeksFrom(first, last)).map((day) => ({ day, x: middleOf(day) })),
		today: today < first || today > last ? null : middleOf(today),
	};
}

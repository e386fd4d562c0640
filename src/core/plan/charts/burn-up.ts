import { daysBetween } from '#core/base/dates.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { dayScale, roundTicks, thinTo, toTenths } from './scale.ts';

/** So many lines across are enough to read a height by. */
const mostGridLines = 3;

/** How many issues there were on a day, and how many of them were closed. */
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
	/** In steps: what was there stays so until it changes. */
	total: Point[];
	/** One for each day that is known, in the order of the days. */
	closed: Point[];
	/** Round amounts, from 0 up. */
	amounts: { amount: number; y: number }[];
	/** Where the day of the data is. `null`: outside of the milestone. */
	now: number | null;
	/** What has to be closed a day from now on. `null`: nothing is left, or no day. */
	pace: { from: Point; to: Point; perDay: number } | null;
}

interface Period {
	first: IsoDate;
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
	const end = amounts.at(-1);
	const left = end ? end.total - end.closed : 0;
	const days = daysBetween(today, last);
	const isOn = today >= first && today <= last;
	return {
		total: toSteps(amounts.map(({ day, total }) => ({ x: middleOf(day), y: heightOf(total) }))),
		closed: amounts.map(({ day, closed }) => ({ x: middleOf(day), y: heightOf(closed) })),
		amounts: thinTo(mostGridLines, ticks).map((amount) => ({ amount, y: heightOf(amount) })),
		now: isOn ? middleOf(today) : null,
		pace:
			end && isOn && left > 0 && days > 0
				? {
						from: { x: middleOf(end.day), y: heightOf(end.closed) },
						to: { x: middleOf(last), y: heightOf(end.total) },
						perDay: toTenths(left / days),
					}
				: null,
	};
}

/** Of the height: so far a word is from the next one, and from the point that it is above. */
const [roomForWord, aboveItsPoint] = [14, 6];

/** Where in the chart's height a word has room beside those of the lines, preferably in the middle. */
export function findFreeHeight({ total, closed }: Pick<BurnUpChart, 'total' | 'closed'>): number {
	const taken = [total.at(-1), closed.at(-1)].flatMap((end) =>
		end ? [end.y - aboveItsPoint] : [],
	);
	const isFree = (height: number) =>
		taken.every((other) => Math.abs(other - height) >= roomForWord);
	return [50, 80, 20].find(isFree) ?? 50;
}

function toSteps(points: readonly Point[]): Point[] {
	return points.flatMap((point, index) => {
		const before = points[index - 1];
		return before === undefined || before.y === point.y
			? [point]
			: [{ x: point.x, y: before.y }, point];
	});
}

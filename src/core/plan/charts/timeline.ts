import type { CalendarMilestone } from '#core/plan/calendar.ts';
import { addDays, daysBetween } from '#core/base/dates.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { dayScale, monthStarts, thinTo, toTenths, type DayScale } from './scale.ts';

/** A milestone of a timeline. All places are per cent of the chart's width, from the left. */
export interface TimelineRow {
	title: string;
	/** From the morning of the start to the evening of the cutoff. `null`: one of them is not drawn. */
	bar: { x: number; width: number } | null;
	/** The days whose middle is marked. `null`: unknown, or too far away. */
	kickoff: number | null;
	cutoff: number | null;
	release: number | null;
}

export interface TimelineChart {
	/** The first of each month, or of as many months as have room. */
	months: { day: IsoDate; x: number }[];
	today: number;
	rows: TimelineRow[];
}

/** So many have room on a phone. */
const mostMonths = 9;

/** A day further away is not drawn: one such would leave no room for all the others. */
const farDays = 3 * 365;

/** Room for marks and words at both ends. */
const marginDays = 4;

/**
 * Lays milestones out along the days from the first that is known to the last, as far as they are
 * within three years of today. Today is always among them. `null`: no such day of any milestone is
 * known, so there is nothing to draw.
 */
export function layOutTimeline(
	milestones: readonly Pick<CalendarMilestone, 'title' | 'dates'>[],
	today: IsoDate,
): TimelineChart | null {
	const drawn = milestones.map(({ title, dates }) => ({ title, dates: withoutFar(dates, today) }));
	const known = drawn.flatMap(({ dates: { start, cutoff, release } }) =>
		[start, cutoff, release].filter((day) => day !== null),
	);
	if (known.length === 0) return null;
	const days = [...known, today].toSorted();
	const first = addDays(days[0] ?? today, -marginDays);
	const last = addDays(days.at(-1) ?? today, marginDays);
	const scale = dayScale(first, last);
	return {
		months: thinTo(mostMonths, monthStarts(first, last)).map((day) => ({
			day,
			x: scale.leftOf(day),
		})),
		today: scale.middleOf(today),
		rows: drawn.map((milestone) => rowOf(milestone, scale)),
	};
}

type DrawnDays = Omit<CalendarMilestone['dates'], 'scopeFinal'>;

function withoutFar({ start, kickoff, cutoff, release }: DrawnDays, today: IsoDate): DrawnDays {
	const near = (day: IsoDate | null) =>
		day === null || Math.abs(daysBetween(today, day)) > farDays ? null : day;
	return {
		start: near(start),
		kickoff: near(kickoff),
		cutoff: near(cutoff),
		release: near(release),
	};
}

function rowOf(
	{ title, dates }: { title: string; dates: DrawnDays },
	{ leftOf, middleOf, rightOf }: DayScale,
): TimelineRow {
	const { start, kickoff, cutoff, release } = dates;
	const middle = (day: IsoDate | null) => (day === null ? null : middleOf(day));
	return {
		title,
		bar:
			start === null || cutoff === null || cutoff < start
				? null
				: { x: leftOf(start), width: toTenths(rightOf(cutoff) - leftOf(start)) },
		kickoff: middle(kickoff),
		cutoff: middle(cutoff),
		release: middle(release),
	};
}

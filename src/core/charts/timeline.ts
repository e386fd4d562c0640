import type { CalendarMilestone } from '#core/calendar.ts';
import { addDays } from '#core/dates.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { dayScale, monthStarts, toTenths, type DayScale } from './scale.ts';

/** A milestone of a timeline. All places are per cent of the chart's width, from the left. */
export interface TimelineRow {
	title: string;
	/** From the morning of the start to the evening of the cutoff. `null`: one of them is unknown. */
	bar: { x: number; width: number } | null;
	/** The days whose middle is marked. `null`: unknown. */
	kickoff: number | null;
	cutoff: number | null;
	release: number | null;
}

export interface TimelineChart {
	/** The first of each month. */
	months: { day: IsoDate; x: number }[];
	today: number;
	rows: TimelineRow[];
}

/** Room for marks and words at both ends. */
const marginDays = 4;

/**
 * Lays milestones out along the days from the first that is known to the last. Today is always
 * among them. `null`: no day of any milestone is known, so there is nothing to draw.
 */
export function layOutTimeline(
	milestones: readonly Pick<CalendarMilestone, 'title' | 'dates'>[],
	today: IsoDate,
): TimelineChart | null {
	const known = milestones.flatMap(({ dates: { start, cutoff, release } }) =>
		[start, cutoff, release].filter((day) => day !== null),
	);
	if (known.length === 0) return null;
	const days = [...known, today].toSorted();
	const first = addDays(days[0] ?? today, -marginDays);
	const last = addDays(days.at(-1) ?? today, marginDays);
	const scale = dayScale(first, last);
	return {
		months: monthStarts(first, last).map((day) => ({ day, x: scale.leftOf(day) })),
		today: scale.middleOf(today),
		rows: milestones.map((milestone) => rowOf(milestone, scale)),
	};
}

function rowOf(
	{ title, dates }: Pick<CalendarMilestone, 'title' | 'dates'>,
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

import type { MilestoneDates } from '#core/base/milestones.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { formatCount, formatDay } from './formats.ts';

export interface LineFacts {
	title: string;
	dates: Pick<MilestoneDates, 'start' | 'cutoff'>;
	today: IsoDate;
	/** What was in it on the days of the milestone of which the plan was kept, sorted. */
	days: readonly { day: IsoDate; total: number }[];
	/** The first day of which any plan was kept. `null`: none was. */
	keptSince: IsoDate | null;
}

/** Why no line can be drawn yet, in a sentence. `null`: it can. */
export function describeMissingLine(facts: LineFacts): string | null {
	const { title, dates, today, days, keptSince } = facts;
	if (dates.start === null || dates.cutoff === null) {
		return `GitLab has no dates for ${title}, so there is no line to draw.`;
	}
	if (dates.start > today) {
		return `${title} starts on ${formatDay(dates.start)}. The line begins then.`;
	}
	if (days.length > 0) {
		return days.every(({ total }) => total === 0)
			? `No saved plan has an issue in ${title}.`
			: null;
	}
	if (keptSince === null) return "No plan has been saved yet. Each pull saves that day's plan.";
	return dates.cutoff < today
		? `We saved no plan while ${title} was on: the first is from ${formatDay(keptSince)}.`
		: `We have saved no plan of ${title} since it started.`;
}

/** What a line says, for those who do not see it: its first day and its last. */
export function describeLine(
	amounts: readonly { day: IsoDate; total: number; closed: number }[],
): string {
	const [first] = amounts;
	const last = amounts.at(-1);
	if (first === undefined || last === undefined) return '';
	const sayOf = ({ day, total, closed }: typeof first) =>
		`On ${formatDay(day)} ${String(closed)} of ${formatCount(total, 'issue')} ${total === 1 ? 'was' : 'were'} closed.`;
	return `${sayOf(first)} ${sayOf(last)}`;
}

/**
 * What a chart says at the ends of its lines, and below it.
 *
 * @param perDay What has to be closed a day until the cutoff. `null`: nothing, or it is over.
 */
export function describeBurnUp(
	{ total, closed }: { total: number; closed: number } = { total: 0, closed: 0 },
	perDay: number | null,
	cutoff: IsoDate | null,
) {
	const lines = {
		total: `${String(total)} planned`,
		closed: `${String(closed)} closed`,
		pace: perDay === null ? null : `${String(perDay)} a day`,
	};
	const rest =
		lines.pace === null || cutoff === null
			? ''
			: ` To close the rest by ${formatDay(cutoff)}, we need ${lines.pace}.`;
	return {
		lines,
		caption: `${lines.total}, ${lines.closed}.${rest} Issues closed after the day’s pull count on the next day.`,
	};
}

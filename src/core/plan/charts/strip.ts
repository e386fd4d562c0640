import type { IsoDate } from '#model/identifiers.ts';
import { daysBetween } from '#core/base/dates.ts';
import type { MilestoneDates } from '#core/base/milestones.ts';

/** The days of a milestone along a line from its start to its end: where some are, in per cent of its length. */
export interface Strip {
	ticks: { name: 'Start' | 'Cutoff' | 'Release'; day: IsoDate }[];
	/** Where the time of the milestone ends and only its release is to come. */
	cutoff: number;
	/** The day of the data. Before the start or after the end, it is at that end. */
	now: number;
}

/** `null`: the milestone lacks a start or a cutoff. Without a release, the line ends at the cutoff. */
export function layOutStrip(
	{ start, cutoff, release }: Pick<MilestoneDates, 'start' | 'cutoff' | 'release'>,
	today: IsoDate,
): Strip | null {
	if (start === null || cutoff === null || cutoff <= start) return null;
	const length = daysBetween(start, release ?? cutoff);
	const placeOf = (day: IsoDate) =>
		Math.min(100, Math.max(0, Math.round((daysBetween(start, day) / length) * 1000) / 10));
	return {
		ticks: [
			{ name: 'Start', day: start },
			{ name: 'Cutoff', day: cutoff },
			...(release === null ? [] : [{ name: 'Release' as const, day: release }]),
		],
		cutoff: placeOf(cutoff),
		now: placeOf(today),
	};
}

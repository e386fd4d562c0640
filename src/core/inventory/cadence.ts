import type { IsoInstant } from '#model/identifiers.ts';
import { dayOf, daysBetween } from '#core/base/dates.ts';

export interface Cadence {
	/** Whole days between one release and the next, in the middle of all. */
	medianDays: number;
	/** How many releases it is measured from. */
	releases: number;
}

/**
 * How often something is released.
 *
 * Releases of one day count as one: a fix that goes out for three old versions at once is no
 * rhythm. `undefined`: fewer than three days, which tell no rhythm either.
 *
 * @param releaseDates In any order.
 */
export function measureCadence(releaseDates: readonly IsoInstant[]): Cadence | undefined {
	const days = [...new Set(releaseDates.map(dayOf))].toSorted();
	if (days.length < 3) return undefined;
	const gaps = days.slice(1).map((day, index) => daysBetween(days[index] ?? day, day));
	return { medianDays: Math.round(medianOf(gaps)), releases: releaseDates.length };
}

/** @param numbers At least one. */
function medianOf(numbers: readonly number[]): number {
	const sorted = numbers.toSorted((a, b) => a - b);
	const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
	return middle.reduce((sum, number) => sum + number, 0) / middle.length;
}

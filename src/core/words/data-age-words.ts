import type { IsoInstant } from '#model/identifiers.ts';
import { describeAge } from './ages.ts';
import { formatInstant } from './formats.ts';

const hourMs = 60 * 60 * 1000;

export interface DataAgeWords {
	/** `2 hours ago`. */
	age: string;
	/** `null`: the data are young enough. */
	warning: string | null;
}

/**
 * What a reader is told about the age of some data. A list is old when it is older than the limit,
 * not when it has just reached it.
 *
 * @returns `undefined` when the date or the limit cannot be read: then the page stays as it is.
 */
export function describeDataAge(
	pulledAt: string,
	now: Date,
	staleAfterHours: number,
): DataAgeWords | undefined {
	const ageMs = now.getTime() - Date.parse(pulledAt);
	if (Number.isNaN(ageMs) || !(staleAfterHours > 0)) return undefined;
	return {
		age: describeAge(ageMs),
		warning:
			ageMs > staleAfterHours * hourMs
				? `Updated ${describeAge(ageMs)}. Newer data may exist on GitLab.`
				: null,
	};
}

/** What a page says of itself when it comes from the reader's own device. */
export function describeOffline(fetchedAt: IsoInstant): string {
	return `You are offline. This page is from ${formatInstant(fetchedAt)}.`;
}

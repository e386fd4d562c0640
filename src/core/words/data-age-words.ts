import type { IsoInstant } from '#model/identifiers.ts';
import { describeAge } from './ages.ts';
import { formatInstant } from './formats.ts';

const hourMs = 60 * 60 * 1000;

/**
 * What we tell readers about old data. `null`: the data are young enough, or we can't read the date or the
 * limit. A list is old when it is older than the limit, not when it has just reached it.
 */
export function warnOfAge(pulledAt: string, now: Date, staleAfterHours: number): string | null {
	const ageMs = now.getTime() - Date.parse(pulledAt);
	const isOld = staleAfterHours > 0 && ageMs > staleAfterHours * hourMs;
	return isOld ? `Updated ${describeAge(ageMs)}. Newer data may exist on GitLab.` : null;
}

/** What a page says of itself when it comes from the reader's own device. */
export function describeOffline(fetchedAt: IsoInstant): string {
	return `You are offline. This page is from ${formatInstant(fetchedAt)}.`;
}

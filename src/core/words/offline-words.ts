import type { IsoInstant } from '#model/identifiers.ts';
import { formatInstant } from './formats.ts';

/** What a page says of itself when it comes from the reader's own device. */
export function describeOffline(fetchedAt: IsoInstant): string {
	return `You are offline. This page is from ${formatInstant(fetchedAt)}.`;
}

import type { IsoDate } from '#model/identifiers.ts';
import { numberFor } from '../seed.ts';

const weekMs = 7 * 86_400_000;

/**
 * A number that goes up by one every so many weeks: what depends on it stays as it is for a while,
 * and then changes. Each key has its own day for that, so that not everything changes at once.
 */
export function seasonOf(key: string, today: IsoDate, weeks: number): number {
	const days = Math.floor(Date.parse(today) / (weekMs / 7));
	return Math.floor((days + numberFor(`season ${key}`, weeks * 7)) / (weeks * 7));
}

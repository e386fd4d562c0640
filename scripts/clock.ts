import { IsoInstant } from '#model/identifiers.ts';

/**
 * Now, to the second. A day that is set stands for today from its first second on, so that all
 * that is written is the same however often it is written.
 *
 * @param day `HANDBOOK_TODAY`.
 */
export function readClock(day?: string): IsoInstant {
	const text =
		day === undefined ? new Date().toISOString().replace(/\.\d+Z$/, 'Z') : `${day}T00:00:00Z`;
	return IsoInstant.parse(text);
}

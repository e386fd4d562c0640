import { dayOf } from '#core/base/dates.ts';
import { readPullEnvironment } from '#environment.ts';
import { IsoInstant, type IsoDate } from '#model/identifiers.ts';
import type { Surroundings } from './command.ts';

/**
 * Now, to the second. A day that is set is today from its first second on, so that all
 * that is written is the same however often it is written.
 */
export function readClock(day?: string): IsoInstant {
	return toInstant(day === undefined ? new Date().toISOString() : `${day}T00:00:00Z`);
}

/** A new day begins on the islands at UTC+14, and is today there. */
const earliestDayMs = 14 * 60 * 60 * 1000;

/** The last day that has begun somewhere. */
export function readLastDay(): IsoDate {
	return dayOf(toInstant(new Date(Date.now() + earliestDayMs).toISOString()));
}

/** Now, or the day in `HANDBOOK_TODAY`. One that has not begun anywhere is named, and left out. */
export function readToday({
	environment: { HANDBOOK_TODAY },
	warn,
}: Pick<Surroundings, 'environment' | 'warn'>): IsoInstant {
	const { HANDBOOK_TODAY: day } = readPullEnvironment({ HANDBOOK_TODAY });
	const now = readClock();
	if (day === undefined || day <= readLastDay()) return readClock(day);
	warn(
		`HANDBOOK_TODAY is ${day}, which is in the future, so we ignore it: today is ${dayOf(now)}.\nSet it to a day that has begun, or unset it.\n`,
	);
	return now;
}

function toInstant(text: string): IsoInstant {
	return IsoInstant.parse(text.replace(/\.\d+Z$/, 'Z'));
}

const minuteMs = 60 * 1000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const yearMs = 365 * dayMs;

/** Largest first. A month is the twelfth of a year: nobody needs the calendar for an age. */
const units = [
	{ unit: 'year', lengthMs: yearMs },
	{ unit: 'month', lengthMs: yearMs / 12 },
	{ unit: 'day', lengthMs: dayMs },
	{ unit: 'hour', lengthMs: hourMs },
	{ unit: 'minute', lengthMs: minuteMs },
] as const;

/** To make one takes longer than to ask it, for each of a thousand rows. */
let inEnglish: Intl.RelativeTimeFormat | undefined;

/**
 * Says how long ago something was: `just now`, `5 minutes ago`, `1 day ago`.
 *
 * In the largest unit that is full, cut and not rounded, so that nothing is called older than it
 * is. Under a minute, and in the future of a clock that is wrong, it is `just now`.
 */
export function describeAge(ageMs: number): string {
	const largest = units.find(({ lengthMs }) => ageMs >= lengthMs);
	if (largest === undefined) return 'just now';
	const count = Math.floor(ageMs / largest.lengthMs);
	inEnglish ??= new Intl.RelativeTimeFormat('en');
	return inEnglish.format(-count, largest.unit);
}

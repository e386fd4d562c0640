import type { IsoDate, IsoInstant } from '#model/identifiers.ts';

/** Named, since a machine's own locale and time zone would change the page. */
const inEnglish = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** `17 December 2026` */
export function formatDay(day: IsoDate): string {
	return inEnglish.format(new Date(day));
}

/** `17 December`, where the year goes without saying. */
export function formatDayOfYear(day: IsoDate): string {
	return formatDay(day).split(' ').slice(0, 2).join(' ');
}

/** `17 Dec 2026`, for tables. */
export function formatShortDay(day: IsoDate): string {
	const [dayOfMonth, month, year] = formatDay(day).split(' ');
	return `${dayOfMonth ?? ''} ${month?.slice(0, 3) ?? ''} ${year ?? ''}`;
}

/** `17 Dec`, for drawings. */
export function formatBriefDay(day: IsoDate): string {
	return formatShortDay(day).split(' ').slice(0, 2).join(' ');
}

/** `December 2025` of `2025-12`. */
export function formatMonth(month: string): string {
	return formatDay(`${month}-01`).split(' ').slice(1).join(' ');
}

/** `23 November 2026, 08:30 UTC`. */
export function formatInstant(instant: IsoInstant): string {
	return `${formatDay(instant)}, ${instant.slice('YYYY-MM-DDT'.length, 'YYYY-MM-DDTHH:MM'.length)} UTC`;
}

/** `1 issue`, `2 issues`. For nouns that take an s. */
export function formatCount(count: number, noun: string): string {
	return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `19.5`, `19.5 and 19.6`, `19.5, 19.6 and 19.7`. */
export function formatList(words: readonly string[], before: 'and' | 'or' = 'and'): string {
	const last = words.at(-1) ?? '';
	return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${before} ${last}`;
}

/** `~"bug" or ~"incident"` */
export function formatLabels(labels: readonly string[], before?: 'and' | 'or'): string {
	return formatList(
		labels.map((label) => `~"${label}"`),
		before,
	);
}

/** `type:: and severity::` */
export function formatScopes(scopes: readonly string[], before?: 'and' | 'or'): string {
	return formatList(
		scopes.map((scope) => `${scope}::`),
		before,
	);
}

const ordinals = ['first', 'second', 'third', 'fourth'];

/** `third Thursday`, from the words of the registry. */
export function formatNthWeekday({ nth, weekday }: { nth: number; weekday: string }): string {
	return `${ordinals[nth - 1] ?? `${String(nth)}th`} ${capitalise(weekday)}`;
}

/** A text as a sentence, with or without a full stop of its own. */
export function withFullStop(text: string): string {
	return /[.!?]$/.test(text) ? text : `${text}.`;
}

export function capitalise(word: string): string {
	return word.slice(0, 1).toUpperCase() + word.slice(1);
}

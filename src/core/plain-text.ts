/*
 * For files that leave the site. Pages are safe by their escaping; a feed, a calendar and a sheet are
 * read by programs of which nothing is known.
 */

/** C0 except tab and line feed, DEL and C1; XML has no place for most of them, even escaped. */
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;
/** They let a text be shown in another order than it is written. Zero-width joiners stay: emoji need them. */
const bidi = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
/** No characters, and what some programs take for one: a byte order mark within a text. */
const noText = /[\uFEFF\uFFFE\uFFFF]/g;

/** A text without control and bidi characters. Lines stay, of whatever kind their ends are. */
export function toPlainText(text: string): string {
	return text
		.toWellFormed()
		.replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
		.replaceAll(controls, '')
		.replaceAll(bidi, '')
		.replaceAll(noText, '');
}

/** The same on one line, of at most so many characters when a number is given: a cut ends with "…". */
export function toPlainLine(text: string, most = Infinity): string {
	const line = toPlainText(text).replaceAll(/\s+/g, ' ').trim();
	if (line.length <= most) return line;
	// Half of a surrogate pair may be left at the cut.
	return `${line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/*
 * For texts of others. Pages are safe by their escaping; a feed, a calendar and a sheet are read by
 * programs of which nothing is known, and people by what they see.
 */

/**
 * Control characters except tabs and line ends (XML has no place for most of them, even escaped);
 * bidi characters, which let a text be shown in another order than it is written; and what is no
 * character, or a byte order mark within a text. Zero-width joiners stay: emoji need them.
 */
const acting = /\r(?!\n)|(?![\t\n\r])\p{Cc}|\p{Bidi_C}|\p{Cs}|[\uFEFF\uFFFE\uFFFF]/gu;

/**
 * A text in which such characters are written out, as a program writes them: `\u202E`. They neither
 * act where it is shown, nor go unseen: a name with one looks other than a name without it.
 */
export function toVisible(text: string): string {
	return text.replaceAll(acting, (character) => {
		const code = character.charCodeAt(0).toString(16).toUpperCase();
		return `\\u${code.padStart(4, '0')}`;
	});
}

/** For what parses files, which calls it with each part of them: every text as it may be shown. */
export function reviveVisibly(_key: unknown, value: unknown): unknown {
	return typeof value === 'string' ? toVisible(value) : value;
}

/** A text without such characters. Lines stay, of whatever kind their ends are. */
export function toPlainText(text: string): string {
	return text
		.toWellFormed()
		.replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
		.replaceAll(acting, '');
}

/** The same on one line, of at most so many characters when a number is given: a cut ends with "…". */
export function toPlainLine(text: string, most = Infinity): string {
	const line = toPlainText(text).replaceAll(/\s+/g, ' ').trim();
	if (line.length <= most) return line;
	// Half of a surrogate pair may be left at the cut.
	return `${line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

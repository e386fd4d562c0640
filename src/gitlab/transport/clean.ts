/** Takes out of texts from outside what must not come in, and what must not get out. */
export interface Cleaner {
	/** Without control and bidi characters, and without the token. */
	text(text: string): string;
	/** The same on one line of at most 200 characters. */
	line(text: string): string;
	/** The same for every string of a JSON value, keys included. */
	json(value: unknown): unknown;
}

const longestLine = 200;

/**
 * C0 except tab and line feed, DEL, C1, all bidi characters, and what is no character: whatever would
 * be written out when it is read from a file (`toVisible`), so that what is kept never changes by that.
 */
const unwanted =
	/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g;

export function createCleaner(token: string | undefined): Cleaner {
	const secrets = token ? spellingsOf(token) : [];

	// Characters go first: one in the middle of the token would hide it.
	const text = (dirty: string): string =>
		secrets.reduce(
			(cleaner, secret) => cleaner.replaceAll(secret, '[token]'),
			dirty.toWellFormed().replaceAll(unwanted, ''),
		);

	const line = (dirty: string): string => {
		const whole = text(dirty).replaceAll(/\s+/g, ' ').trim();
		if (whole.length <= longestLine) return whole;
		// Half of a surrogate pair may be left at the cut.
		return `${whole.slice(0, longestLine - 1).toWellFormed()}…`;
	};

	const json = (value: unknown): unknown => {
		if (typeof value === 'string') return text(value);
		if (Array.isArray(value)) return value.map(json);
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([key, item]) => [text(key), json(item)]));
	};

	return { text, line, json };
}

/** The token as it is, in an address, and in base64, longest first. */
function spellingsOf(token: string): string[] {
	const encoded = [0, 1, 2].flatMap((shift) => base64Cores(token, shift));
	return [...new Set([token, encodeURIComponent(token), ...encoded])].toSorted(
		(a, b) => b.length - a.length,
	);
}

/**
 * The token in base64, behind so many bytes of something else, as in `user:token`: the characters
 * that hold nothing but the token. Too short ones would hit innocent text.
 */
function base64Cores(token: string, shift: number): string[] {
	const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(token)]);
	const [from, to] = [Math.ceil((shift * 8) / 6), Math.floor((bytes.length * 8) / 6)];
	return [bytes.toString('base64'), bytes.toString('base64url')]
		.map((text) => text.slice(from, to))
		.filter((core) => core.length >= 8);
}

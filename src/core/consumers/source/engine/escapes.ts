/** An escape of no letter is a blank. */
const letters: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '' };
const escape =
	/\\(?:(x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8}|u\{[\dA-Fa-f]{1,6}\}|[0-7]{3})|([^]))/g;

/** What a literal says that has escapes: Go and JavaScript write them alike. */
export function unescape(text: string): string {
	return text
		.replaceAll('\0', ' ')
		.replace(escape, (_, code: string | undefined, character: string) =>
			code === undefined
				? (letters[character] ?? character.replace(/[abfv]/, ' '))
				: readCode(code),
		);
}

function readCode(code: string): string {
	const [, hex] = /^[xuU]\{?([^}]+)/.exec(code) ?? [];
	const value = hex === undefined ? parseInt(code, 8) : parseInt(hex, 16);
	return value > 0 && value <= 0x10ffff ? String.fromCodePoint(value) : ' ';
}

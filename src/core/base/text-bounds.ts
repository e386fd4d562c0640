/** What a text that somebody wrote stays below, so that no parser is kept busy by it. */
export interface TextBounds {
	readonly characters: number;
	/** Of one line. */
	readonly lineCharacters: number;
}

/** Whether a text is beyond the bounds: it is data, or it was made by a program or to break one. */
export function isExcessive(text: string, { characters, lineCharacters }: TextBounds): boolean {
	return text.length > characters || hasLongLine(text, lineCharacters) || isTooDeep(text);
}

function hasLongLine(text: string, most: number): boolean {
	for (let from = 0; text.length - from > most;) {
		const end = text.indexOf('\n', from);
		if (end < 0 || end - from > most) return true;
		from = end + 1;
	}
	return false;
}

/** No person nests brackets so deep. */
const maxDepth = 500;

function isTooDeep(text: string): boolean {
	let depth = 0;
	for (const { 0: bracket } of text.matchAll(/[([{)\]}]/g)) {
		depth = /[([{]/.test(bracket) ? depth + 1 : Math.max(0, depth - 1);
		if (depth > maxDepth) return true;
	}
	return false;
}

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

/** A bracket that closes none of its kind closes nothing, and one that does ends all that are open in it. */
function isTooDeep(text: string): boolean {
	const open: string[] = [];
	for (const [bracket] of text.matchAll(/[([{)\]}]/g)) {
		const closes = opening[bracket];
		if (closes === undefined) open.push(bracket);
		else if (open.includes(closes)) open.length = open.lastIndexOf(closes);
		if (open.length > maxDepth) return true;
	}
	return false;
}

const opening: Partial<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** All between the braces of a function. */
export interface Body {
	/** Where the lines begin that declare it. */
	readonly head: number;
	readonly from: number;
	readonly to: number;
}

/** Declarations of several lines are no longer than this, in characters and in lines. */
const maxHead = 600;
const maxOwner = 10;

/**
 * The text with blanks for the bodies of functions that have nothing of what is looked for, so that
 * every place stays where it is: a parser takes most of the time of a search.
 *
 * @returns `undefined`: there is no such body.
 */
export function blankBodies(
	text: string,
	bodies: readonly Body[],
	keep: RegExp,
): string | undefined {
	const parts: string[] = [];
	let at = 0;
	for (const { head, from, to } of bodies) {
		if (keep.test(text.slice(head, to))) continue;
		parts.push(text.slice(at, from), ' '.repeat(to - from));
		at = to;
	}
	return at === 0 ? undefined : parts.join('') + text.slice(at);
}

/**
 * Names by which other places have what is looked for: `const carsPath = "cars"`, a field that has a
 * part of the client, a function that returns a path.
 */
export function findTellingNames(text: string, bodies: readonly Body[], keep: RegExp): string[] {
	const found: string[] = [];
	let at = 0;
	for (const { head, from, to } of bodies) {
		found.push(...namesOutside(text.slice(at, from), keep));
		at = to;
		const body = text.slice(from, to);
		for (const { index } of body.matchAll(/\breturn\b/g)) {
			if (!keep.test(body.slice(index, index + 200))) continue;
			found.push(...namesIn(text.slice(head, from)));
			break;
		}
	}
	return [...found, ...namesOutside(text.slice(at), keep)];
}

/**
 * The functions of a text that are written as formatters write them; others are left as they are.
 *
 * @param opening Lines that open a function: the first group is what they are indented by.
 */
export function findBodies(text: string, opening: RegExp): Body[] {
	const found: Body[] = [];
	const lines = new RegExp(opening, 'gm');
	for (let match = lines.exec(text); match; match = lines.exec(text)) {
		const [line, indent = ''] = match;
		const from = match.index + line.length;
		const to = text.indexOf(`\n${indent}}`, from);
		if (to < 0) continue;
		const body = text.slice(from, to);
		// A text of several lines or a comment may look like the end.
		const isOpen = body.split('\n').some((row) => row.split('`').length % 2 === 0);
		const isBalanced = body.split('{').length === body.split('}').length;
		if (/\/\*|\*\//.test(body) || isOpen || !isBalanced) continue;
		const isContinued = /^\s*\)/.test(line);
		found.push({ head: isContinued ? Math.max(0, match.index - maxHead) : match.index, from, to });
		lines.lastIndex = to;
	}
	return found;
}

/** The names of lines that have what is looked for, and of those that they belong to. */
function namesOutside(text: string, keep: RegExp): string[] {
	if (!keep.test(text)) return [];
	const lines = text.split('\n');
	return lines.flatMap((line, index) => {
		if (!keep.test(line) || /^\s*(\/\/|import\b)/.test(line)) return [];
		const indent = /^\s*/.exec(line)?.[0].length ?? 0;
		const owner = lines
			.slice(Math.max(0, index - maxOwner), index)
			.findLast((before) => /\w/.test(before) && before.search(/\S/) < indent);
		return [...namesIn(line), ...(owner === undefined ? [] : namesIn(owner))];
	});
}

/** All words that may be declared there: what is taken for one too many costs only time. */
function namesIn(line: string): string[] {
	return [...line.matchAll(/[\p{L}_$][\p{L}\p{N}_$]*/gu)]
		.map(([name]) => name)
		.filter((name) => !common.test(name));
}

/** Words that are in every program, and name nothing of it. */
const common =
	/^(func|function|return|const|let|var|type|struct|interface|class|string|int|int64|error|bool|number|boolean|void|any|nil|null|undefined|export|default|async|await|new|this|ctx|err|context|Context|fmt|Sprintf|Errorf|http|private|readonly|public|static|if|else|for|of|in|from|package|map|true|false|Promise|id|ID)$/;

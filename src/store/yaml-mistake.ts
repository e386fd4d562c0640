import type { LineCounter, YAMLParseError } from 'yaml';

interface Words {
	what: string;
	advice: string;
}

/** Counted from 1. */
export interface YamlMistake extends Words {
	line: number;
	column: number;
}

type ParseError = Pick<YAMLParseError, 'code' | 'message' | 'pos'>;

const keyless = {
	what: 'A line has no key. Expected a key, a colon and a space before the value',
	advice:
		'Write it as "key: text", and a remark as "# text". A text of several lines goes on indented.',
};

/** The mistakes that people make, in words of those who write YAML. The parser's are for programs. */
const words: Partial<Record<YAMLParseError['code'], Words>> = {
	BLOCK_AS_IMPLICIT_KEY: {
		what: 'A text has a colon and a space in it, or the next line is indented further',
		advice: 'Put the text into quotes, or begin the keys of an entry in the same column.',
	},
	BAD_SCALAR_START: {
		what: 'A text begins with a character that YAML uses',
		advice: 'Put the text into quotes.',
	},
	MISSING_CHAR: keyless,
	MULTILINE_IMPLICIT_KEY: keyless,
	UNEXPECTED_TOKEN: {
		what: 'Something follows a text or a list that has ended',
		advice:
			"Put the whole text into quotes of the kind that isn't in it, or begin the keys of an entry in the same column.",
	},
	BAD_DQ_ESCAPE: {
		what: 'A backslash in double quotes has a meaning of its own',
		advice: 'Put the text into single quotes.',
	},
	MULTIPLE_DOCS: {
		what: 'A line of --- begins another document',
		advice: 'Remove that line: a file of the registry is one document.',
	},
	BAD_INDENT: {
		what: 'A line is indented unlike those around it, or a bracket is open',
		advice: 'Begin it in the same column, or close the bracket.',
	},
};

/** What is wrong with a text that is not YAML, and what to do about it: one mistake of each line. */
export function explainYamlMistakes(
	errors: readonly ParseError[],
	text: string,
	lines: LineCounter,
): YamlMistake[] {
	const end = errors.findIndex(isLost);
	const byLine = new Map<number, YamlMistake>();
	for (const error of errors.slice(0, end === -1 ? undefined : end + 1)) {
		const { offset, ...said } = explain(error, text);
		const place = placeIn(lines, offset);
		if (!byLine.has(place.line)) byLine.set(place.line, { ...said, ...place });
	}
	return [...byLine.values()];
}

export function placeIn(lines: LineCounter, offset: number): Pick<YamlMistake, 'line' | 'column'> {
	const { line, col: column } = lines.linePos(offset);
	return { line, column };
}

/** Whether the parser has read what was meant, although YAML has it otherwise. */
export function isReadAsMeant(errors: readonly ParseError[]): boolean {
	return errors.every(({ code }) => /^(BAD_SCALAR_START|DUPLICATE_KEY|BAD_DQ_ESCAPE)$/.test(code));
}

/** What follows may be no mistake: it was read as a part of something else. */
function isLost({ code, message }: ParseError): boolean {
	return code === 'UNEXPECTED_TOKEN' || openQuote.test(message);
}

function explain(
	{ code, message, pos: [offset] }: ParseError,
	text: string,
): Words & { offset: number } {
	const mark = /^(<{7}|={7}|>{7})( |\r?$)/m.exec(text);
	if (mark) {
		return {
			what: 'A merge left conflict markers',
			advice: 'Keep the right part, and remove the lines with <<<<<<<, ======= and >>>>>>>.',
			offset: mark.index,
		};
	}
	const [key = ''] = /^("[^"]*"|'[^']*'|[^:\r\n]*)/.exec(text.slice(offset)) ?? [];
	if (code === 'DUPLICATE_KEY') {
		return { what: `The key ${key.trim()} appears twice`, advice: 'Keep one of the two.', offset };
	}
	const [line = ''] = /[^\r\n]*$/.exec(text.slice(0, offset)) ?? [];
	if (code === 'TAB_AS_INDENT' || /^ *[^\S \r\n]/.test(line + text.slice(offset))) {
		return {
			what: 'The line begins with a tab, or a space of another kind',
			advice: 'Indent it with spaces.',
			offset,
		};
	}
	const [, quote] = openQuote.exec(message) ?? [];
	if (quote !== undefined) {
		// The parser has looked for the second one until there was no more text.
		const begin = text.lastIndexOf(quote, offset);
		return { what: 'A quote is opened and not closed', advice: 'Close it.', offset: begin };
	}
	return { ...otherwise(code, message), offset };
}

const openQuote = /^Missing closing (['"])/;

function otherwise(code: YAMLParseError['code'], message: string): Words {
	return (
		words[code] ?? {
			what: message.split('\n')[0]?.replace(/ at line \d+.*$/, '') ?? code,
			advice:
				'Check the indentation, the quotes and the colons of that line and the one before it.',
		}
	);
}

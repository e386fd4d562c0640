import type { YAMLParseError } from 'yaml';

interface Explained {
	what: string;
	advice: string;
	/** Where in the text it is. */
	offset: number;
}

type Words = Omit<Explained, 'offset'>;

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
	MISSING_CHAR: { what: 'A quote is opened and not closed', advice: 'Close it.' },
	MULTILINE_IMPLICIT_KEY: {
		what: 'A line has no key. Expected a key, a colon and a space before the value',
		advice: 'Write it as "key: text". A text of several lines goes on indented.',
	},
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

/** What is wrong with a text that is not YAML, and what to do about it. */
export function explainYamlMistake(
	{ code, message, pos: [offset] }: Pick<YAMLParseError, 'code' | 'message' | 'pos'>,
	text: string,
): Explained {
	const mark = /^(<{7}|={7}|>{7})( |\r?$)/m.exec(text);
	if (mark) {
		return {
			what: 'A merge left conflict markers',
			advice: 'Keep the right part, and remove the lines with <<<<<<<, ======= and >>>>>>>.',
			offset: mark.index,
		};
	}
	const [key = ''] = /^[^:\r\n]*/.exec(text.slice(offset)) ?? [];
	if (code === 'DUPLICATE_KEY') {
		return { what: `The key ${key.trim()} is there twice`, advice: 'Keep one of the two.', offset };
	}
	const [before = ''] = /[^\r\n]*$/.exec(text.slice(0, offset)) ?? [];
	if (code === 'TAB_AS_INDENT' || /^\s*\t/.test(before)) {
		return { what: 'The line begins with a tab', advice: 'Indent it with spaces.', offset };
	}
	if (code === 'MISSING_CHAR' && /['"]/.test(message)) {
		const [quote = ''] = /['"]/.exec(message) ?? [];
		// The parser has looked for the second one until there was no more text.
		return { ...otherwise(code, message), offset: text.lastIndexOf(quote, offset) };
	}
	return { ...otherwise(code, message), offset };
}

function otherwise(code: YAMLParseError['code'], message: string): Words {
	return (
		words[code] ?? {
			what: message.split('\n')[0]?.replace(/ at line \d+.*$/, '') ?? code,
			advice:
				'Check the indentation, the quotes and the colons of that line and the one before it.',
		}
	);
}

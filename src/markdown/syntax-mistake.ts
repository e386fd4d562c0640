import type { LocalMistake } from '#core/publish/pages/page-parts.ts';

/** What a parser of MDX throws. */
interface SyntaxError {
	reason: string;
	ruleId?: string | undefined;
	source?: string | undefined;
	line?: number | undefined;
	cause?: unknown;
	place?: { offset?: number | undefined } | object | undefined;
}

const brace = 'Correct it. Where a brace is meant as text, write \\{ instead.';

/** Says in the words of authors why a page is not valid MDX. `undefined`: something else has failed. */
export function describeSyntaxMistake(error: unknown, text: string): LocalMistake | undefined {
	if (!isSyntaxError(error)) return undefined;
	return { ...describe(error, text), stops: 'page' };
}

function describe(error: SyntaxError, text: string): LocalMistake {
	const { reason, ruleId, source = '', line } = error;
	const written = text.split('\n')[(line ?? 0) - 1] ?? '';
	if (written.startsWith('<<<<<<<')) {
		return {
			line,
			what: 'has marks that a merge has left. Expected one of its two texts',
			advice: 'Keep what counts, and remove the lines with <<<<<<<, ======= and >>>>>>>.',
		};
	}
	if (/<(https?:\/\/|mailto:|[^\s<>]+@)[^\s<>]+>/.test(written)) {
		return {
			line,
			what: 'has an address between < and >. Expected it without them',
			advice: 'Remove the < and the >: an address is a link as it is.',
		};
	}
	const [, tag, tagLine] = /closing tag for `<(.*?)>` \((\d+):/.exec(reason) ?? [];
	if (tag !== undefined) {
		const name = tag.split(/\s/, 1)[0] ?? '';
		if (/^(br|hr|img|input|wbr)$/.test(name)) {
			return {
				line: Number(tagLine),
				what: `has <${name}> without a slash. Expected <${name} />`,
				advice: `Write <${tag} />: MDX wants each tag closed.`,
			};
		}
		return {
			line: Number(tagLine),
			what: `opens <${name}> and does not close it. Expected </${name}> in the same paragraph, item or tag`,
			advice: `Write </${name}> where it ends, or <${name} /> when nothing is in it. Around paragraphs, put <${name}> and </${name}> on lines of their own.`,
		};
	}
	if (ruleId === 'unexpected-closing-slash') {
		return {
			line,
			what: 'closes a tag that is not open. Expected its beginning before it',
			advice: 'Remove it, or write the tag that it ends.',
		};
	}
	if (reason.includes('to create a comment in MDX')) {
		return {
			line,
			what: 'has a comment of HTML. Expected one of MDX: {/* … */}',
			advice: 'Write {/* instead of <!--, and */} instead of -->.',
		};
	}
	if (source.endsWith('esm')) {
		return {
			line,
			what: `has an import or export that is none${why(error)}. Expected JavaScript, with an empty line after it`,
			advice: 'Write it as other pages do. Where it is meant as text, begin with another word.',
		};
	}
	if (source.endsWith('expression')) {
		const isOpen = ruleId === 'unexpected-eof';
		return {
			line: isOpen ? lineBefore('{', error, text) : line,
			what: isOpen
				? 'has { without }. Expected both'
				: `has braces around something that isn't JavaScript${why(error)}. Expected an expression, such as {1 + 1}`,
			advice: brace,
		};
	}
	if (ruleId === 'unexpected-eof') {
		return {
			line: lineBefore('<', error, text),
			what: 'has a tag without its end. Expected > and, around values, both quotes',
			advice: 'Complete the tag. Where < is meant as text, write \\< instead.',
		};
	}
	return {
		line,
		what: `has a tag that isn't valid: ${reason.split(' (note', 1)[0] ?? ''}`,
		advice: 'Correct the tag. Where < is meant as text, write \\< instead.',
	};
}

function isSyntaxError(error: unknown): error is SyntaxError {
	return error instanceof Error && 'reason' in error && 'source' in error;
}

/** Of what acorn says, without the place. */
function why({ cause }: SyntaxError): string {
	return cause instanceof Error ? ` (${cause.message.replace(/ \(\d+:\d+\)$/, '')})` : '';
}

/** The parser has looked for the end until there was no more text. */
function lineBefore(sign: string, { place }: SyntaxError, text: string): number {
	const end = place && 'offset' in place ? place.offset : undefined;
	const at = text.lastIndexOf(sign, end);
	return text.slice(0, Math.max(0, at)).split('\n').length;
}

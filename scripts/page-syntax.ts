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

type Words = Pick<LocalMistake, 'what' | 'advice'>;

/** Mistakes that the parser's words, or those of the line, give away. */
const known: (Words & { is: (error: SyntaxError, written: string) => boolean })[] = [
	{
		is: (_, written) => written.startsWith('<<<<<<<'),
		what: 'has conflict markers that a merge left. Expected one of its two texts',
		advice: 'Keep the right part, and remove the lines with <<<<<<<, ======= and >>>>>>>.',
	},
	{
		is: (_, written) => /<(https?:\/\/|mailto:|[^\s<>]+@)[^\s<>]+>/.test(written),
		what: 'has an address between < and >. Expected it without them',
		advice: 'Remove the < and the >: an address is a link as it is.',
	},
	{
		is: ({ ruleId }) => ruleId === 'unexpected-closing-slash',
		what: 'closes a tag that is not open. Expected its beginning before it',
		advice: 'Remove it, or write the tag that it ends.',
	},
	{
		is: ({ reason }) => reason.includes('to create a comment in MDX'),
		what: 'has a comment of HTML. Expected one of MDX: {/* … */}',
		advice: 'Write {/* instead of <!--, and */} instead of -->.',
	},
];

/** Says in the words of authors why a page is not valid MDX. `undefined`: something else has failed. */
export function describeSyntaxMistake(error: unknown, text: string): LocalMistake | undefined {
	if (!isSyntaxError(error)) return undefined;
	const { reason, line } = error;
	const [, tag, tagLine] = /closing tag for `<(.*?)>` \((\d+):/.exec(reason) ?? [];
	if (tag !== undefined) return { line: Number(tagLine), ...describeOpenTag(tag), stops: 'page' };
	const written = text.split('\n')[(line ?? 0) - 1] ?? '';
	const mistake = known.find(({ is }) => is(error, written));
	if (mistake) return { line, what: mistake.what, advice: mistake.advice, stops: 'page' };
	return { ...describe(error, text), stops: 'page' };
}

function describeOpenTag(tag: string): Words {
	const name = tag.split(/\s/, 1)[0] ?? '';
	return /^(br|hr|img|input|wbr)$/.test(name)
		? {
				what: `has <${name}> without a slash. Expected <${name} />`,
				advice: `Write <${tag} />: MDX wants each tag closed.`,
			}
		: {
				what: `opens <${name}> and does not close it. Expected </${name}> in the same paragraph, item or tag`,
				advice: `Write </${name}> where it ends, or <${name} /> when nothing is in it. Around paragraphs, put <${name}> and </${name}> on lines of their own.`,
			};
}

/** Something that the parser takes for JavaScript or a tag, and that is none. */
function describe(error: SyntaxError, text: string): Words & Pick<LocalMistake, 'line'> {
	const { reason, ruleId, source = '', line } = error;
	const isOpen = ruleId === 'unexpected-eof';
	if (source.endsWith('esm')) {
		// The parser has read on in the hope of a complete one.
		const before = text.split('\n').slice(0, line);
		return {
			line: before.findLastIndex((one) => /^(im|ex)port\b/.test(one)) + 1 || line,
			what: `has an import or export that isn't valid${why(error)}. Expected JavaScript, with an empty line after it`,
			advice: 'Write it as other pages do. Where it is meant as text, begin with another word.',
		};
	}
	if (source.endsWith('expression')) {
		return {
			line: isOpen ? lineBefore('{', error, text) : line,
			what: isOpen
				? 'has { without }. Expected both'
				: `has braces around something that isn't JavaScript${why(error)}. Expected an expression, such as {1 + 1}`,
			advice: 'Correct it. Where a brace is meant as text, write \\{ instead.',
		};
	}
	return {
		line: isOpen ? lineBefore('<', error, text) : line,
		what: isOpen
			? 'has a tag without its end. Expected > and, around values, both quotes'
			: `has a tag that isn't valid: ${reason.split(' (note', 1)[0] ?? ''}`,
		advice: `${isOpen ? 'Complete' : 'Correct'} the tag. Where < is meant as text, write \\< instead.`,
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

import { RE2JS } from 're2js';

const compiled = new Map<string, RE2JS>();

/**
 * A test of whether a pattern fits anywhere in a text. Case matters. A pattern is compiled once, so
 * give it patterns of the registry alone: of these there are few.
 *
 * The language is RE2, as Go and therefore Hugo have it: JavaScript's own engine reads `(?i)`, `\:`
 * and others in another way, and some patterns keep it busy for hours.
 *
 * @throws {Error} when the pattern is none of RE2's.
 * @see https://github.com/google/re2/wiki/Syntax
 */
export function compileRe2(pattern: string): (text: string) => boolean {
	const known = compiled.get(pattern) ?? RE2JS.compile(pattern);
	compiled.set(pattern, known);
	return (text) => known.test(text);
}

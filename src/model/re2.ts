import { RE2JS } from 're2js';
import { z } from 'zod';

/**
 * A test of whether a pattern fits anywhere in a text. Case matters.
 *
 * The language is RE2, as Go and therefore Hugo have it: JavaScript's own engine reads `(?i)`, `\:`
 * and others in another way, and some patterns keep it busy for hours.
 *
 * @throws {Error} when the pattern is none of RE2's.
 * @see https://github.com/google/re2/wiki/Syntax
 */
export function compileRe2(pattern: string): (text: string) => boolean {
	const compiled = RE2JS.compile(pattern);
	return (text) => compiled.test(text);
}

/** A regular expression of RE2. Spaces at its ends count. */
export const Re2Pattern = z
	.string()
	.min(1, { error: 'Empty pattern: it would fit everybody. Expected a regular expression of RE2' })
	.superRefine((pattern, context) => {
		try {
			compileRe2(pattern);
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			const message = `Invalid pattern: ${reason}. Expected a regular expression of RE2, which has no lookaround and no backreferences`;
			context.addIssue({ code: 'custom', message });
		}
	});

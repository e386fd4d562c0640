import { z } from 'zod';
import { compileRe2 } from './re2.ts';

/** What people write that other engines have, and what to write instead. */
const advice: readonly (readonly [RegExp, string])[] = [
	[
		/\(\?<?[=!]/,
		'RE2 has no lookahead and no lookbehind: write what fits, such as a(b|c), and not what must not follow',
	],
	[/\\(?:[1-9]|k[<{'])/, 'RE2 has no backreferences: write the repeated part out'],
];

/**
 * A regular expression of RE2, for every pattern of the registry. It may fit anywhere in a text, and
 * spaces at its ends count.
 */
export const Pattern = z
	.string()
	.superRefine((pattern, context) => {
		try {
			compileRe2(pattern);
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			const [, instead] = advice.find(([written]) => written.test(pattern)) ?? [];
			const message = `Invalid pattern: ${reason}. Expected a regular expression of RE2${instead ? `. ${instead}` : ''}`;
			context.addIssue({ code: 'custom', message });
		}
	})
	.meta({ title: 'RE2 pattern' });

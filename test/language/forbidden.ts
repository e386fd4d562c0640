/** What a colleague at the next desk would not say, and what is said instead. */
const forbidden: readonly { pattern: RegExp; say: string }[] = [
	{ pattern: /(?<!as it )\bstands?\b(?! (by|up|out|in for))/gi, say: 'is, lives in, is listed in' },
	{ pattern: /\bstrangers\b|\ba stranger\b/gi, say: 'not signed in, without signing in' },
	{ pattern: /\b(not|nobody has|was|were|is|are) weighed\b/gi, say: 'no weight, has a weight' },
	{ pattern: /\b(can|could)( not|n't|not) be told\b/gi, say: "couldn't be checked, because …" },
	{ pattern: /\bGitLab (is|was) (last )?asked\b/gi, say: 'we pull' },
	{ pattern: /\bto mend\b|\bmend(s|ed|ing) (it|them|the)\b/gi, say: 'fix' },
	{ pattern: /\b(take|takes|taken|took) away\b/gi, say: 'download' },
	{ pattern: /\babove all\b|\banew\b|\bone's own\b|\bbesides\b/gi, say: 'nothing, or again' },
	{ pattern: /\bwhat it is that\b|\bwhoever\b/gi, say: 'one noun or verb' },
	{ pattern: /\bkept (plan|day)s?\b|\b(was|were|been|is) kept (yet|since)\b/gi, say: 'saved plan' },
	{ pattern: /\bnever got\b|\bwas got\b/gi, say: 'pulled' },
	{ pattern: /\bbe told of\b/gi, say: 'subscribe, announce' },
	{ pattern: /\bnot seen any more\b|\bno longer seen\b/gi, say: 'no longer visible' },
	{ pattern: /\bSample data, not GitLab/g, say: 'Sample data (invented, for a first look)' },
	{
		pattern: /\bis no fault of\b|\bas GitLab has (it|them)\b/gi,
		say: "is nobody's fault, from GitLab",
	},
];

/** `12: "strangers" (not signed in, without signing in)`, for each such word of a text. */
export function findForbidden(text: string): string[] {
	return forbidden.flatMap(({ pattern, say }) =>
		[...text.matchAll(pattern)].map(({ 0: words, index }) => {
			const line = text.slice(0, index).split('\n').length;
			return `${String(line)}: "${words}" (say: ${say})`;
		}),
	);
}

/** The source with empty lines for comments, styles and imports, of which readers see nothing. */
export function withoutComments(source: string): string {
	return source.replaceAll(
		/\/\*.*?\*\/|<style.*?<\/style>|^import .*?;$|(?<=^|\s)\/\/.*?$/gms,
		(part) => part.replaceAll(/[^\n]/g, ''),
	);
}

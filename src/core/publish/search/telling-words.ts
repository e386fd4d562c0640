import type { Synonym } from '#model/synonyms.ts';

/** Words of questions that say nothing about where the answer is. */
const fillers = new Set(
	(
		'a an and any are as at be between can could did difference do does for from get has have how i if in is it last ' +
		'long many may me mean much must my need next no not of often on once or our should somebody someone soon that the ' +
		'their there they this to us use used uses versus vs was we what when where which who whom whose why will with would you your'
	).split(' '),
);

/** The same with the words of pages in place of those that readers type: `MR` is a merge request. */
export function withSynonyms(words: string, synonyms: readonly Synonym[]): string {
	const meant = (word: string) => meaningsOf(word, synonyms)[0] ?? word;
	return words.split(' ').map(meant).join(' ');
}

/** What else a word means, as the registry says. */
export function meaningsOf(word: string, synonyms: readonly Synonym[]): string[] {
	const said = synonyms.filter(({ typed }) => typed.toLowerCase() === word.toLowerCase());
	return said.map(({ means }) => means);
}

/**
 * What to look for of what somebody asks: `Who reviews my merge request?` looks for `reviews merge
 * request`, and `what's` is left out like `what`. One that has no others is looked for as it is.
 */
export function toTellingWords(question: string): string {
	const words = question.replace(/\?+$/, '').split(/\s+/).filter(Boolean);
	const telling = words.filter((word) => !fillers.has(word.toLowerCase().replace(/['’].*/, '')));
	return (telling.length > 0 ? telling : words).join(' ');
}

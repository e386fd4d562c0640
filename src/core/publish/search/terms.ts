import { setApostrophes } from '#core/base/apostrophes.ts';

/** A term of a glossary, and the first sentence that says what it means. */
export interface Term {
	term: string;
	meaning: string;
}

/** The terms between `<Terms>` and `</Terms>` of a page: headings of the third level, a paragraph below each. */
export function findTerms(page: string): Term[] {
	const lists = [...page.matchAll(/^<Terms>$(.*?)^<\/Terms>$/gms)].map(([, list = '']) => list);
	return lists
		.flatMap((list) => [...list.matchAll(/^### (.+)\n+(.*)/gm)])
		.map(([, term = '', paragraph = '']) => ({ term, meaning: toSentence(paragraph) }));
}

/** A component in the sentence says what only a render knows: it ends before that. */
function toSentence(paragraph: string): string {
	const [text = ''] = paragraph.split(/[<{]/);
	const plain = text.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/[*`_~]/g, '');
	return setApostrophes((/^.*?[.!?](?=\s|$)/.exec(plain)?.[0] ?? plain).trim());
}

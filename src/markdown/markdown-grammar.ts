import markdown from '@shikijs/langs/markdown';
import { orUndefined } from '#core/base/or-undefined.ts';

/**
 * How blocks of Markdown are coloured, without the 57 languages that blocks in them could have: to load those took
 * longer than to render forty pages. Code in such a block has one colour.
 */
export const markdownGrammar = markdown.map((language) => ({ ...language, embeddedLangsLazy: [] }));

/** Names that blocks of code give to their language and that no grammar has, by what they are coloured as. */
export function nameGrammars(pages: readonly string[]): Record<string, string> {
	const names = pages.flatMap((text) => [
		...text.matchAll(/^.*?(?:`{3}|~{3})([\w.-]+)(?=[\s{])/gm),
	]);
	const unknown = new Set(names.map(([, name = '']) => name).filter((name) => !isGrammar(name)));
	return Object.fromEntries(
		[...unknown].map((name) => [name, isGrammar(name.toLowerCase()) ? name.toLowerCase() : 'txt']),
	);
}

function isGrammar(name: string): boolean {
	if (/^(ansi|plain|plaintext|te?xt)$/.test(name)) return true;
	return orUndefined(() => import.meta.resolve(`@shikijs/langs/${name}`)) !== undefined;
}

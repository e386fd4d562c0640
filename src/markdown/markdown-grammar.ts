import markdown from '@shikijs/langs/markdown';

/**
 * How blocks of Markdown are coloured, without the 57 languages that blocks in them could have: to load those took
 * longer than to render forty pages. Code in such a block has one colour.
 */
export const markdownGrammar = markdown.map((language) => ({ ...language, embeddedLangsLazy: [] }));

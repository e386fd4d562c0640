import type { RemarkPlugin } from '@astrojs/markdown-remark';
import type { InlineCode, Root, Text } from 'mdast';
import { retext } from 'retext';
import retextSmartypants from 'retext-smartypants';
import { visit } from 'unist-util-visit';
import { setApostrophes } from '#core/base/apostrophes.ts';

/** Does not change how long a text is. */
const quotes = retext().use(retextSmartypants, {
	dashes: false,
	ellipses: false,
	backticks: false,
});
const others = retext().use(retextSmartypants, { quotes: false });

/**
 * Quotes, dashes and dots as printers set them: what `remark-smartypants` does, and just as it does,
 * but only to the texts that have any. It parses every text twice, which took a sixth of a render of
 * many pages; parsing each that has an apostrophe took another twentieth.
 */
export const remarkSmartPunctuation: RemarkPlugin = () => (tree: Root) => {
	const blocks: (Text | InlineCode)[][] = [[]];
	visit(tree, (node) => {
		if (['paragraph', 'heading', 'tableCell'].includes(node.type)) blocks.push([]);
		if (node.type === 'text' || node.type === 'inlineCode') blocks.at(-1)?.push(node);
	});
	for (const block of blocks) setBlock(block);
};

function setBlock(parts: readonly (Text | InlineCode)[]): void {
	// Code is no text, but quotes beside it open or close.
	const before = parts
		.map(({ type, value }) => (type === 'text' ? value : 'A'.repeat(value.length)))
		.join('');
	const text = setQuotes(setApostrophes(before));
	let from = 0;
	for (const part of parts) {
		const to = from + part.value.length;
		if (part.type === 'text') part.value = setOthers(text.slice(from, to));
		from = to;
	}
}

function setQuotes(text: string): string {
	// The spaces make a quote at the beginning one that opens, and one at the end one that closes.
	return /["']/.test(text) ? quotes.processSync(` ${text} `).toString().slice(1) : text;
}

function setOthers(text: string): string {
	return /--|\.\s?\.|``|''/.test(text) ? others.processSync(text).toString() : text;
}

import Slugger from 'github-slugger';
import { remark } from 'remark';
import type { TreeNode } from './tree.ts';

/** More would be read on the page that explains the term. */
const mostCharacters = 240;

/** The meanings that a page states in `<Terms>`: a paragraph below each heading, by the heading's id. */
export function readTerms(text: string): ReadonlyMap<string, string> {
	const slugger = new Slugger();
	const terms = new Map<string, string>();
	const blocks = text.split(/\n\s*\n/).map((block) => block.trim());
	let isInside = false;
	for (const [index, block] of blocks.entries()) {
		if (/^<\/?Terms>$/.test(block)) isInside = block === '<Terms>';
		const [, level = '', heading] = /^(#{2,6}) (.+)$/.exec(block) ?? [];
		if (heading === undefined) continue;
		const id = slugger.slug(toText(heading));
		const meaning = blocks[index + 1] ?? '';
		// What a component says is known when it is rendered.
		const isKnown = meaning !== '' && !/[<{]/.test(meaning);
		if (isInside && level.length === 3 && isKnown) terms.set(id, cut(toText(meaning)));
	}
	return terms;
}

function toText(markdown: string): string {
	return textOf(remark().parse(markdown)).replaceAll(/\s+/g, ' ');
}

function textOf({ value, children = [] }: TreeNode): string {
	return typeof value === 'string' ? value : children.map(textOf).join('');
}

function cut(text: string): string {
	if (text.length <= mostCharacters) return text;
	return `${text.slice(0, mostCharacters).replace(/\s+\S*$/, '')}…`;
}

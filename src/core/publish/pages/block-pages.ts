import type { SitePath } from '#core/publish/exports/addresses.ts';
import { compareText } from '#model/order.ts';

/** A page of the handbook, as links to it need it. */
export interface BlockPage {
	title: string;
	path: SitePath;
}

interface WrittenPage extends BlockPage {
	text: string;
}

/**
 * Which page holds each block, by the block's name: `People`. Of several pages it is the one with the
 * shortest address, so that the overview of a section comes before its pages.
 */
export function findBlockPages(pages: readonly WrittenPage[]): ReadonlyMap<string, BlockPage> {
	const found = new Map<string, BlockPage>();
	const inOrder = pages.toSorted(
		(a, b) => a.path.length - b.path.length || compareText(a.path, b.path),
	);
	for (const { title, path, text } of inOrder) {
		for (const block of blocksIn(text)) {
			if (!found.has(block)) found.set(block, { title, path });
		}
	}
	return found;
}

export function blocksIn(page: string): string[] {
	const text = page.replaceAll(fenced, '');
	return [...text.matchAll(imported)].flatMap(([, name = '', block = '']) =>
		new RegExp(`<${name}\\b`).test(text) ? [block] : [],
	);
}

/** Code that a page shows. */
const fenced = /^(```|~~~).*?^\1/gms;
const imported = /^import (\w+) from ['"]#blocks\/(?:\w+\/)*(\w+)\.astro['"]/gm;

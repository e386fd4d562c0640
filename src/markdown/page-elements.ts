import { Parser } from 'htmlparser2';
import { partsOf, type TreePart } from './page-code.ts';
import { lineOf } from './tree.ts';

/** A tag of MDX, or of HTML in Markdown. */
export interface PageElement {
	name: string;
	/** `undefined`: it is no text, or has no value. */
	attributes: ReadonlyMap<string, string | undefined>;
	/** Whether these are all its attributes. */
	isWhole: boolean;
	line: number;
	/** Where an attribute is. */
	lineOf: (attribute: string) => number;
}

export function readTag(tag: TreePart): PageElement {
	const attributes = new Map<string, string | undefined>();
	const lines = new Map<string, number>();
	let isWhole = true;
	for (const { key, child } of partsOf(tag)) {
		if (key !== 'attributes') continue;
		if (child.type !== 'mdxJsxAttribute') isWhole = false;
		attributes.set(String(child.name), typeof child.value === 'string' ? child.value : undefined);
		lines.set(String(child.name), lineOf(child));
	}
	const name = typeof tag.name === 'string' ? tag.name : '';
	const line = lineOf(tag);
	return { name, attributes, isWhole, line, lineOf: (key) => lines.get(key) ?? line };
}

/** Markdown, unlike MDX, keeps HTML as text. */
export function readHtml(part: TreePart): PageElement[] {
	const html = String(part.value);
	const elements: PageElement[] = [];
	const parser = new Parser({
		onopentag(name, list) {
			const line = lineOf(part) + html.slice(0, parser.startIndex).split('\n').length - 1;
			const attributes = new Map(Object.entries(list));
			elements.push({ name, attributes, isWhole: true, line, lineOf: () => line });
		},
	});
	parser.end(html);
	return elements;
}

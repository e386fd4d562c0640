import { Parser } from 'htmlparser2';
import { partsOf, type TreePart } from './page-code.ts';
import { lineOf } from './tree.ts';

/** A tag of MDX, or of HTML in Markdown. */
export interface PageElement {
	name: string;
	/** Without a `value`: it is no text, or has none. */
	attributes: { key: string; value: string | undefined; line: number }[];
	/** Whether these are all its attributes. */
	isWhole: boolean;
	line: number;
}

export function readTag(tag: TreePart): PageElement {
	const parts = partsOf(tag).flatMap(({ key, child }) => (key === 'attributes' ? [child] : []));
	return {
		name: typeof tag.name === 'string' ? tag.name : '',
		attributes: parts.map((part) => ({
			key: String(part.name),
			value: typeof part.value === 'string' ? part.value : undefined,
			line: lineOf(part),
		})),
		isWhole: parts.every(({ type }) => type === 'mdxJsxAttribute'),
		line: lineOf(tag),
	};
}

/** Markdown, unlike MDX, keeps HTML as text. */
export function readHtml(part: TreePart): PageElement[] {
	const html = String(part.value);
	const elements: PageElement[] = [];
	const parser = new Parser({
		onopentag(name, list) {
			const line = lineOf(part) + html.slice(0, parser.startIndex).split('\n').length - 1;
			const attributes = Object.entries(list).map(([key, value]) => ({ key, value, line }));
			elements.push({ name, attributes, isWhole: true, line });
		},
	});
	parser.end(html);
	return elements;
}

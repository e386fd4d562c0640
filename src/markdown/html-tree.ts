import { Parser } from 'htmlparser2';

export type HtmlNode = HtmlElement | string;

/** An element of a page, with its entities read. */
export interface HtmlElement {
	tag: string;
	attributes: Readonly<Record<string, string>>;
	children: HtmlNode[];
}

/**
 * Where the content of an element goes that begins after these siblings: into an element that was added to them,
 * among them, or into a list that nobody reads.
 */
export type Placing = (
	siblings: HtmlNode[],
	tag: string,
	attributes: Readonly<Record<string, string>>,
) => HtmlNode[];

/**
 * Reads HTML as the build writes it. Mistakes in it are borne as browsers do in the main: it is for text, and decides
 * about nothing that acts.
 *
 * @param place What becomes of each element. What is left out costs no tree.
 */
export function readHtml(html: string, place: Placing): HtmlNode[] {
	const root: HtmlNode[] = [];
	const open = [root];
	const siblings = () => open.at(-1) ?? root;
	new Parser({
		onopentag(tag, attributes) {
			open.push(place(siblings(), tag, attributes));
		},
		ontext(text) {
			siblings().push(text);
		},
		onclosetag() {
			open.pop();
		},
	}).end(html);
	return root;
}

/** Adds an element to its siblings. @returns the list of its children. */
export function addElement(
	siblings: HtmlNode[],
	tag: string,
	attributes: HtmlElement['attributes'] = {},
	children: HtmlNode[] = [],
): HtmlNode[] {
	siblings.push({ tag, attributes, children });
	return children;
}

export function textOf(nodes: readonly HtmlNode[]): string {
	return nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('');
}

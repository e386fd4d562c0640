import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';

// Columns of one width would cost a second pass over each table, and most of its bytes are spaces then.
const writer = remark().use(remarkGfm, { tablePipeAlign: false }).data('settings', {
	bullet: '-',
	listItemIndent: 'one',
	rule: '-',
});

/** Parts of a page by which it is used, and code. */
const interfaceTags = new Set(
	'button footer form i input label link nav script select style svg template textarea'.split(' '),
);
const interfaceClasses = ['edit-data', 'legend', 'needs-script', 'page-source', 'sl-anchor-link'];

/** What says of a page where its data are from: it is no part of what the search finds, and yet is said. */
const stamp = 'data-age';

/**
 * The content of a rendered page as Markdown, its tables with it, without all by which it is used.
 *
 * @param html The page. What it says is taken as text: no tag and no sign of Markdown in it acts.
 * @param address Of the page, whole or from the root, so that its links lead where they did.
 * @returns `undefined`: it has no content.
 */
export function pageToMarkdown(html: string, address: string): string | undefined {
	const end = '</main>';
	const [start, stop] = [html.indexOf('<main'), html.lastIndexOf(end)];
	if (start < 0 || stop < 0) return undefined;
	const page = fromHtml(html.slice(start, stop + end.length), { fragment: true });
	const content: Root = { type: 'root', children: keepAll(page.children, address) };
	const tree = toMdast(content);
	return tree.type === 'root' ? writer.stringify(tree) : undefined;
}

/** What a page says of itself in its head. `undefined`: nothing. */
export function descriptionOf(html: string): string | undefined {
	const [meta = ''] = /<meta name="description"[^>]*>/.exec(html) ?? [];
	const [element] = fromHtml(meta, { fragment: true }).children;
	const content = element?.type === 'element' ? element.properties.content : undefined;
	return typeof content === 'string' && content !== '' ? toText(content) : undefined;
}

/** A text in which no sign of Markdown acts, on one line. */
function toText(value: string): string {
	const line = value.replaceAll(/\s+/g, ' ');
	const paragraph = { type: 'paragraph', children: [{ type: 'text', value: line }] } as const;
	return writer
		.stringify({ type: 'root', children: [{ ...paragraph, children: [...paragraph.children] }] })
		.trim();
}

function keepAll(nodes: readonly RootContent[], address: string): ElementContent[] {
	return nodes.flatMap((node): ElementContent[] => {
		// Without places in the source, which all that follows would copy.
		if (node.type === 'text') return [{ type: 'text', value: node.value }];
		return node.type === 'element' ? keep(node, address) : [];
	});
}

function keep(element: Element, address: string): ElementContent[] {
	if (isInterface(element)) return [];
	const { tagName, properties } = element;
	const { alt, src, colSpan, rowSpan, start } = properties;
	const drawn = properties.role === 'img' ? properties.ariaLabel : undefined;
	if (typeof drawn === 'string') return [toElement('p', [{ type: 'text', value: drawn }])];
	const children = keepAll(element.children, address);
	switch (tagName) {
		case stamp:
			return [toElement('blockquote', children)];
		case 'a':
			return [toElement('a', children, { href: resolve(properties.href, address) })];
		case 'td':
		case 'th':
			return [toElement(tagName, children.flatMap(toLine), { colSpan, rowSpan })];
		case 'pre': {
			const { dataLanguage } = properties;
			const language = typeof dataLanguage === 'string' ? [`language-${dataLanguage}`] : [];
			const code = children.flatMap((child) => (child.type === 'element' ? child.children : child));
			return [toElement('pre', [toElement('code', code, { className: language })])];
		}
		case 'span':
		case 'time':
			// They mean nothing in Markdown, and each node costs time.
			return children;
		case 'table':
		case 'tbody':
		case 'thead':
		case 'tr':
		case 'ul':
			return [
				toElement(
					tagName,
					children.filter(({ type }) => type === 'element'),
				),
			];
		default:
			return [toElement(tagName, children, { alt, src, start })];
	}
}

function isInterface({ tagName, properties }: Element): boolean {
	const { className, hidden, ariaHidden, dataPagefindIgnore } = properties;
	if (tagName === stamp) return false;
	return (
		interfaceTags.has(tagName) ||
		(hidden !== undefined && hidden !== false) ||
		ariaHidden === 'true' ||
		dataPagefindIgnore !== undefined ||
		(Array.isArray(className) && interfaceClasses.some((name) => className.includes(name)))
	);
}

const lines = new Set('div dd dl dt li ol p section small ul h2 h3 h4 details summary'.split(' '));

/** A cell of a Markdown table is one line: what stood on lines of its own is set apart by spaces. */
function toLine(node: ElementContent): ElementContent[] {
	if (node.type !== 'element') return [node];
	const children = node.children.flatMap(toLine);
	if (node.tagName === 'br') return [space];
	return lines.has(node.tagName) ? [space, ...children, space] : [{ ...node, children }];
}

const space = { type: 'text', value: ' ' } as const;

function toElement(
	tagName: string,
	children: ElementContent[],
	properties: Properties = {},
): Element {
	return { type: 'element', tagName, properties, children };
}

function resolve(href: unknown, address: string): string {
	if (typeof href !== 'string') return '';
	if (href.startsWith('#')) return address + href;
	const isOwn = href.startsWith('/') && !href.startsWith('//');
	return isOwn && URL.canParse(address) ? new URL(href, address).href : href;
}

import { escapeMarkdown } from './escape-markdown.ts';
import { addElement, readHtml, type HtmlElement, type HtmlNode } from './html-tree.ts';
import { writeMarkdown } from './markdown-blocks.ts';

/** Parts of a page by which it is used, and code. */
const interfaceTags = new Set(
	'button footer form i input label link nav script select style svg template textarea'.split(' '),
);
const interfaceClasses = ['edit-data', 'legend', 'needs-script', 'page-source', 'sl-anchor-link'];

/** They mean nothing in Markdown, as elements of ours: what they hold is part of what is around it. */
const plainTags = new Set('abbr bdi bdo cite data dfn ins mark span sub sup time u wbr'.split(' '));

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
	const content = readHtml(html.slice(start, stop + end.length), (siblings, tag, attributes) =>
		place(siblings, { tag, attributes, address }),
	);
	return `${writeMarkdown(content)}\n`;
}

/** What a page says of itself in its head. `undefined`: nothing. */
export function descriptionOf(html: string): string | undefined {
	const [meta = ''] = /<meta name="description"[^>]*>/.exec(html) ?? [];
	const [element] = readHtml(meta, addElement);
	const content = typeof element === 'object' ? (element.attributes.content ?? '') : '';
	if (content === '') return undefined;
	const surroundings = { isFirst: true, isLinked: false, isInCell: false };
	return escapeMarkdown(content.replaceAll(/\s+/g, ' ').trim(), surroundings);
}

interface Found extends Pick<HtmlElement, 'tag' | 'attributes'> {
	/** Of the page. */
	address: string;
}

/** What becomes of an element of a page: @see Placing. */
function place(siblings: HtmlNode[], { tag, attributes, address }: Found): HtmlNode[] {
	if (isInterface(tag, attributes)) return [];
	const drawn = attributes.role === 'img' ? attributes['aria-label'] : undefined;
	if (drawn !== undefined) {
		addElement(siblings, 'p', {}, [drawn]);
		return [];
	}
	if (tag === stamp) return addElement(siblings, 'blockquote');
	if (plainTags.has(tag) || tag.includes('-')) return siblings;
	if (tag === 'a') return addElement(siblings, tag, { href: resolve(attributes.href, address) });
	return addElement(siblings, tag, attributes);
}

function isInterface(tag: string, attributes: HtmlElement['attributes']): boolean {
	if (tag === stamp) return false;
	const { class: names = '', hidden, 'data-pagefind-ignore': unfound } = attributes;
	return (
		interfaceTags.has(tag) ||
		hidden !== undefined ||
		attributes['aria-hidden'] === 'true' ||
		unfound !== undefined ||
		(names !== '' && names.split(' ').some((name) => interfaceClasses.includes(name)))
	);
}

function resolve(href: string | undefined, address: string): string {
	if (href === undefined) return '';
	if (href.startsWith('#')) return address + href;
	const isOwn = href.startsWith('/') && !href.startsWith('//');
	return isOwn && URL.canParse(address) ? new URL(href, address).href : href;
}

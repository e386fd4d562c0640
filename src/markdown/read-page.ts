import Slugger from 'github-slugger';
import { remark } from 'remark';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import type { PageParts } from '#core/publish/pages/page-parts.ts';
import { slip } from '#core/publish/pages/slips.ts';
import { isPart, partsOf, readCode, type PageCode, type TreePart } from './page-code.ts';
import { readHtml, readTag, type PageElement } from './page-elements.ts';
import { remarkShallow } from './remark-shallow.ts';
import { lineOf } from './tree.ts';

/** As the site reads it, without what it makes of it. */
const markdown = remark().use(remarkGfm).use(remarkDirective);

interface Source {
	/** Without its front matter, in place of which are empty lines. */
	text: string;
	/** From the checkout. */
	path: string;
}

interface Found extends Omit<PageParts, 'declared' | 'ids'>, PageCode {
	ids: Set<string>;
	slugger: Slugger;
	/** Whether there are headings of which only the rendered page knows the id. */
	isOpen: boolean;
	/** `[id]: ./car.png`, by its id. */
	definitions: Map<unknown, TreePart>;
	/** `![words][id]` */
	references: TreePart[];
}

/**
 * What a page imports, uses and links to.
 *
 * @throws what the parser throws, with `line` or `place`, when it is not valid MDX.
 */
export function readPage({ text, path }: Source): PageParts {
	const parser = path.endsWith('.mdx') ? markdown().use(remarkMdx) : markdown();
	const found: Found = {
		imports: [],
		declared: new Set(),
		names: [],
		tags: [],
		links: [],
		images: [],
		slips: [],
		ids: new Set(),
		slugger: new Slugger(),
		isOpen: false,
		definitions: new Map(),
		references: [],
	};
	collect(parser.use(remarkShallow, { root: '' }).parse({ path, value: text }), found);
	collectReferences(found);
	const hasBlocks = found.imports.some(({ from }) => /^[#./]/.test(from));
	return { ...found, ids: hasBlocks || found.isOpen ? undefined : found.ids };
}

function collect(part: object, found: Found): void {
	if (!isPart(part)) return;
	if (part.type === 'definition') found.definitions.set(part.identifier, part);
	else if (part.type === 'imageReference') found.references.push(part);
	else if (typeof part.url === 'string') collectUrl(part, part.url, found);
	collectSlips(part, found);
	if (part.type === 'heading') collectHeading(part, found);
	if (part.type === 'html') {
		for (const element of readHtml(part)) collectElement(element, found);
	}
	if (part.type.startsWith('mdxJsx') && part.type.endsWith('Element')) collectTag(part, found);
	const program = programOf(part);
	if (program) readCode(program, found);
	for (const { child } of partsOf(part)) collect(child, found);
}

function collectUrl(part: TreePart, url: string, found: Found): void {
	const line = lineOf(part);
	// A picture is a file beside the page's, from where its own address may be another folder.
	const isBeside = part.type === 'image' && !/^(\/|#|[a-z][a-z\d+.-]*:)/i.test(url);
	(isBeside ? found.images : found.links).push({ address: url, line });
	collectAddress(url, line, part.type === 'image', found.slips);
}

/** A definition is what those who name it are: pictures or links. */
function collectReferences(found: Found): void {
	const { definitions, references } = found;
	for (const { identifier, ...part } of references) {
		const url = definitions.get(identifier)?.url;
		if (typeof url === 'string') collect({ ...part, type: 'image', url }, found);
	}
	const pictures = new Set(references.map(({ identifier }) => identifier));
	for (const [identifier, part] of definitions) {
		if (!pictures.has(identifier)) collectUrl(part, String(part.url), found);
	}
}

/**
 * What other makers of sites and wikis understand: shortcodes, their boxes, `[[links]]`, `{#ids}`, formulas. And what
 * is no Markdown where it is: `[^1]` without a note, `**` beside the signs of some languages.
 */
const foreign =
	/\{\{.*?\}\}|\{% .*?%\}|\{[#:][^}]*\}|!?\[\[(?:.+?\]\]|$)|^:{3,} ?\w.*|^(?:!!!|\?{3}\+?|===) .+|^--8<-- .+|^\$\$.*|(?<![\p{L}\p{N}$])\$[\p{L}\\(](?:[^$\n]*[^$\s])?\$(?![\p{L}\p{N}])|\[\^[^\]\s]+\]|\*\*[^*\n]+\*\*/gmu;

function collectSlips(part: TreePart, { slips }: Found): void {
	const line = lineOf(part);
	if (part.type === 'text') {
		const text = String(part.value);
		for (const { 0: written, index } of text.matchAll(foreign)) {
			const kind = written.startsWith(':::') ? 'aside' : 'foreign';
			slips.push(slip(kind, written, line + text.slice(0, index).split('\n').length - 1));
		}
	}
	if (part.type === 'heading' && part.depth === 1) slips.push(slip('title', '', line));
	if (part.type === 'image' && !part.alt) slips.push(slip('picture', String(part.url), line));
	const name = part.type === 'containerDirective' ? String(part.name) : 'note';
	if (!/^(note|tip|caution|danger)$/.test(name)) slips.push(slip('aside', `:::${name}`, line));
	// As GitLab has it.
	const [alert] = part.type === 'blockquote' ? (/^\[!\w+\]/.exec(textOf(part) ?? '') ?? []) : [];
	if (alert !== undefined) slips.push(slip('aside', `> ${alert}`, line));
}

/** @param isShown Whether it is that of a picture, a frame or a film. */
function collectAddress(text: string, line: number, isShown: boolean, slips: Found['slips']) {
	if (isShown && /^\s*(https?:)?\/\//i.test(text)) slips.push(slip('outside', text, line));
	// `npm start` serves on that port.
	if (/^\s*(javascript:|vbscript:|file:|[a-z]:|https?:\/\/localhost:4321\b)/i.test(text)) {
		slips.push(slip('closed', text, line));
	}
}

function collectHeading(heading: TreePart, found: Found): void {
	const text = textOf(heading);
	// Dashes are set later, and the rest is only known when it is rendered.
	if (text === undefined || text.includes('--')) found.isOpen = true;
	else found.ids.add(found.slugger.slug(text));
}

function textOf(part: TreePart): string | undefined {
	if (/^(mdx\w*Expression|textDirective|html)$/.test(part.type)) return undefined;
	if (typeof part.value === 'string') return part.value;
	const texts = partsOf(part).map(({ key, child }) => (key === 'children' ? textOf(child) : ''));
	return texts.includes(undefined) ? undefined : texts.join('');
}

function collectTag(tag: TreePart, found: Found): void {
	const element = readTag(tag);
	collectElement(element, found);
	const [name = ''] = element.name.split('.');
	if (!/^\p{Lu}/u.test(name)) return;
	const attributes = new Map(element.attributes.map(({ key, value }) => [key, value]));
	found.tags.push({
		name,
		attributes: element.isWhole ? attributes : undefined,
		line: element.line,
	});
}

function collectElement(element: PageElement, { ids, links, slips }: Found): void {
	const { name, attributes, isWhole, line } = element;
	for (const { key, value, line: at } of attributes) {
		if (value === undefined) continue;
		if (key === 'id') ids.add(value);
		if (!/^(href|src|poster)$/.test(key)) continue;
		links.push({ address: value, line: at });
		// A script is refused by what it is.
		collectAddress(value, at, key !== 'href' && name !== 'script', slips);
	}
	if (name === 'img' && isWhole && !attributes.some(({ key }) => key === 'alt')) {
		slips.push(slip('picture', attributes.find(({ key }) => key === 'src')?.value ?? '', line));
	}
}

/** The code of an expression, an import, or an attribute in braces. */
function programOf({ data }: TreePart): TreePart | undefined {
	if (typeof data !== 'object' || data === null || !('estree' in data)) return undefined;
	return isPart(data.estree) ? data.estree : undefined;
}

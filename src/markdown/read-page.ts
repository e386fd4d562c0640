import Slugger from 'github-slugger';
import { remark } from 'remark';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import type { PageParts } from '#core/publish/pages/page-parts.ts';
import { slip } from '#core/publish/pages/slips.ts';
import { isPart, partsOf, readCode, type PageCode, type TreePart } from './page-code.ts';
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
	};
	collect(parser.use(remarkShallow, { root: '' }).parse({ path, value: text }), found);
	const hasBlocks = found.imports.some(({ from }) => /^[#./]/.test(from));
	return { ...found, ids: hasBlocks || found.isOpen ? undefined : found.ids };
}

function collect(part: object, found: Found): void {
	if (!isPart(part)) return;
	const line = lineOf(part);
	if (typeof part.url === 'string') {
		// A picture is a file beside the page's, from where its own address may be another folder.
		const isBeside = part.type === 'image' && !/^(\/|#|[a-z][a-z\d+.-]*:)/i.test(part.url);
		(isBeside ? found.images : found.links).push({ address: part.url, line });
		collectAddress(part.url, line, part.type === 'image', found);
	}
	collectSlips(part, found);
	if (part.type === 'heading') collectHeading(part, found);
	if (part.type === 'html') collectHtml(String(part.value), found);
	if (part.type.startsWith('mdxJsx') && part.type.endsWith('Element')) collectTag(part, found);
	const program = programOf(part);
	if (program) readCode(program, found);
	for (const { child } of partsOf(part)) collect(child, found);
}

function collectSlips(part: TreePart, { slips }: Found): void {
	const line = lineOf(part);
	if (part.type === 'heading' && part.depth === 1) slips.push(slip('title', '', line));
	if (part.type === 'image' && !part.alt) slips.push(slip('picture', String(part.url), line));
	const name = part.type === 'containerDirective' ? String(part.name) : 'note';
	if (!/^(note|tip|caution|danger)$/.test(name)) slips.push(slip('aside', `:::${name}`, line));
	// As GitLab has it.
	const [alert] = part.type === 'blockquote' ? (/^\[!\w+\]/.exec(textOf(part) ?? '') ?? []) : [];
	if (alert !== undefined) slips.push(slip('aside', `> ${alert}`, line));
}

/** @param isShown Whether it is that of a picture, a frame or a film. */
function collectAddress(text: string, line: number, isShown: boolean, { slips }: Found): void {
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
	const attributes = new Map<string, string | undefined>();
	let isWhole = true;
	for (const { key, child } of partsOf(tag)) {
		if (key !== 'attributes') continue;
		if (child.type !== 'mdxJsxAttribute') isWhole = false;
		const value = typeof child.value === 'string' ? child.value : undefined;
		const name = String(child.name);
		attributes.set(name, value);
		if (value === undefined) continue;
		if (name === 'id') found.ids.add(value);
		if (name === 'href' || name === 'src') {
			const at = lineOf(child);
			found.links.push({ address: value, line: at });
			// A script is refused by what it is.
			collectAddress(value, at, name === 'src' && tag.name !== 'script', found);
		}
	}
	if (tag.name === 'img' && isWhole && !attributes.has('alt')) {
		found.slips.push(slip('picture', attributes.get('src') ?? '', lineOf(tag)));
	}
	const [name = ''] = typeof tag.name === 'string' ? tag.name.split('.') : [];
	if (!/^\p{Lu}/u.test(name)) return;
	found.tags.push({ name, attributes: isWhole ? attributes : undefined, line: lineOf(tag) });
}

/** Markdown, unlike MDX, keeps HTML as text. */
function collectHtml(html: string, found: Found): void {
	for (const [, id = ''] of html.matchAll(/\sid="([^"]*)"/g)) found.ids.add(id);
}

/** The code of an expression, an import, or an attribute in braces. */
function programOf({ data }: TreePart): TreePart | undefined {
	if (typeof data !== 'object' || data === null || !('estree' in data)) return undefined;
	return isPart(data.estree) ? data.estree : undefined;
}

import type { HtmlElement, HtmlNode } from './html-tree.ts';
import { inLine, longestRun, writeLine } from './markdown-line.ts';
import { writeTable } from './markdown-table.ts';

interface Block {
	/** Lists are told apart: one that follows another of its kind would be part of it. */
	kind: 'text' | 'ul' | 'ol';
	markdown: string;
}

/** Writes nodes as Markdown, one block after the other. */
export function writeMarkdown(nodes: readonly HtmlNode[]): string {
	return joinBlocks(toBlocks(nodes));
}

function joinBlocks(blocks: readonly Block[]): string {
	return blocks.map(({ markdown }) => markdown).join('\n\n');
}

function toBlocks(nodes: readonly HtmlNode[]): Block[] {
	const blocks: Block[] = [];
	let line: HtmlNode[] = [];
	const endLine = () => {
		const markdown = writeLine(line, { kind: 'text' });
		if (markdown !== '') blocks.push({ kind: 'text', markdown });
		line = [];
	};
	for (const node of nodes) {
		if (typeof node === 'string' || inLine.has(node.tag)) {
			line.push(node);
			continue;
		}
		endLine();
		blocks.push(...writeBlock(node, blocks.at(-1)).filter(({ markdown }) => markdown !== ''));
	}
	endLine();
	return blocks;
}

/** @param previous What it follows. */
function writeBlock(element: HtmlElement, previous: Block | undefined): Block[] {
	const { tag, children } = element;
	const [, level] = /^h([1-6])$/.exec(tag) ?? [];
	if (level !== undefined) return [text(writeHeading(children, Number(level)))];
	switch (tag) {
		case 'p':
		case 'summary':
			return [text(writeLine(children, { kind: 'text' }))];
		case 'blockquote':
			return [text(writeMarkdown(children).replaceAll(/^(?=(.?))/gm, quote))];
		case 'pre':
			return [text(writeCode(element))];
		case 'table':
			return [text(writeTable(element))];
		case 'hr':
			return [text('---')];
		case 'ul':
		case 'ol': {
			const items = elementsIn(children).map((item) => toBlocks([...item.children]));
			return [writeList(items, { tag, previous, start: Number(element.attributes.start ?? 1) })];
		}
		case 'dl':
			return [writeList(toEntries(children), { tag: 'ul', previous })];
		default:
			return toBlocks(children);
	}
}

function text(markdown: string): Block {
	return { kind: 'text', markdown };
}

function quote(_: string, first: string): string {
	return first === '' ? '>' : '> ';
}

function writeHeading(children: readonly HtmlNode[], level: number): string {
	const words = writeLine(children, { kind: 'heading' }).replace(/#$/, '\\#');
	return words === '' ? '' : `${'#'.repeat(level)} ${words}`;
}

interface ListKind {
	tag: 'ul' | 'ol';
	previous: Block | undefined;
	start?: number;
}

function writeList(items: readonly Block[][], { tag, previous, start = 1 }: ListKind): Block {
	const isOther = previous?.kind === tag && /^(-|\d+\.)/.test(previous.markdown);
	const written = items.map((blocks, index) => {
		const mark =
			tag === 'ul' ? (isOther ? '*' : '-') : `${String(start + index)}${isOther ? ')' : '.'}`;
		const indent = ' '.repeat(mark.length + 1);
		return `${mark} ${joinItem(blocks).replaceAll(/\n(?=.)/g, `\n${indent}`)}`.trimEnd();
	});
	const isLoose = items.some(
		(blocks) => joinItem(blocks) === joinBlocks(blocks) && blocks.length > 1,
	);
	return { kind: tag, markdown: written.join(isLoose ? '\n\n' : '\n') };
}

/** A line and the list below it are close together. */
function joinItem(blocks: readonly Block[]): string {
	const [first, second] = blocks;
	const isClose = blocks.length === 2 && first?.kind === 'text' && second?.kind !== 'text';
	return isClose ? `${first.markdown}\n${second?.markdown ?? ''}` : joinBlocks(blocks);
}

/** Each term of a list of definitions with what is said of it. */
function toEntries(children: readonly HtmlNode[]): Block[][] {
	const entries: Block[][] = [];
	let isSaid = true;
	const parts = elementsIn(children).flatMap((child) =>
		child.tag === 'div' ? elementsIn(child.children) : child,
	);
	for (const part of parts) {
		const isTerm = part.tag === 'dt';
		if (isTerm && isSaid) entries.push([]);
		entries.at(-1)?.push(...toBlocks(part.children));
		isSaid = !isTerm;
	}
	return entries;
}

/** A block of code. Each of its lines may be an element. */
function writeCode({ attributes, children }: HtmlElement): string {
	const code = linesOf(children).replace(/\n+$/, '');
	const fence = '`'.repeat(Math.max(3, longestRun(code) + 1));
	const [language = ''] = /^[\w+#.-]+$/.exec(attributes['data-language'] ?? '') ?? [];
	return `${fence}${language}\n${code}\n${fence}`;
}

function linesOf(nodes: readonly HtmlNode[]): string {
	let lines = '';
	for (const node of nodes) {
		if (typeof node === 'string') lines += node;
		else if (node.tag === 'br') lines += '\n';
		else if (node.tag === 'div') lines = endLine(lines) + endLine(linesOf(node.children));
		else lines += linesOf(node.children);
	}
	return lines;
}

function endLine(lines: string): string {
	return lines === '' || lines.endsWith('\n') ? lines : `${lines}\n`;
}

function elementsIn(nodes: readonly HtmlNode[]): HtmlElement[] {
	return nodes.filter((node) => typeof node !== 'string');
}

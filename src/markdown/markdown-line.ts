import { escapeAddress, escapeMarkdown, escapePipes } from './escape-markdown.ts';
import { textOf, type HtmlElement, type HtmlNode } from './html-tree.ts';

const emphasis: Readonly<Record<string, string>> = {
	b: '**',
	del: '~~',
	em: '*',
	i: '*',
	s: '~~',
	strong: '**',
};
const code = new Set(['code', 'kbd', 'samp']);

/** Elements that are part of a line of text. All others have lines of their own, or mean nothing in Markdown. */
export const inLine: ReadonlySet<string> = new Set([
	...Object.keys(emphasis),
	...code,
	'a',
	'br',
	'img',
	'q',
	'small',
]);

export interface LinePlace {
	/** A line of its own, a cell of a table, or a heading: in the last two nothing breaks it. */
	kind: 'text' | 'cell' | 'heading';
	isLinked?: boolean;
	/** It's inside another line. */
	isPart?: boolean;
}

const spaces = /[\t\n\v\f\r ]+/g;

/** Writes nodes on one line of Markdown. What stood on lines of its own is set apart by spaces. */
export function writeLine(nodes: readonly HtmlNode[], place: LinePlace): string {
	const line = new Line(place);
	line.addAll(nodes);
	return place.isPart ? line.end() : line.end().trim();
}

class Line {
	#written = '';
	/** What is not escaped yet: whether a sign acts depends on what comes beside it. */
	#text = '';
	readonly #place: LinePlace;

	constructor(place: LinePlace) {
		this.#place = place;
	}

	addAll(nodes: readonly HtmlNode[]): void {
		for (const node of nodes) {
			if (typeof node === 'string') this.#text += node;
			else this.#add(node);
		}
	}

	end(): string {
		const text = this.#text.replaceAll(spaces, ' ');
		const isSpaced = this.#written === '' ? !this.#place.isPart : /\s$/.test(this.#written);
		this.#written += escapeMarkdown(isSpaced ? text.trimStart() : text, {
			isFirst: this.#isFirst,
			isLinked: this.#place.isLinked === true,
			isInCell: this.#place.kind === 'cell',
		});
		this.#text = '';
		return this.#written;
	}

	get #isFirst(): boolean {
		const { kind, isPart } = this.#place;
		return kind === 'text' && !isPart && (this.#written === '' || this.#written.endsWith('\n'));
	}

	#add({ tag, attributes, children }: HtmlElement): void {
		const mark = emphasis[tag];
		if (mark !== undefined) this.#addMarked(this.#write(children), mark, mark);
		else if (code.has(tag)) this.#addCode(textOf(children).replaceAll(spaces, ' ').trim());
		else if (tag === 'a') this.#addLink(children, attributes.href ?? '');
		else if (tag === 'img') this.#addImage(attributes);
		else if (tag === 'br') this.#break();
		else if (tag === 'q') this.addAll(['"', ...children, '"']);
		else if (tag === 'small' && this.#place.kind !== 'cell') this.addAll(children);
		else this.addAll([' ', ...children, ' ']);
	}

	#write(children: readonly HtmlNode[], isLinked = this.#place.isLinked === true): string {
		return writeLine(children, { kind: this.#place.kind, isLinked, isPart: true });
	}

	/** Signs act only beside what they hold, so spaces go outside. */
	#addMarked(content: string, start: string, end: string): void {
		const held = content.trim();
		if (content.startsWith(' ')) this.#text += ' ';
		if (held !== '') this.#addWritten(start + held + end);
		if (content.endsWith(' ')) this.#text += ' ';
	}

	#addLink(children: readonly HtmlNode[], href: string): void {
		if (this.#place.isLinked) this.addAll(children);
		else this.#addMarked(this.#write(children, true), '[', `](${this.#fit(escapeAddress(href))})`);
	}

	#addImage({ alt = '', src = '' }: HtmlElement['attributes']): void {
		const words = this.#write([alt], true).trim();
		this.#addWritten(`![${words}](${this.#fit(escapeAddress(src))})`);
	}

	#addCode(value: string): void {
		if (value === '') return;
		if (this.#place.kind === 'cell' && value.includes('\\|')) {
			// In code nothing can be escaped, and here the pipe would have to be.
			this.#text += value;
			return;
		}
		const fence = '`'.repeat(longestRun(value) + 1);
		const pad = value.startsWith('`') || value.endsWith('`') ? ' ' : '';
		this.#addWritten(this.#fit(fence + pad + value + pad + fence));
	}

	#break(): void {
		if (this.#place.kind === 'text') this.#written = `${this.end().trimEnd()}\\\n`;
		else this.#text += ' ';
	}

	#addWritten(markdown: string): void {
		this.#written = this.end() + markdown;
	}

	#fit(markdown: string): string {
		return this.#place.kind === 'cell' ? escapePipes(markdown) : markdown;
	}
}

/** Of the runs of backticks in a text, the length of the longest. */
export function longestRun(text: string): number {
	return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}

import type { Element, Nodes } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { select, selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import { parse } from 'parse5';

/** A rendered page, read as a browser reads it. */
export class Page {
	/** Below the base path: `/`, `/projects/`, `/404.html`. */
	readonly path: string;
	readonly html: string;
	#parsed: Nodes | undefined;
	#text: string | undefined;

	constructor(path: string, html: string) {
		this.path = path;
		this.html = html;
	}

	/**
	 * Most tests look at few pages of a site, and to parse all takes seconds: twice as many with
	 * `hast-util-from-html`, which notes where each element stands.
	 */
	get #root(): Nodes {
		return (this.#parsed ??= fromParse5(parse(this.html, { scriptingEnabled: false })));
	}

	all(selector: string): Element[] {
		return selectAll(selector, this.#root);
	}

	/** @throws when there is none: then the test asks for a page that is made otherwise. */
	first(selector: string): Element {
		return firstIn(this.#root, selector);
	}

	/** What a reader sees of the page without the chrome around it. */
	get text(): string {
		return (this.#text ??= textOf(this.first('main')));
	}

	/** What a reader sees of all of the page, its title first, a line for each block. */
	get lines(): string[] {
		return [textOf(this.first('title')), ...toText(this.first('body')).split('\n')]
			.map((line) => line.replace(/\s+/g, ' ').trim())
			.filter(Boolean);
	}

	/** What only some readers hear or see: names, titles, descriptions. */
	get attributes(): string[] {
		const names = ['ariaLabel', 'title', 'alt', 'content', 'label', 'placeholder'];
		return this.all('*').flatMap((element) =>
			names.flatMap((name) => attributeOf(element, name) ?? []),
		);
	}

	/** Text of each cell of the body's rows, of all tables that match. */
	rows(table: string): string[][] {
		return this.all(`${table} tbody tr`).map(cellsOf);
	}

	/** The same of the table with this caption. */
	rowsOf(caption: string): string[][] {
		const table = this.all('table').find((one) => textOf(firstIn(one, 'caption')) === caption);
		return table ? selectAll('tbody tr', table).map(cellsOf) : [];
	}
}

function cellsOf(row: Element): string[] {
	return selectAll('th, td', row).map(textOf);
}

export function firstIn(node: Nodes, selector: string): Element {
	const element = select(selector, node);
	if (!element) throw new Error(`There is no ${selector}.`);
	return element;
}

export function allIn(node: Element, selector: string): Element[] {
	return selectAll(selector, node);
}

/** With single spaces, whatever parts it has. */
export function textOf(node: Element): string {
	return toText(node).replace(/\s+/g, ' ').trim();
}

/** `null`: the element has no such attribute. The name is hast's: `dateTime`, `href`, `dataState`. */
export function attributeOf(node: Element, name: string): string | null {
	const value = node.properties[name];
	return value === null || value === undefined ? null : String(value);
}

/** Where a link or the first link within an element leads. */
export function hrefOf(node: Element): string {
	const link = node.tagName === 'a' ? node : firstIn(node, 'a');
	return attributeOf(link, 'href') ?? '';
}

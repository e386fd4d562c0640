import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { expect, test } from 'vitest';
import { escapeHtml } from '#core/base/escape-html.ts';
import { pageToMarkdown } from '#markdown/page-to-markdown.ts';

const reader = remark().use(remarkGfm);
const seed = 20261123;

/** All that means something in Markdown, alone and as it is used. */
const signs = [
	...'\\ ` * _ ~ [ ] ( ) < > ! & # : ; + - = | . @ " \' / { } ^ $ a b 1 é'.split(/ /),
	...[' ', '\n', '\t', 'http://', 'www.', '&amp;', '&#39;', '<b>', '1.', ']:', '[^a]', '[ ] '],
	...['```', '<!--', 'a@b.c'],
];
const texts = fc
	.array(fc.constantFrom(...signs), { minLength: 1, maxLength: 14 })
	.map((parts) => parts.join(''))
	.filter((text) => text.trim() !== '');

type Shape = string | { type: string; holds: string | Shape[] };

const of = (type: string, ...holds: Shape[]): Shape => ({ type, holds });

/** What a reader of Markdown makes of it: types, and texts. An address that stands there as such is text. */
function shapeOf(node: Nodes): Shape {
	if (node.type === 'text') return node.value;
	if (!('children' in node)) return of(node.type, ...('value' in node ? [node.value] : []));
	const shapes = node.children.map(shapeOf);
	const [text] = shapes;
	const isBare = node.type === 'link' && !node.url.startsWith('/') && typeof text === 'string';
	return isBare ? text : of(node.type, ...shapes.reduce<Shape[]>(join, []));
}

function join(shapes: Shape[], next: Shape): Shape[] {
	const last = shapes.at(-1);
	return typeof last === 'string' && typeof next === 'string'
		? [...shapes.slice(0, -1), last + next]
		: [...shapes, next];
}

const paragraph = (...shapes: Shape[]) => of('paragraph', ...shapes);
const table = (shape: Shape) => of('table', of('tableRow', of('tableCell', shape)));

test.each<[string, (text: string) => string, (text: string) => Shape]>([
	['a paragraph', (text) => `<p>${text}</p>`, paragraph],
	['a heading', (text) => `<h2>${text}</h2>`, (text) => of('heading', text)],
	[
		'an item of a list',
		(text) => `<ul><li>${text}</li></ul>`,
		(text) => of('list', of('listItem', paragraph(text))),
	],
	['a cell', (text) => `<table><tr><th>${text}</th></tr></table>`, table],
	['a link', (text) => `<p><a href="/x/">${text}</a></p>`, (text) => paragraph(of('link', text))],
	['an address', (text) => `<p><a href="/${text}">x</a></p>`, () => paragraph(of('link', 'x'))],
	[
		'an address in a cell',
		(text) => `<table><tr><th><a href="/${text}">x</a></th></tr></table>`,
		() => table(of('link', 'x')),
	],
	['code', (text) => `<p><code>${text}</code></p>`, (text) => paragraph(of('inlineCode', text))],
	[
		'words that stand out',
		(text) => `<p>a <strong>${text}</strong> b</p>`,
		(text) => paragraph('a ', of('strong', text), ' b'),
	],
	[
		'text after a link',
		(text) => `<p><a href="/x/">a</a>, ${text}</p>`,
		(text) => paragraph(of('link', 'a'), `, ${text}`),
	],
	[
		'a line below another',
		(text) => `<p>a<br>${text}</p>`,
		(text) => paragraph('a', of('break'), text),
	],
])('no sign of Markdown acts in %s', (_, toHtml, expected) => {
	fc.assert(
		fc.property(texts, (text) => {
			const markdown = pageToMarkdown(`<main>${toHtml(escapeHtml(text))}</main>`, '/') ?? '';
			const line = text.replaceAll(/\s+/g, ' ').trim();
			expect(shapeOf(reader.parse(markdown)), markdown).toEqual(of('root', expected(line)));
		}),
		{ numRuns: 150, seed },
	);
});

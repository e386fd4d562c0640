import { expect, test } from 'vitest';
import { rehypeBasePath } from '#markdown/rehype-base-path.ts';
import { render } from './render.ts';

test.each([
	{ reason: 'a page', href: '/projects/', expected: '/docs/projects/' },
	{ reason: 'the first page', href: '/', expected: '/docs/' },
	{ reason: 'a part of a page', href: '/projects/#helper', expected: '/docs/projects/#helper' },
	{ reason: 'this page', href: '#helper', expected: '#helper' },
	{ reason: 'a neighbour', href: '../roadmap/', expected: '../roadmap/' },
	{ reason: 'another host', href: 'https://example.org/a', expected: 'https://example.org/a' },
	{ reason: 'another host, same scheme', href: '//example.org/a', expected: '//example.org/a' },
])('a link to $reason', async ({ href, expected }) => {
	expect(await render(`[x](${href})`, [[rehypeBasePath, { base: '/docs' }]])).toBe(
		`<p><a href="${expected}">x</a></p>`,
	);
});

test('an image', async () => {
	const html = await render('![x](/a.svg)', [[rehypeBasePath, { base: '/docs/' }]]);
	expect(html).toContain('src="/docs/a.svg"');
});

test('nothing changes at the root of a host', async () => {
	expect(await render('[x](/a/)', [[rehypeBasePath, { base: '/' }]])).toContain('href="/a/"');
});

test('tags and components of MDX, but not their other attributes and expressions', () => {
	const attributes = [
		{ type: 'mdxJsxAttribute', name: 'href', value: '/roadmap/' },
		{ type: 'mdxJsxAttribute', name: 'title', value: '/roadmap/' },
		{ type: 'mdxJsxAttribute', name: 'poster', value: '/a.png' },
		{ type: 'mdxJsxAttribute', name: 'src', value: { type: 'mdxJsxAttributeValueExpression' } },
		{ type: 'mdxJsxExpressionAttribute', value: '...props' },
	];
	const tree = {
		type: 'root',
		children: [{ type: 'mdxJsxFlowElement', name: 'Door', attributes, children: [] }],
	};
	// Called as unified does; the tree is MDX's, which hast's types do not know.
	const transform = rehypeBasePath.call({} as never, { base: '/docs' });
	(transform as (tree: unknown) => void)(tree);
	expect(attributes.map(({ value }) => value)).toEqual([
		'/docs/roadmap/',
		'/roadmap/',
		'/docs/a.png',
		{ type: 'mdxJsxAttributeValueExpression' },
		'...props',
	]);
});

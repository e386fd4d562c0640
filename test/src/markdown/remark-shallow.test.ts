import { describe, expect, test } from 'vitest';
import { mostLevels } from '#core/base/nesting.ts';
import { remarkShallow } from '#markdown/remark-shallow.ts';
import { compileMdx } from './mdx.ts';

const compile = (mdx: string) => compileMdx(mdx, [[remarkShallow, { root: '' }]]);
const lines = (count: number, lineAt: (index: number) => string) =>
	Array.from({ length: count }, (_, index) => lineAt(index)).join('\n');

const shapes: { why: string; deep: (levels: number) => string; line: number | string }[] = [
	{
		why: 'a list in a list, each on its line',
		deep: (levels) => `\n${lines(levels, (index) => `${'  '.repeat(index)}- a`)}`,
		line: mostLevels + 2,
	},
	{
		why: 'a numbered list in a list',
		deep: (levels) => lines(levels, (index) => `${'   '.repeat(index)}1. a`),
		line: mostLevels + 1,
	},
	{
		why: 'by tabs',
		deep: (levels) => lines(levels, (index) => `${'\t'.repeat(index)}- a`),
		line: mostLevels + 1,
	},
	{
		why: 'a list in a quote',
		deep: (levels) => lines(levels, (index) => `> ${'  '.repeat(index)}- a`),
		line: mostLevels,
	},
	{ why: 'lists on one line', deep: (levels) => `${'- '.repeat(levels)}a`, line: 1 },
	{ why: 'quotes', deep: (levels) => `a\n\n${'> '.repeat(levels)}a`, line: 3 },
	{ why: 'quotes and lists', deep: (levels) => `${'> - '.repeat(levels)}a`, line: 1 },
	{
		why: 'tags, each on its line',
		deep: (levels) => `${'<div>\n'.repeat(levels)}a\n${'</div>\n'.repeat(levels)}`,
		line: mostLevels + 1,
	},
	{
		why: 'tags in a line',
		deep: (levels) => `a ${'<b>'.repeat(levels)}a${'</b>'.repeat(levels)}`,
		line: 1,
	},
	{
		why: 'emphasis',
		deep: (levels) => `${'**a '.repeat(levels)}b${' a**'.repeat(levels)}`,
		line: 1,
	},
	{
		why: 'brackets of an expression',
		deep: (levels) => `a\n\n{${'['.repeat(levels)}${']'.repeat(levels)}}`,
		line: 3,
	},
	{
		why: 'brackets of an attribute',
		deep: (levels) => `<A b={${'['.repeat(levels)}${']'.repeat(levels)}} />`,
		line: 1,
	},
	{
		why: 'an export',
		deep: (levels) => `export const a = ${'['.repeat(levels)}${']'.repeat(levels)}`,
		line: 1,
	},
	{
		why: 'tags of an expression',
		deep: (levels) => `{${'<b>{'.repeat(levels)}1${'}</b>'.repeat(levels)}}`,
		line: 1,
	},
];

describe('a page that is nested too deeply is refused with file, line and what to do', () => {
	test.each(shapes)('$why', async ({ deep, line }) => {
		const refusal = compile(deep(400));
		await expect(refusal).rejects.toThrow(
			new RegExp(
				`^/?page\\.mdx is nested too deeply\\.\n✖ .* \\(line ${String(line)}\\)\\. Expected at most ${String(mostLevels)}\\.\nClose what is open`,
			),
		);
		await expect(refusal).rejects.toMatchObject({ cause: { name: 'InvalidDataError' } });
	});

	test.each([
		{ why: 'of an expression', mdx: `a\n\n{${'['.repeat(9000)}${']'.repeat(9000)}}`, line: 3 },
		{
			why: 'of an export',
			mdx: `export const a = ${'['.repeat(9000)}${']'.repeat(9000)}`,
			line: 1,
		},
	])('so many brackets $why that their parser overflows', async ({ mdx, line }) => {
		await expect(compile(mdx)).rejects.toThrow(`(line ${String(line)})`);
	});
});

describe('what may look like it is not refused', () => {
	test.each(shapes)('twenty levels of $why', async ({ deep }) => {
		await expect(compile(deep(20))).resolves.toBeTypeOf('string');
	});

	test.each([
		{ why: 'a long list', mdx: '- a\n'.repeat(500) },
		{ why: 'items with space between them', mdx: '- a\n\n'.repeat(100) },
		{ why: 'many quotes', mdx: '> a\n\n'.repeat(100) },
		{ why: 'a line across', mdx: `a\n\n${'- '.repeat(99)}-\n\n${'* '.repeat(99)}*` },
		{
			why: 'a code sample',
			mdx: `\`\`\`yaml\n${'- '.repeat(99)}a\n${'> '.repeat(99)}\n\`\`\`\n\n- a`,
		},
		{ why: 'a code sample in a list', mdx: `- a\n  ~~~\n  ${'- '.repeat(99)}a\n  ~~~\n- b` },
		{ why: 'a long sum', mdx: `{${'1 + '.repeat(99)}1}` },
		{ why: 'many brackets', mdx: `${'['.repeat(200)}a${']'.repeat(200)}` },
	])('$why', async ({ mdx }) => {
		await expect(compile(mdx)).resolves.toBeTypeOf('string');
	});

	test('what is wrong for another reason is said as before', async () => {
		await expect(compile('a {1 2}')).rejects.toThrow(/acorn/);
	});
});

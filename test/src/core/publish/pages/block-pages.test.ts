import { describe, expect, test } from 'vitest';
import { findBlockPages } from '#core/publish/pages/block-pages.ts';

const uses = (block: string, name = block) =>
	`import ${name} from '#blocks/${block}.astro';\n\n<${name} />\n`;

describe('the page of a block', () => {
	const pageOf = (block: string, pages: Record<string, string>) =>
		findBlockPages(
			Object.entries(pages).map(([path, text]) => ({ title: path, path: `/${path}/`, text })),
		).get(block)?.path;

	test.each([
		{ pages: { 'team/people': uses('People') }, path: '/team/people/', why: 'it uses it' },
		{ pages: { crew: uses('People', 'Crew') }, path: '/crew/', why: 'whatever it calls it' },
		{
			pages: { 'work/a': uses('People'), team: uses('People'), 'a/b/c': uses('People') },
			path: '/team/',
			why: 'the shortest address counts',
		},
		{
			pages: { b: uses('People'), a: uses('People') },
			path: '/a/',
			why: 'of equally long ones the first',
		},
		{
			pages: { team: "import People from '#blocks/People.astro';\n" },
			path: undefined,
			why: 'an import alone shows nothing',
		},
		{
			pages: { about: `How to show people:\n\n\`\`\`mdx\n${uses('People')}\`\`\`\n` },
			path: undefined,
			why: 'an example is no use',
		},
		{ pages: { team: uses('PeopleTable') }, path: undefined, why: 'another block' },
	])('is $path: $why', ({ pages, path }) => {
		expect(pageOf('People', pages)).toBe(path);
	});
});

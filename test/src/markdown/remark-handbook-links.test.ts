import { unified } from '@astrojs/markdown-remark';
import { expect, test } from 'vitest';
import { rehypeBasePath } from '#markdown/rehype-base-path.ts';
import { remarkHandbookLinks } from '#markdown/remark-handbook-links.ts';
import { compileMdx } from './mdx.ts';

const companyHandbook = 'https://handbook.example.com/';

/** With a base path, as a site below one has it. */
async function render(markdown: string): Promise<string> {
	const processor = await unified({
		remarkPlugins: [[remarkHandbookLinks, { companyHandbook }]],
		rehypePlugins: [[rehypeBasePath, { base: '/docs' }]],
	}).createRenderer({});
	return (await processor.render(markdown)).code;
}

test.each([
	{
		reason: 'a page',
		href: '/handbook/values/',
		to: 'https://handbook.example.com/handbook/values/',
	},
	{
		reason: 'query and fragment',
		href: '/handbook/values/?a=1#results',
		to: 'https://handbook.example.com/handbook/values/?a=1#results',
	},
	{ reason: 'the first page', href: '/handbook/', to: 'https://handbook.example.com/handbook/' },
	{ reason: 'no slash', href: '/handbook', to: 'https://handbook.example.com/handbook' },
	{
		reason: 'a fragment alone',
		href: '/handbook#top',
		to: 'https://handbook.example.com/handbook#top',
	},
	{ reason: 'a page of this site', href: '/projects/', to: '/docs/projects/' },
	{ reason: 'a page that begins alike', href: '/handbooks/', to: '/docs/handbooks/' },
	{ reason: 'a page deeper down', href: '/work/handbook/', to: '/docs/work/handbook/' },
	{
		reason: 'another host',
		href: 'https://example.org/handbook/',
		to: 'https://example.org/handbook/',
	},
])('a link to $reason', async ({ href, to }) => {
	expect(await render(`[x](${href})`)).toBe(`<p><a href="${to}">x</a></p>`);
	expect(await render(`[x][y]\n\n[y]: ${href}`)).toBe(`<p><a href="${to}">x</a></p>`);
});

test('tags and components of MDX', async () => {
	const code = await compileMdx(
		'<LinkCard href="/handbook/values/" title="/handbook/" /> and <a href="/handbook/">x</a> <X href={y} {...z} />',
		[[remarkHandbookLinks, { companyHandbook }]],
	);
	expect(code).toContain('href: "https://handbook.example.com/handbook/values/"');
	expect(code).toContain('href: "https://handbook.example.com/handbook/"');
	expect(code).toContain('title: "/handbook/"');
});

test('without a company’s handbook the address is of this site', async () => {
	const processor = await unified({ remarkPlugins: [[remarkHandbookLinks, {}]] }).createRenderer(
		{},
	);
	expect((await processor.render('[x](/handbook/)')).code).toContain('href="/handbook/"');
});

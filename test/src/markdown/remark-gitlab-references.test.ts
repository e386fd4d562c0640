import fc from 'fast-check';
import { unified, type RemarkPlugin } from '@astrojs/markdown-remark';
import { describe, expect, test } from 'vitest';
import { toReferencePlaces } from '#core/publish/reference-targets.ts';
import { remarkGitlabReferences } from '#markdown/remark-gitlab-references.ts';
import { aMilestone, aSite } from '../../builders.ts';
import { compileMdx, starlightDirectives } from './mdx.ts';

const site = aSite({
	instance: 'https://g.example',
	references: { project: 'a/b', group: 'a' },
});
const rows = {
	milestones: [aMilestone({ title: '19.6', state: 'closed', webUrl: 'https://g.example/m/6' })],
	issues: [],
	'planning-issues': [],
	projects: [],
	consumers: [],
};
const places = toReferencePlaces({ site, projects: [] }, rows);
const withReferences = await unified({
	remarkPlugins: [[remarkGitlabReferences, places]],
}).createRenderer({});
const without = await unified().createRenderer({});

async function render(markdown: string): Promise<string> {
	return (await withReferences.render(markdown)).code;
}

const labels = 'https://g.example/groups/a/-/issues?label_name%5B%5D=';
const pill = (name: string) =>
	`<a href="${labels}${encodeURIComponent(name)}" class="label-pill">${pillParts(name)}</a>`;
const pillParts = (name: string) => {
	const end = name.lastIndexOf('::');
	if (end < 0) return `<span class="label-value">${name}</span>`;
	return `<span class="label-scope">${name.slice(0, end)}</span><span class="visually-hidden">::</span><span class="label-value">${name.slice(end + 2)}</span>`;
};
const issue = (iid: number) =>
	`<a href="https://g.example/a/b/-/issues/${String(iid)}">#${String(iid)}</a>`;

describe('a reference in prose becomes a link', () => {
	test.each([
		{ markdown: '~bug', html: pill('bug') },
		{ markdown: '~"team::api"', html: pill('team::api') },
		{ markdown: '~"a::b::c"', html: pill('a::b::c') },
		{ markdown: '**~bug**', html: `<strong>${pill('bug')}</strong>` },
		{ markdown: 'See #12, or #13.', html: `See ${issue(12)}, or ${issue(13)}.` },
		{
			markdown: '%19.6',
			html: '<a href="https://g.example/m/6" title="Milestone, closed">%19.6</a>',
		},
		{
			markdown: '%"Next releases"',
			html: '<a href="https://g.example/groups/a/-/milestones?state=all&#x26;search_title=Next+releases">%Next releases</a>',
		},
		{ markdown: '@a/reviewers', html: '<a href="https://g.example/a/reviewers">@a/reviewers</a>' },
		{ markdown: '&3', html: '<a href="https://g.example/groups/a/-/epics/3">&#x26;3</a>' },
	])('$markdown', async ({ markdown, html }) => {
		expect(await render(markdown)).toBe(`<p>${html}</p>`);
	});

	test('in lists, tables and quotes', async () => {
		expect(await render('- #12')).toContain(`<li>${issue(12)}</li>`);
		expect(await render('> #12')).toContain(issue(12));
		expect(await render('| ~"a::b" |\n| --- |\n| #12 |')).toContain(`<td>${issue(12)}</td>`);
	});
});

describe('code, links and tags that are links stay as they are', () => {
	test.each([
		'`~bug #12`',
		'```\n~bug #12\n```',
		'[~bug #12](https://example.org)',
		'[#12][x]\n\n[x]: https://example.org',
		'![@ada](https://example.org/a.png)',
		'<a href="https://example.org">#12</a>',
		'<kbd>#12</kbd>',
		'https://example.org/#9 and ada@example.org',
		'**C**#1 and `C`#1',
		'C#1, R&D, 100%, a~b and &#35;fff',
	])('%s', async (markdown) => {
		expect(await render(markdown)).toBe((await without.render(markdown)).code);
	});

	test('but not what stands beside them', async () => {
		const html = await render('<a href="https://example.org">#12</a> #13 `#14`');
		expect(html).toBe(`<p><a href="https://example.org">#12</a> ${issue(13)} <code>#14</code></p>`);
	});
});

describe('single tildes begin labels, and two strike out', () => {
	test.each([
		{ markdown: '~"a::b" ~"a::c"', html: `${pill('a::b')} ${pill('a::c')}` },
		{ markdown: '~"a::b"/~"a::c"', html: `${pill('a::b')}/${pill('a::c')}` },
		{ markdown: '~"a",~"b",~"c"', html: `${pill('a')},${pill('b')},${pill('c')}` },
		{ markdown: '**~"a",**~"b"', html: `<strong>${pill('a')},</strong>${pill('b')}` },
		{ markdown: '~bug and ~feature', html: `${pill('bug')} and ${pill('feature')}` },
		{ markdown: '~a~ b', html: '~a~ b' },
		{ markdown: '~~gone~~ ~bug', html: `<del>gone</del> ${pill('bug')}` },
		{ markdown: '~~*gone*~~', html: '<del><em>gone</em></del>' },
		{ markdown: '[~"a"/~"b"](x)', html: '<a href="x">~“a”/~“b”</a>' },
	])('$markdown', async ({ markdown, html }) => {
		expect(await render(markdown)).toBe(`<p>${html}</p>`);
	});
});

describe('a heading keeps its id, with and without references', () => {
	const headings = [
		'# The label ~"team::api"',
		'# ~"a::b::c" and ~bug’s #12, !45',
		'# %"Next 1-3 releases" of @a/reviewers & others',
		'# ~"a"/~"b" {x} ~a~b',
		'# `~bug` [#12](/x) R&D',
		'~"wrapped\nlabel"\n===',
	];

	test.each(headings)('%s', async (markdown) => {
		const [mine, theirs] = [await withReferences.render(markdown), await without.render(markdown)];
		expect(mine.metadata.headings.map(({ slug }) => slug)).toEqual(
			theirs.metadata.headings.map(({ slug }) => slug),
		);
	});

	test('and in MDX', async () => {
		const ids = async (options: Parameters<typeof compileMdx>[1]) =>
			(await compileMdx(headings.slice(0, 3).join('\n\n'), options)).match(/slug":\s*"[^"]+"/g);
		expect(await ids([[remarkGitlabReferences, places]])).toEqual(await ids([]));
		expect(await ids([])).toHaveLength(3);
	});

	test('a list of headings shows a label with its colons and without its sign', async () => {
		const { metadata } = await withReferences.render(headings[0]!);
		expect(metadata.headings[0]!.text).toBe('The label team::api');
	});
});

describe('in MDX', () => {
	const compile = (mdx: string) => compileMdx(mdx, [[remarkGitlabReferences, places]]);

	test('what components enclose has references, too', async () => {
		const code = await compile('<Card title="#11">See #12 and ~"a::b"/~"a::c".</Card>');
		expect(code).toContain('href: "https://g.example/a/b/-/issues/12"');
		expect(code).toContain(`href: "${labels}a%3A%3Ab"`);
		expect(code).toContain(`href: "${labels}a%3A%3Ac"`);
		expect(code).toContain('title: "#11"');
	});

	test.each([
		'<a href="https://example.org">#12</a>',
		'<LinkButton href="https://example.org">#12</LinkButton>',
		'<code>#12</code>',
		'{/* #12 */}',
		'{"#12"}',
		'<Card title="#12" />',
		'export const sign = "#12";',
	])('no link in %s', async (mdx) => {
		expect(await compile(mdx)).not.toContain('issues/12');
	});
});

describe('with Starlight’s directives', () => {
	// Starlight adds its plugins after those of the site.
	const compile = async (mdx: string) =>
		compileMdx(mdx, [[remarkGitlabReferences, places], await starlightDirectives()]);

	test('colons in a label’s name are no directive', async () => {
		const code = await compile('~"Dev:Create", ~"team::api" and x:y.');
		expect(code).toContain(`${labels}Dev%3ACreate`);
		expect(code).toContain(`${labels}team%3A%3Aapi`);
	});

	test('an aside has references, and its title, which is hidden from screen readers, has none', async () => {
		const code = await compile(':::note[About #11]\nSee #12.\n:::');
		expect(code).toContain('issues/12');
		expect(code).not.toContain('issues/11');
		expect(code).toContain('About #11');
	});
});

describe('whatever the text', () => {
	let planted = '';
	/** Puts a text into the tree as it is, past the parser. */
	const plant: RemarkPlugin = () => (tree) => {
		tree.children = [{ type: 'paragraph', children: [{ type: 'text', value: planted }] }];
	};
	const textOf = (html: string) =>
		html
			.replace(/<[^>]*>/g, '')
			.replace(/&#x([\dA-F]+);/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));

	test('nothing of it becomes a tag or an attribute, and no other text changes', async () => {
		const processor = await unified({
			remarkPlugins: [plant, [remarkGitlabReferences, places]],
		}).createRenderer({});
		const sign = fc.constantFrom(
			'~',
			'~"',
			'"',
			'%"',
			'@',
			'#12',
			' ',
			'::',
			'&3',
			'<',
			'>',
			'&amp;',
		);
		const markup = fc.constantFrom(
			'<script>',
			'" onclick="x',
			"'",
			'<img src=x>',
			'javascript:',
			'/',
		);
		const words = fc.stringMatching(/^[\w]{0,4}$/);
		const texts = fc.array(fc.oneof(sign, markup, words), { minLength: 1, maxLength: 15 });
		await fc.assert(
			fc.asyncProperty(texts, async (parts) => {
				planted = parts.join('');
				const { code } = await processor.render('x');
				const tags = code.match(/<[^>]*>/g) ?? [];
				expect(tags.filter((tag) => !isOurs(tag))).toEqual([]);
				// Labels and milestones are shown without sign and quotes; all else as it was.
				const bare = (text: string) => text.replace(/[~%"\s]/g, '');
				expect(bare(textOf(code))).toBe(bare(planted));
			}),
			{ numRuns: 300 },
		);
	});

	function isOurs(tag: string): boolean {
		return /^<(\/?p|\/a|\/span|span class="[a-z-]+"|a href="https:\/\/g\.example\/[^"<>]*"( title="[^"<>]*")?( class="label-pill")?)>$/.test(
			tag,
		);
	}
});

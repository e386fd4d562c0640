import { describe, expect, test } from 'vitest';
import { descriptionOf, pageToMarkdown } from '#markdown/page-to-markdown.ts';

const toMarkdown = (content: string, address = '/work/') =>
	pageToMarkdown(`<html><body><nav>Menu</nav><main>${content}</main></body></html>`, address);

describe('the content of a page as Markdown', () => {
	test('has its headings, text and lists', () => {
		const html = '<h1>Work</h1><p>We <strong>plan</strong>.</p><ul><li>one</li><li>two</li></ul>';
		expect(toMarkdown(html)).toBe('# Work\n\nWe **plan**.\n\n- one\n- two\n');
	});

	test('has its tables, each cell on one line', () => {
		const html = `<table><thead><tr><th>Issue</th><th>Points</th></tr></thead>
			<tbody><tr><th colspan="2">P1</th></tr>
			<tr><th><a href="/a/">Boil</a><small>tea#1</small></th><td><p>2</p><p>points</p></td></tr></tbody></table>`;
		expect(toMarkdown(html)?.replaceAll(/ +/g, ' ')).toBe(
			'| Issue | Points |\n| - | - |\n| P1 | |\n| [Boil](/a/) tea#1 | 2 points |\n',
		);
	});

	test('has its stamp as a quotation', () => {
		const html = '<data-age data-pagefind-ignore="true"><svg/><p>From GitLab, today</p></data-age>';
		expect(toMarkdown(html)).toBe('> From GitLab, today\n');
	});

	test('has what is drawn in words', () => {
		const html = '<div role="img" aria-label="2 of 3 closed"><i></i><span>2</span></div>';
		expect(toMarkdown(html)).toBe('2 of 3 closed\n');
	});

	test('has code with its language', () => {
		const html = '<pre data-language="sh"><code><div>npm ci</div><div>npm start</div></code></pre>';
		expect(toMarkdown(html)).toBe('```sh\nnpm ci\nnpm start\n```\n');
	});

	test.each([
		['<form><input value="x"></form>', 'a form'],
		['<nav>way</nav>', 'the way to it'],
		['<button>Copy</button>', 'a button'],
		['<script>alert(1)</script><style>a{}</style>', 'code'],
		['<p hidden>later</p>', 'what is hidden'],
		['<span aria-hidden="true">·</span>', 'what is drawn'],
		['<a class="sl-anchor-link" href="#a">Section</a>', 'links beside headings'],
		['<footer>next</footer><p class="page-source">Owner</p>', 'the foot'],
	])('has nothing of the interface: %s', (html) => {
		expect(toMarkdown(`<p>Text</p>${html}`)).toBe('Text\n');
	});

	test('leads where the page leads', () => {
		const html =
			'<p><a href="#a">a</a> <a href="/b/#c">b</a> <a href="https://e.example/">e</a></p>';
		expect(toMarkdown(html)).toBe('[a](/work/#a) [b](/b/#c) [e](https://e.example/)\n');
		expect(toMarkdown(html, 'https://tea.example/work/')).toBe(
			'[a](https://tea.example/work/#a) [b](https://tea.example/b/#c) [e](https://e.example/)\n',
		);
	});

	test('is text where it looks like a tag or a sign', () => {
		const html = '<h1>&lt;img src=x&gt; [a](javascript:alert(1)) | *b* # c</h1>';
		expect(toMarkdown(html)).toBe('# \\<img src=x> \\[a]\\(javascript:alert(1)) | \\*b\\* # c\n');
		expect(toMarkdown('<table><tr><th>a|b</th></tr></table>')).toContain('a\\|b');
	});

	test('is nothing where the page has none', () => {
		expect(pageToMarkdown('<html><body>moved</body></html>', '/')).toBeUndefined();
	});
});

test.each([
	['<meta name="description" content="Who &amp; [what]">', 'Who & \\[what]'],
	['<meta name="description" content="">', undefined],
	['', undefined],
])('the description of %s is %s', (head, text) => {
	expect(descriptionOf(`<head>${head}</head>`)).toBe(text);
});

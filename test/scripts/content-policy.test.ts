import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { addPolicy } from '../../scripts/content-policy.ts';

const own = 'document.body.dataset.theme = "dark";';
const made = 'class A{};customElements.define(`a-b`,A)';
const known = { texts: new Set([own, made, 'a();\r\nb();']), folder: '/base/_astro/' };
const head = '<!DOCTYPE html><html lang="en"><head class="a"><meta charset="utf-8"/>';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const pageWith = (body: string) => `${head}<title>A</title></head><body>${body}</body></html>`;

/** The sources of scripts that the policy of a page with this body names. */
function allowed(body: string): string[] {
	const { html, problems } = addPolicy(pageWith(body), known);
	expect(problems).toEqual([]);
	const [, meta = ''] = html.split(head);
	return /^<meta http-equiv="Content-Security-Policy" content="default-src 'none';script-src ([^";]*);/
		.exec(meta)![1]!
		.split(' ');
}

test('films and sounds are those of the site', () => {
	expect(addPolicy(pageWith(''), known).html).toContain(";media-src 'self';");
});

const always = ["'self'", "'wasm-unsafe-eval'"];

test.each([
	{ why: 'no script', body: '<p>A</p>', hashes: [] },
	{ why: 'a known one', body: `<script>${own}</script>`, hashes: [hashOf(own)] },
	{ why: 'a module', body: `<script type="module">${made}</script>`, hashes: [hashOf(made)] },
	{
		why: 'one that appears twice',
		body: `<script>${own}</script><script aria-hidden="true">${own}</script>`,
		hashes: [hashOf(own)],
	},
	{
		why: 'ends of lines, which browsers read as one character',
		body: '<script>a();\r\nb();</script>',
		hashes: [hashOf('a();\nb();')],
	},
	{ why: 'a file', body: '<script type="module" src="/base/_astro/a.js"></script>', hashes: [] },
	{ why: 'data', body: '<script type="application/json">{"a":1}</script>', hashes: [] },
	{ why: 'a comment', body: '<!-- <script>a()</script> -->', hashes: [] },
	{
		why: 'comments that end at once',
		body: `<!--><script>${own}</script><!-- A -->`,
		hashes: [hashOf(own)],
	},
	{ why: 'words in an attribute', body: '<p title="<script>a()</script>">A</p>', hashes: [] },
	{ why: 'words in a field', body: '<textarea><script>a()</script></textarea>', hashes: [] },
	{ why: 'words', body: '<p title=" onclick=a">on = off, &lt;b onclick=a()></p>', hashes: [] },
	{ why: 'an element of its own', body: '<script-list data-on="1"></script-list>', hashes: [] },
])('a page with $why is allowed what it has', ({ body, hashes }) => {
	expect(allowed(body)).toEqual([...always, ...hashes]);
});

test.each([
	{ why: 'no style', body: '<p>A</p>', styles: [] },
	{ why: 'an element', body: '<style>a{b:c}</style>', styles: ['a{b:c}'] },
	{ why: 'an attribute', body: '<p style="--n:2">A</p>', styles: ['--n:2'] },
	{
		why: 'the same twice',
		body: '<p style="--n:2">A</p><p style="--n:2">B</p>',
		styles: ['--n:2'],
	},
	{
		why: 'characters that HTML writes otherwise',
		body: '<p style="content:&quot;&#38;&quot;">A</p>',
		styles: ['content:"&"'],
	},
	{ why: 'a style in words', body: '<p title="<p style=a>">&lt;style></p>', styles: [] },
])('of a page with $why no other styles are allowed', ({ body, styles }) => {
	const { html } = addPolicy(pageWith(body), known);
	const [, sources = ''] = /style-src ([^;"]*)/.exec(html) ?? [];
	expect(sources.split(' ')).toEqual(["'self'", "'unsafe-hashes'", ...styles.map(hashOf)]);
});

test.each([
	{
		why: 'a script',
		body: '<script>alert(1)</script>',
		says: 'Unknown script, beginning with "alert(1)"',
	},
	{ why: 'one in capitals', body: '<SCRIPT\n>alert(1)</SCRIPT >', says: 'Unknown script' },
	{
		why: 'one of another type',
		body: '<script type="text/javascript">a()</script>',
		says: 'Unknown',
	},
	{
		why: 'rules that browsers follow',
		body: '<script type="speculationrules">{}</script>',
		says: 'Unknown',
	},
	{
		why: 'more than a known one',
		body: `<script>${own} alert(1)</script>`,
		says: 'Unknown script',
	},
	{ why: 'one in an image', body: '<svg><script>alert(1)</script></svg>', says: 'Unknown script' },
	{
		why: 'one behind words that look like its end',
		body: '<p title="</p>"></p><script data-a="</script>">alert(1)</script>',
		says: 'beginning with "alert(1)"',
	},
	{
		why: 'a long one',
		body: `<script>\n\t${'a'.repeat(99)}</script>`,
		says: `"${'a'.repeat(60)}"`,
	},
	{
		why: 'a file of another server',
		body: '<script src="https://example.com/a.js"></script>',
		says: "Script that isn't from this build: https://example.com/a.js",
	},
	{ why: 'another file', body: '<script src="/base/a.js"></script>', says: '/base/a.js' },
	{
		why: 'a handler',
		body: '<a href="#" onclick="a()">A</a>',
		says: 'Event handler in HTML: onclick',
	},
	{ why: 'one without spaces', body: '<img src="x"onError=a()>', says: 'onerror' },
	{ why: 'one behind a slash', body: '<svg/onload=a()>', says: 'onload' },
	{ why: 'one of a script', body: `<script onload="a()">${own}</script>`, says: 'onload' },
])('a page with $why is refused', ({ body, says }) => {
	expect(addPolicy(pageWith(body), known).problems).toEqual([expect.stringContaining(says)]);
});

test('a page without a head has no place for a policy, and is refused', () => {
	expect(addPolicy('<p>A</p>', known).problems).toEqual([expect.stringContaining('No <head>')]);
});

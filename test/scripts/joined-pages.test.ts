import { expect, test } from 'vitest';
import { joinPages } from '../../scripts/joined-pages.ts';

const page = (title: string, content: string) =>
	`<head><link rel="stylesheet" href="/a.css"><style>b{}</style></head><main><h1 id="_top">${title}</h1>` +
	`<p class="lede">Lede.</p><div class="sl-markdown-content">${content}</div> <footer>Edit</footer></main>`;

const joined = joinPages(
	[
		{
			path: '/work/',
			html: page(
				'Overview',
				'<h2 id="why">Why</h2><a href="#why">x</a> id="why" <script>run("</p>")</script><h6>Six</h6>',
			),
		},
		{
			path: '/work/health/',
			html: page(
				'Health',
				'<h2 id="why">Why</h2><p aria-labelledby="why a">y</p><a href="/work/#why">z</a>',
			),
		},
	],
	{ title: 'How we <work>', handbook: 'Kettle' },
);

test('every page is an article with its title and its lede, in order, and no search lists the whole', () => {
	expect([...joined.matchAll(/<h[1-6][^>]*>[^<]*/g)].map(String)).toEqual([
		'<h1>Kettle: How we &lt;work&gt;',
		'<h2>Overview',
		'<h3 id="work--why">Why',
		'<h6>Six',
		'<h2>Health',
		'<h3 id="work-health--why">Why',
	]);
	expect(joined.match(/Lede\./g)).toHaveLength(2);
	expect(joined).toContain('<meta name="robots" content="noindex"/>');
	expect(joined).not.toMatch(/Edit/);
});

test('links within a page lead to its own part of the whole, all others where they did', () => {
	expect(joined).toContain('<a href="#work--why">x</a> id="why"');
	expect(joined).toContain('aria-labelledby="work-health--why work-health--a"');
	expect(joined).toContain('<a href="/work/#why">z</a>');
});

test('styles come once, and no script', () => {
	expect(joined.match(/<link rel="stylesheet"/g)).toHaveLength(1);
	expect(joined.match(/<style>b\{\}<\/style>/g)).toHaveLength(1);
	expect(joined).not.toContain('<script');
});

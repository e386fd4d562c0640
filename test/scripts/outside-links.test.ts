import { expect, test } from 'vitest';
import { closeOutsideLinks } from '../../scripts/outside-links.ts';

test.each([
	['<a href="https://e.example/">', '<a rel="noopener" href="https://e.example/">', 'another site'],
	[
		'<a class="b" href="//e.example/">',
		'<a rel="noopener" class="b" href="//e.example/">',
		'its protocol',
	],
	[
		'<a title="a > b" href="http://e.example/">',
		'<a rel="noopener" title="a > b" href="http://e.example/">',
		'a sign in an attribute',
	],
	['<a href="/work/">', '<a href="/work/">', 'this site'],
	['<a href="#a">', '<a href="#a">', 'this page'],
	[
		'<a href="https://e.example/" rel="me">',
		'<a href="https://e.example/" rel="me">',
		'it says so itself',
	],
	[
		'<a data-href="https://e.example/" href="/">',
		'<a data-href="https://e.example/" href="/">',
		'another attribute',
	],
	['<abbr title="a">', '<abbr title="a">', 'another element'],
])('%s becomes %s: %s', (tag, closed) => {
	expect(closeOutsideLinks(`<p>${tag}a</a>`)).toBe(`<p>${closed}a</a>`);
});

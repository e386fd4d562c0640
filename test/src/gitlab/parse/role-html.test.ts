import { describe, expect, test } from 'vitest';
import { toRoleText, toRoleUrl } from '#gitlab/parse/role-html.ts';

const handbook = 'https://handbook.example.com';

describe('a role as text', () => {
	test.each([
		{ html: 'Designer', text: 'Designer', why: 'no HTML' },
		{ html: '<a href="/job-families/">Designer</a>', text: 'Designer', why: 'a link' },
		{ html: '<a href="/x">Designer</a>, Engine', text: 'Designer, Engine', why: 'text behind it' },
		{ html: 'R&amp;D &quot;x&quot; &#39;y&#x27;', text: `R&D "x" 'y'`, why: 'entities' },
		{ html: '&lt;b&gt;', text: '<b>', why: 'an entity makes no tag' },
		{ html: '&amp;lt;', text: '&lt;', why: 'entities are read once' },
		{
			html: '&nothing; &#99999999; &#x110000;',
			text: '&nothing; \u{FFFD} \u{FFFD}',
			why: 'none',
		},
		{ html: 'a < b > c', text: 'a < b > c', why: 'signs that are no tags' },
		{ html: '<a title=">" href="/x">Designer</a>', text: 'Designer', why: 'a sign in a quote' },
		{ html: 'Designer<!-- x --><br/>', text: 'Designer', why: 'a comment' },
		{ html: 'Designer <a href="/x', text: 'Designer ', why: 'a tag that is not closed' },
		{ html: '', text: '', why: 'nothing' },
	])('$html: $why', ({ html, text }) => {
		expect(toRoleText(html)).toBe(text);
	});

	test.each(['<', '<a ', '<a href="', "<a '", '&#x', '</', '<!--'])(
		'is made at once, however often %s is there',
		(part) => {
			const start = performance.now();
			toRoleText(part.repeat(1_000_000));
			toRoleUrl(part.repeat(1_000_000), handbook);
			expect(performance.now() - start).toBeLessThan(1000);
		},
	);
});

describe('the link of a role', () => {
	test.each([
		{ href: '/job-families/x/', url: `${handbook}/job-families/x/`, why: 'of the handbook' },
		{ href: 'https://example.org/x', url: 'https://example.org/x', why: 'of another site' },
		{ href: '/x?a=1&amp;b=2', url: `${handbook}/x?a=1&b=2`, why: 'with an entity' },
		{ href: 'http://example.org/x', url: null, why: 'not encrypted' },
		{ href: 'javascript:alert(1)', url: null, why: 'a program' },
		{ href: 'JaVaScRiPt&#58;alert(1)', url: null, why: 'a program in disguise' },
		{ href: 'data:text/html,x', url: null, why: 'a page in an address' },
		{ href: '//example.org/x', url: null, why: 'another host behind a slash' },
		{ href: '/\\example.org/x', url: null, why: 'the same with another slash' },
		{ href: '/\t/example.org/x', url: null, why: 'the same around a tab' },
		{ href: 'https://me:secret@example.org/', url: null, why: 'a password' },
		{ href: 'job-families/x', url: null, why: 'of no page' },
		{ href: '#x', url: null, why: 'of no page' },
		{ href: '', url: null, why: 'nothing' },
	])('$href: $why', ({ href, url }) => {
		expect(toRoleUrl(`Lead <a class="x" href="${href}">Designer</a>`, handbook)).toBe(url);
	});

	test.each([
		{ html: "<a href='/x'>D</a>", url: `${handbook}/x`, why: 'in single quotes' },
		{ html: '<A HREF=/x>D</A>', url: `${handbook}/x`, why: 'in none' },
		{ html: '<a href="/x">D</a>, <a href="/y">E</a>', url: `${handbook}/x`, why: 'the first' },
		{ html: '<abbr href="/x">D</abbr>', url: null, why: 'of another tag' },
		{ html: 'href="/x"', url: null, why: 'of no tag' },
	])('$html: $why', ({ html, url }) => {
		expect(toRoleUrl(html, handbook)).toBe(url);
	});

	test('is none for a path when the company has no handbook', () => {
		expect(toRoleUrl('<a href="/x">D</a>', undefined)).toBeNull();
	});
});

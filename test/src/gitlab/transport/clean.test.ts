import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toVisible } from '#core/base/plain-text.ts';
import { createCleaner } from '#gitlab/transport/clean.ts';

const cleaner = createCleaner('example-token');

test.each([
	{ why: 'marks of direction', dirty: '\u200Fשלום\u200E (\u061Cسلام)', clean: 'שלום (سلام)' },
	{ why: 'a byte order mark in the middle', dirty: 'a\uFEFFb', clean: 'ab' },
	{ why: 'half of a surrogate pair', dirty: 'a\uD83Db', clean: 'a\uFFFDb' },
	{ why: 'nothing of an emoji', dirty: '👩‍👩‍👧🏴‍☠️', clean: '👩‍👩‍👧🏴‍☠️' },
	{ why: 'a token around a mark', dirty: 'example\u200E-token', clean: '[token]' },
])('a text loses $why', ({ dirty, clean }) => {
	expect(cleaner.text(dirty)).toBe(clean);
});

test('a text that came from outside is the same after it was written and read again', () => {
	const anyText = fc.string({ unit: 'binary' });
	const odd = fc.constantFrom('\uD800', '\u200F', '\u061C', '\u2068', '\uFFFF', '\r', '\u0085');
	fc.assert(
		fc.property(anyText, odd, anyText, (before, one, after) => {
			const kept = cleaner.text(`${before}${one}${after}`);
			expect(toVisible(kept)).toBe(kept);
		}),
	);
});

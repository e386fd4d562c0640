import { expect, test } from 'vitest';
import { fingerprint } from '#core/base/fingerprint.ts';

test('a fingerprint is the same on every machine', () => {
	// The first half is FNV-1a of 32 bits, whose values are published: "foobar" is bf9cf968.
	expect(fingerprint('foobar').slice(0, 8)).toBe('bf9cf968');
	expect(fingerprint('')).toMatch(/^[\da-f]{16}$/);
});

test('texts that are nearly the same have others', () => {
	const texts = Array.from({ length: 5000 }, (_, index) => `example/tools/p${String(index)}`);
	expect(new Set(texts.map(fingerprint)).size).toBe(texts.length);
});

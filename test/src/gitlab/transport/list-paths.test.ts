import { expect, test } from 'vitest';
import { listPaths } from '#gitlab/transport/list-paths.ts';

test.each([
	{ paths: ['a.go'], words: 'a.go' },
	{ paths: ['a.go', 'b.go', 'c.go'], words: 'a.go, b.go, c.go' },
	{ paths: ['a.go', 'b.go', 'c.go', 'd.go', 'e.go'], words: 'a.go, b.go, c.go, 2 more' },
])('$paths are $words', ({ paths, words }) => {
	expect(listPaths(paths)).toBe(words);
});

test('a path that is no plain text is made one', () => {
	expect(listPaths(['a\n\u001b[31mb.go', '\ud800.go'])).not.toMatch(/[\u0000-\u001f\ud800-\udfff]/);
});

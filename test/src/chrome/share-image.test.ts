import { expect, test } from 'vitest';
import { tagsFor } from '#chrome/share-image.ts';

test.each([
	{
		reason: 'a page',
		path: '/docs/roadmap/',
		expected: 'https://example.com/docs/roadmap/share.png',
	},
	{
		reason: 'without a slash',
		path: '/docs/team',
		expected: 'https://example.com/docs/team/share.png',
	},
	{ reason: 'the first page', path: '/', expected: 'https://example.com/share.png' },
])('the head names the picture of a page by its whole address: $reason', ({ path, expected }) => {
	const [first] = tagsFor(path, new URL('https://example.com'));
	expect(first?.attrs).toEqual({ property: 'og:image', content: expected });
});

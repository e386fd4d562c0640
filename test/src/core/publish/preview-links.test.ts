import { expect, test } from 'vitest';
import { mayHavePreviews } from '#core/publish/preview-links.ts';

test.each([
	{ reason: 'a project', text: 'See [Pot](/projects/tea/clay/pot/).', expected: true },
	{ reason: 'a term', text: 'See [lid](/onboarding/glossary/#lid).', expected: true },
	{ reason: 'an issue', text: 'See tea/kettle#34.', expected: true },
	{ reason: 'an issue of the own project', text: 'See #34.', expected: true },
	{
		reason: 'other pages',
		text: '## Pages\n\n[All](/projects/) &#39; [x](https://x.org/#y)',
		expected: false,
	},
])('a page may have previews when it links to $reason: $expected', ({ text, expected }) => {
	expect(mayHavePreviews(text)).toBe(expected);
});

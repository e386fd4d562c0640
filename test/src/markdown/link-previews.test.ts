import { expect, test } from 'vitest';
import { readTerms } from '#markdown/read-terms.ts';
import { rehypeLinkPreviews } from '#markdown/rehype-link-previews.ts';
import { render } from './render.ts';

const previews = new Map([['/projects/tea/pot/', 'Pot: "v1".']]);

test('a link to what is known has it in a line, as text, and every other link nothing', async () => {
	const html = await render('[Pot](/projects/tea/pot/) [lid](/projects/tea/lid/)', [
		[rehypeLinkPreviews, { previews }],
	]);
	expect(html).toMatch(
		/<a href="\/projects\/tea\/pot\/" data-preview="Pot: (&#x22;|&quot;)v1\1\.">/,
	);
	expect(html).toContain('<a href="/projects/tea/lid/">lid</a>');
});

const page = `---
title: Words
---

## Water

### Steam

Not a term: it is outside.

<Terms>

### Steam

What *boils* away,
as in [physics](/physics/).

### Lid

On a <Rule id="lid" />.

</Terms>
`;

test('terms are known by the ids of their headings, where all of their meaning is text', () => {
	expect([...readTerms(page)]).toEqual([['steam-1', 'What boils away, as in physics.']]);
});

test('a long meaning ends with a word', () => {
	const long = `<Terms>\n\n### Tea\n\n${'leaves '.repeat(60)}\n\n</Terms>`;
	expect(readTerms(long).get('tea')).toMatch(/^(leaves ){10,}leaves…$/);
});

import { expect, test } from 'vitest';
import { findTerms } from '#core/publish/search/terms.ts';

const page = `
### No term

It is outside.

<Terms>

### Spout

Where a [kettle](/projects/) **pours**. It drips.

### P1, P2

The order of issues: <PlanLabel name="P1" /> to P2.

</Terms>
`;

test('terms are headings in a list of terms, each with the first sentence, as text', () => {
	expect(findTerms(page)).toEqual([
		{ term: 'Spout', meaning: 'Where a kettle pours.' },
		{ term: 'P1, P2', meaning: 'The order of issues:' },
	]);
});

test('a page without such a list has none', () => {
	expect(findTerms('### Spout\n\nWhere it pours.')).toEqual([]);
});

import { expect, test } from 'vitest';
import { findNeedRows } from '#core/publish/search/need-rows.ts';
import { findRows } from '#core/publish/search/search-rows.ts';
import { Contact } from '#model/contact.ts';

const source = { title: 'Kettle team', url: 'https://example.com/kettle' };
const contact = Contact.parse({
	channels: [],
	sections: [
		{
			title: 'Get something done',
			needs: [
				{
					id: 'bug',
					title: 'Report a bug',
					answers: 'the tester of the week',
					text: "Open an issue with `Bug`. It's read daily.",
					promise: 'two days.',
					asOf: '2026-11-01',
					source,
				},
			],
		},
	],
});

test('a question finds what readers need, with who answers and where it opens', () => {
	const rows = findNeedRows(contact, '/kitchen/ask/');
	expect(findRows({ rows, synonyms: [] }, 'How do I report a bug?', 1)).toEqual([
		{
			kind: 'Contact',
			title: 'Report a bug',
			url: '/kitchen/ask/#bug',
			state: 'The tester of the week: Open an issue with Bug. It’s read daily. Answer: two days.',
		},
	]);
});

import { describe, expect, test } from 'vitest';
import { withSynonyms } from '#core/publish/search/telling-words.ts';
import { findRows, type SearchRow } from '#core/publish/search/search-rows.ts';

const row = (title: string, overrides: Partial<SearchRow> = {}): SearchRow => ({
	kind: 'Page',
	title,
	url: `/${title}/`,
	state: '',
	...overrides,
});
const rows = [
	row('Register a kettle', { state: 'How POST /kettles is called.' }),
	row('POST /kettles/:id', { kind: 'Endpoint' }),
	row('POST /kettles', { kind: 'Endpoint', state: 'Deprecated, called by 1 consumer' }),
	row('P1, P2, P3', { kind: 'Term', names: ['P1', 'P2', 'P3'] }),
	row('Fix the P1 alarm', {
		kind: 'Issue',
		state: 'in 19.7, At risk',
		names: ['widget#12', '#12'],
	}),
	row('Retrospectives'),
	row('Ring', { state: 'When the alarm rings.' }),
	row('Milestone 19.7', { kind: 'Milestone', state: 'Now, cutoff 11 December 2026' }),
	row('Milestone 19.8', { kind: 'Milestone', state: 'Upcoming, cutoff 15 January 2027' }),
];
const synonyms = [{ typed: 'Deadline', means: 'cutoff' }];
const find = (words: string, most = 10) =>
	findRows({ rows, synonyms }, words, most).map(({ title }) => title);

describe('rows are found', () => {
	test.each([
		{
			why: 'the one of that very name first, then longer ones, then where it is only mentioned',
			words: 'post /kettles',
			found: ['POST /kettles', 'POST /kettles/:id', 'Register a kettle'],
		},
		{
			why: 'a label before titles with it',
			words: 'p1',
			found: ['P1, P2, P3', 'Fix the P1 alarm'],
		},
		{
			why: 'a page that speaks of it before issues that are titled so',
			words: 'alarm',
			found: ['Ring', 'Fix the P1 alarm'],
		},
		{ why: 'by the beginning of a title', words: 'retro', found: ['Retrospectives'] },
		{ why: 'by what a synonym means', words: 'deadline 19.7', found: ['Milestone 19.7'] },
		{
			why: 'however its words are joined',
			words: 'register-a-kettle',
			found: ['Register a kettle'],
		},
		{
			why: 'by the words of a question that tell',
			words: 'How do I register my kettle?',
			found: ['Register a kettle'],
		},
		{
			why: 'by the name that a question is about',
			words: 'what is P1?',
			found: ['P1, P2, P3', 'Fix the P1 alarm'],
		},
		{
			why: 'by the name of a question with a contraction',
			words: 'what’s P1?',
			found: ['P1, P2, P3', 'Fix the P1 alarm'],
		},
		{
			why: 'by the name of what is compared with a part of it',
			words: 'difference between register and register a kettle',
			found: ['Register a kettle'],
		},
		{
			why: 'by the path that a question is about, whatever else it says',
			words: 'who breaks if we delete POST /kettles tomorrow?',
			found: ['POST /kettles'],
		},
		{ why: 'by reference', words: '#12', found: ['Fix the P1 alarm'] },
		{ why: 'by state', words: 'risk alarm', found: ['Fix the P1 alarm'] },
		{ why: 'by kind', words: 'endpoint deprecated', found: ['POST /kettles'] },
		{ why: 'but no issue by its state alone', words: 'risk', found: [] },
	])('$why', ({ words, found }) => {
		expect(find(words)).toEqual(found);
	});

	test.each(['', '  ', '?', 'kettles teapot', 'how is it'])('never for "%s"', (words) => {
		expect(find(words)).toEqual([]);
	});

	test('a word is exchanged for the one that pages have', () => {
		expect(withSynonyms('DEADLINE 19.7', synonyms)).toBe('cutoff 19.7');
	});

	test('no more than three issues that only have the words, so that pages have room', () => {
		const issues = [1, 2, 3, 4].map((iid) => row(`Ring alarm ${String(iid)}`, { kind: 'Issue' }));
		const searched = { rows: [...issues, row('The alarm')], synonyms };
		expect(findRows(searched, 'alarm', 10)).toHaveLength(4);
		expect(findRows(searched, 'ring alarm', 10)).toHaveLength(4);
	});

	test('one word that begins the names of issues is no name of them', () => {
		const issues = [1, 2, 3, 4].map((iid) => row(`Ring alarm ${String(iid)}`, { kind: 'Issue' }));
		const searched = { rows: [...issues, row('Who may ring')], synonyms };
		const found = findRows(searched, 'how do I ring?', 10).map(({ title }) => title);
		expect(found).toEqual(['Who may ring', 'Ring alarm 1', 'Ring alarm 2', 'Ring alarm 3']);
	});

	test('no more than asked for', () => {
		expect(find('milestone', 1)).toEqual(['Milestone 19.7']);
	});
});

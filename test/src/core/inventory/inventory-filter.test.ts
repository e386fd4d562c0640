import { describe, expect, test } from 'vitest';
import {
	fitsChoice,
	noChoice,
	parseChoice,
	sortRows,
	writeChoice,
	type Choice,
	type InventoryRow,
	type Offer,
} from '#core/inventory/inventory-filter.ts';

const offer: Offer = {
	groups: new Map([
		['product', []],
		['helper', ['linters', 'testing']],
	]),
	languages: ['C++', 'Go'],
};
const parse = (address: string) => parseChoice(new URL(address, 'https://example.com/'), offer);

function aRow(overrides: Partial<InventoryRow> = {}): InventoryRow {
	return {
		group: 'product',
		category: null,
		checks: ['passes'],
		language: 'Go',
		name: 'Widget',
		text: 'widget example/tools/widget',
		releasedAt: '2026-11-01T09:00:00Z',
		activeAt: '2026-11-20T12:00:00Z',
		...overrides,
	};
}

describe('an address is read as a choice', () => {
	test.each<{ query: string; choice: Partial<Choice>; why: string }>([
		{ query: '', choice: {}, why: 'nothing is chosen' },
		{
			query: '?q=wid&language=Go&sort=oldest-release#fails',
			choice: { q: 'wid', check: 'fails', language: 'Go', sort: 'oldest-release' },
			why: 'each parameter counts, and the chip',
		},
		{ query: '?check=broken', choice: { check: 'fails' }, why: 'chips were a field before' },
		{
			query: '?check=broken#passes',
			choice: { check: 'passes' },
			why: 'the chip is what was chosen last',
		},
		{
			query: '?group=helper&category=testing',
			choice: { group: 'helper', category: 'testing' },
			why: 'the category is one of the group',
		},
		{
			query: '?category=testing',
			choice: { group: 'helper', category: 'testing' },
			why: 'of a category that one group has, the group follows',
		},
		{
			query: '?group=product&category=testing',
			choice: { group: 'product' },
			why: 'the category is one of another group',
		},
		{
			query: '?group=gone&check=maybe&language=Ada&sort=size&page=2#product',
			choice: {},
			why: 'nothing of it is offered',
		},
		{ query: '?language=C%2B%2B', choice: { language: 'C++' }, why: 'it is decoded' },
		{ query: '?check=&sort=&q=%20', choice: {}, why: 'empty values are none' },
		{ query: '?group=toString', choice: {}, why: 'only what is offered counts' },
	])('$query: $why', ({ query, choice }) => {
		expect(parse(query)).toEqual({ ...noChoice, ...choice });
	});
});

describe('a choice is written into the address', () => {
	test.each<{ before: string; choice: Partial<Choice>; after: string; why: string }>([
		{ before: '', choice: {}, after: '', why: 'what is not chosen is not said' },
		{
			before: '',
			choice: { q: 'a b', check: 'fails', language: 'C++', sort: 'name' },
			after: 'q=a+b&language=C%2B%2B&sort=name',
			why: 'what is chosen is, but for the chip',
		},
		{
			before: 'check=broken&q=a&group=helper&category=linters',
			choice: { group: 'product' },
			after: 'group=product',
			why: 'it replaces the choice before',
		},
		{
			before: 'ref=mail&check=broken',
			choice: {},
			after: 'ref=mail',
			why: 'parameters of others stay',
		},
	])('$before to $after: $why', ({ before, choice, after }) => {
		const written = writeChoice(new URLSearchParams(before), { ...noChoice, ...choice });
		expect(written.toString()).toBe(after);
	});

	test('and is read again as it was', () => {
		const choice: Choice = {
			q: 'two words',
			group: 'helper',
			category: 'linters',
			check: 'exempt',
			language: 'C++',
			sort: 'newest-activity',
		};
		expect(parse(`?${writeChoice(new URLSearchParams(), choice).toString()}#exempt`)).toEqual(
			choice,
		);
	});
});

describe('a row is shown when it fits all that is chosen', () => {
	test.each<{ row: Partial<InventoryRow>; choice: Partial<Choice>; fits: boolean; why: string }>([
		{ row: {}, choice: {}, fits: true, why: 'nothing is chosen' },
		{ row: { group: 'helper' }, choice: { group: 'helper' }, fits: true, why: 'its group' },
		{ row: { group: 'product' }, choice: { group: 'helper' }, fits: false, why: 'another group' },
		{
			row: { group: 'helper', category: 'testing' },
			choice: { group: 'helper', category: 'linters' },
			fits: false,
			why: 'another category',
		},
		{
			row: { checks: ['fails', 'not-checked'] },
			choice: { check: 'not-checked' },
			fits: true,
			why: 'one of its answers',
		},
		{
			row: { checks: ['not-checked'] },
			choice: { check: 'fails' },
			fits: false,
			why: 'none that fails',
		},
		{
			row: {},
			choice: { q: 'Tools  WIDGET' },
			fits: true,
			why: 'all words, in any order and case',
		},
		{ row: {}, choice: { q: 'tools anvil' }, fits: false, why: 'only one of two words' },
		{ row: { checks: [] }, choice: { check: 'passes' }, fits: false, why: 'no check applies' },
		{ row: { language: null }, choice: { language: 'Go' }, fits: false, why: 'no language' },
		{
			row: { checks: ['fails'], language: 'Ruby' },
			choice: { check: 'fails', language: 'Go' },
			fits: false,
			why: 'only one of two',
		},
	])('$fits: $why', ({ row, choice, fits }) => {
		expect(fitsChoice(aRow(row), { ...noChoice, ...choice })).toBe(fits);
	});
});

describe('rows are sorted', () => {
	const rows = [
		aRow({ name: 'Widget 10', releasedAt: null, activeAt: '2026-11-20T12:00:00Z' }),
		aRow({ name: 'widget 9', releasedAt: '2026-01-01T09:00:00Z', activeAt: null }),
		aRow({ name: 'Anvil', releasedAt: '2026-11-01T09:00:00Z', activeAt: '2026-11-20T12:00:01Z' }),
		aRow({ name: 'Zebra', releasedAt: '2026-01-01T09:00:00Z', activeAt: '2025-11-20T12:00:00Z' }),
	];
	test.each([
		{
			sort: 'registry' as const,
			names: ['Widget 10', 'widget 9', 'Anvil', 'Zebra'],
			why: 'as they are given',
		},
		{
			sort: 'name' as const,
			names: ['Anvil', 'widget 9', 'Widget 10', 'Zebra'],
			why: 'numbers as numbers, whatever the case',
		},
		{
			sort: 'newest-release' as const,
			names: ['Anvil', 'widget 9', 'Zebra', 'Widget 10'],
			why: 'equals by name, unknown last',
		},
		{
			sort: 'oldest-release' as const,
			names: ['widget 9', 'Zebra', 'Anvil', 'Widget 10'],
			why: 'unknown last, too',
		},
		{
			sort: 'newest-activity' as const,
			names: ['Anvil', 'Widget 10', 'Zebra', 'widget 9'],
			why: 'to the second',
		},
		{
			sort: 'oldest-activity' as const,
			names: ['Zebra', 'Widget 10', 'Anvil', 'widget 9'],
			why: 'to the second',
		},
	])('by $sort: $why', ({ sort, names }) => {
		expect(sortRows(rows, sort).map(({ name }) => name)).toEqual(names);
		expect(rows[0]!.name).toBe('Widget 10');
	});
});

import { describe, expect, test } from 'vitest';
import { sortRows, type InventoryRow } from '#core/inventory/inventory-choices.ts';

describe('rows are sorted', () => {
	const rows: InventoryRow[] = [
		{ name: 'Widget 10', release: null, activity: '2026-11-20T12:00:00Z' },
		{ name: 'widget 9', release: '2026-01-01T09:00:00Z', activity: null },
		{ name: 'Anvil', release: '2026-11-01T09:00:00Z', activity: '2026-11-20T12:00:01Z' },
		{ name: 'Zebra', release: '2026-01-01T09:00:00Z', activity: '2025-11-20T12:00:00Z' },
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

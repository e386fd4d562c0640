import { compareText } from '#model/order.ts';

/** Which projects of the inventory a reader can choose, and in which order. */

export const checkChoices = ['fails', 'old-release', 'not-checked', 'exempt', 'passes'] as const;
/** `passes`: all checks pass. `old-release`: the check of releases fails. The others: at least one does so. */
export type CheckChoice = (typeof checkChoices)[number];

export const sortChoices = [
	'registry',
	'name',
	'newest-release',
	'oldest-release',
	'newest-activity',
	'oldest-activity',
] as const;
export type SortChoice = (typeof sortChoices)[number];

/** What a row of the table is sorted by. */
export interface InventoryRow {
	name: string;
	/** Instants in UTC, to the second. `null`: unknown, or there is none. */
	release: string | null;
	activity: string | null;
}

export function isSortChoice(name: string): name is SortChoice {
	return sortChoices.some((choice) => choice === name);
}

/** Which column is sorted, and in which direction, as `aria-sort` says it. */
export const sortedColumns: Record<
	Exclude<SortChoice, 'registry'>,
	{ column: keyof InventoryRow; direction: 'ascending' | 'descending' }
> = {
	name: { column: 'name', direction: 'ascending' },
	'newest-release': { column: 'release', direction: 'descending' },
	'oldest-release': { column: 'release', direction: 'ascending' },
	'newest-activity': { column: 'activity', direction: 'descending' },
	'oldest-activity': { column: 'activity', direction: 'ascending' },
};

const nameOrder = new Intl.Collator('en', { numeric: true });

/**
 * Orders rows as chosen; the registry's order is that in which they are given. Rows without the
 * date that is asked for come last, whichever end is first. Equals are in the order of names.
 */
export function sortRows<Row extends InventoryRow>(rows: readonly Row[], sort: SortChoice): Row[] {
	if (sort === 'registry') return [...rows];
	const byName = rows.toSorted((a, b) => nameOrder.compare(a.name, b.name));
	const { column, direction } = sortedColumns[sort];
	if (column === 'name') return byName;
	return byName.toSorted((a, b) => compareDates(a[column], b[column], direction));
}

function compareDates(a: string | null, b: string | null, direction: string): number {
	if (a === null || b === null) return Number(a === null) - Number(b === null);
	return direction === 'ascending' ? compareText(a, b) : compareText(b, a);
}

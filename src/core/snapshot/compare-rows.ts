/** Ids of the rows that differ between two states of a list. */
export interface RowChanges {
	added: string[];
	removed: string[];
	changed: string[];
}

/**
 * Compares two states of a list, row by row. Neither the order of the rows nor that of their keys
 * matters; the ids come in the order of the rows.
 */
export function compareRows<Row>(
	before: readonly Row[],
	after: readonly Row[],
	idOf: (row: Row) => string,
): RowChanges {
	const old = textsById(before, idOf);
	const current = textsById(after, idOf);
	const ids = [...current.keys()];
	return {
		added: ids.filter((id) => !old.has(id)),
		removed: [...old.keys()].filter((id) => !current.has(id)),
		changed: ids.filter((id) => old.has(id) && old.get(id) !== current.get(id)),
	};
}

function textsById<Row>(rows: readonly Row[], idOf: (row: Row) => string): Map<string, string> {
	return new Map(rows.map((row) => [idOf(row), JSON.stringify(row, withSortedKeys)]));
}

function withSortedKeys(_key: string, value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	// Sorting without a comparison is by code unit; a key occurs once, so its value does not matter.
	return Object.fromEntries(Object.entries(value).toSorted());
}

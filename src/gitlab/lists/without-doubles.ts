/** Rows can move from one page to the next while a list is read, and then come twice. The last one counts. */
export function withoutDoubles<Row>(rows: readonly Row[], idOf: (row: Row) => unknown): Row[] {
	return [...new Map(rows.map((row) => [idOf(row), row])).values()];
}

import { stringify } from 'csv-stringify/sync';

/** `null`: the cell is empty. */
export type Cell = string | number | boolean | null;

export interface CsvColumn<Row> {
	name: string;
	/** What the column holds, as a sentence. */
	meaning: string;
	read: (row: Row) => Cell;
}

export function column<Row>(
	name: string,
	meaning: string,
	read: CsvColumn<Row>['read'],
): CsvColumn<Row> {
	return { name, meaning, read };
}

/** What a CSV file holds: its columns, and the cells of each row in their order. */
export interface CsvTable {
	columns: readonly Pick<CsvColumn<never>, 'name' | 'meaning'>[];
	cells: readonly (readonly Cell[])[];
}

export function toTable<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): CsvTable {
	return { columns, cells: rows.map((row) => columns.map(({ read }) => read(row))) };
}

/**
 * A table as RFC 4180 says, in UTF-8 without a byte order mark: with one, programs and sheets that do
 * not know it would read the first column's name wrongly. Text that a sheet would take for a formula
 * begins with an apostrophe.
 */
export function renderCsv({ columns, cells }: CsvTable): string {
	return stringify([columns.map(({ name }) => name), ...cells], {
		escape_formulas: true,
		record_delimiter: '\r\n',
		// Left to itself it quotes only what holds the delimiter as a whole: a lone LF would end a row.
		quoted_match: /[\n\v\f\r\u0085\u2028\u2029]/,
		cast: { boolean: (value) => (value ? 'true' : 'false') },
	});
}

/** Several values in one cell. */
export function joined(words: readonly string[] | null | undefined): string | null {
	return words?.join('; ') ?? null;
}

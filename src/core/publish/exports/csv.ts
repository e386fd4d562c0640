import { stringify } from 'csv-stringify/sync';
import { describeColumn, type ColumnFields } from '#model/exports/values.ts';

/** `null`: the cell is empty. */
export type Cell = string | number | boolean | null;

export interface CsvColumn<Row> {
	name: string;
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

/** What fields hold, by their keys: several values share one cell, and `undefined` is an empty one. */
type Values<Key extends string> = Readonly<Record<Key, Cell | readonly string[] | undefined>>;

/**
 * A column for each of some fields, with the name and the meaning that their schema gives them.
 *
 * @param find Empty cells where it finds nothing.
 */
export function columnsOf<Row, Key extends string>(
	fields: ColumnFields<NoInfer<Key>>,
	keys: readonly Key[],
	find: (row: Row) => Values<NoInfer<Key>> | null | undefined,
	prefix = '',
): CsvColumn<Row>[] {
	return keys.map((key) => {
		const { name, meaning } = describeColumn(fields, key);
		return { name: prefix + name, meaning, read: (row) => toCell(find(row)?.[key]) };
	});
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

function toCell(value: Values<string>[string]): Cell {
	if (value === undefined || value === null) return null;
	return typeof value === 'object' ? value.join('; ') : value;
}

import { parse } from 'csv-parse/sync';

/** A reader as RFC 4180 says and as most are: CR, LF or both end a row, unless they are quoted. */
export function readStrictly(csv: string): string[][] {
	const rows: string[][] = [[]];
	const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|[\r\n]|$)/y;
	while (cell.lastIndex < csv.length) {
		const at = cell.lastIndex;
		const [, text, end] = cell.exec(csv) ?? [];
		if (text === undefined) throw new Error(`There is no cell at ${String(at)} of ${csv}`);
		rows.at(-1)!.push(text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
		if (end !== ',' && cell.lastIndex < csv.length) rows.push([]);
	}
	return rows;
}

/** What each of two readers finds in a table: they differ in what they take for a line break. */
export function readTwice(csv: string): string[][][] {
	return [parse(csv), readStrictly(csv)];
}

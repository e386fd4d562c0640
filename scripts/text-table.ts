/** Rows below a head, in columns as wide as their widest cell. */
export function renderTable(
	head: readonly string[],
	rows: readonly (readonly string[])[],
	isText: (column: number) => boolean,
): string[] {
	const lines = [head, ...rows];
	const widths = head.map((_, column) =>
		Math.max(...lines.map((cells) => cells[column]?.length ?? 0)),
	);
	return lines.map((cells) =>
		widths
			.map((width, column) => {
				const cell = cells[column] ?? '';
				return isText(column) ? cell.padEnd(width) : cell.padStart(width);
			})
			.join('  ')
			.trimEnd(),
	);
}

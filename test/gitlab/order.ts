/** Compares two values; what is missing comes last, whatever the direction. */
export function compareBy<Row>(
	valueOf: (row: Row) => string | number | null,
	direction: 'asc' | 'desc',
): (one: Row, other: Row) => number {
	return (one, other) => {
		const [a, b] = [valueOf(one), valueOf(other)];
		if (a === b) return 0;
		if (a === null) return 1;
		if (b === null) return -1;
		return a < b === (direction === 'asc') ? -1 : 1;
	};
}

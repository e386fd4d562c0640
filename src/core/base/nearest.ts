/** The word that somebody has probably meant. `undefined`: none is near. */
export function findNearest(word: string, known: Iterable<string>): string | undefined {
	const most = Math.max(1, Math.floor(word.length / 3));
	const [nearest] = [...known]
		.map((other) => ({ other, steps: countSteps(word.toLowerCase(), other.toLowerCase()) }))
		.filter(({ steps }) => steps <= most)
		.toSorted((a, b) => a.steps - b.steps);
	return nearest?.other;
}

/** Letters to add, to remove, to exchange or to swap. */
export function countSteps(from: string, to: string): number {
	let [before, row]: number[][] = [[], Array.from({ length: to.length + 1 }, (_, at) => at)];
	for (let y = 1; y <= from.length; y++) {
		const next = [y];
		for (let x = 1; x <= to.length; x++) {
			const isSame = from[y - 1] === to[x - 1];
			const isSwapped = y > 1 && x > 1 && from[y - 1] === to[x - 2] && from[y - 2] === to[x - 1];
			next.push(
				Math.min(
					(next[x - 1] ?? 0) + 1,
					(row?.[x] ?? 0) + 1,
					(row?.[x - 1] ?? 0) + (isSame ? 0 : 1),
					isSwapped ? (before?.[x - 2] ?? 0) + 1 : Infinity,
				),
			);
		}
		[before, row] = [row, next];
	}
	return row?.at(-1) ?? 0;
}

/** GitLab allows strangers 200. */
const pointsPerQuery = 180;

/**
 * In their order, as many in a query as cost no more than GitLab allows.
 *
 * @param cost In points: a field is one, and a connection counts what is in it again for each row of a page.
 */
export function chunksOf<Question>(
	questions: readonly Question[],
	cost: (question: Question) => number,
	limit = pointsPerQuery,
): Question[][] {
	const chunks: Question[][] = [];
	let left = 0;
	for (const question of questions) {
		left -= cost(question);
		const chunk = chunks.at(-1);
		if (chunk && left >= 0) {
			chunk.push(question);
		} else {
			chunks.push([question]);
			left = limit - cost(question);
		}
	}
	return chunks;
}

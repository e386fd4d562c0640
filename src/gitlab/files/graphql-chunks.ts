/** GitLab allows strangers 200. */
const pointsPerQuery = 180;

/**
 * In their order, as many in a query as cost no more than GitLab allows.
 *
 * @param cost Of one query, in points: a field is one, and a connection counts what is in it again for each row of a page.
 */
export function chunksOf<Question>(
	questions: readonly Question[],
	cost: (chunk: readonly Question[]) => number,
	most = Infinity,
): Question[][] {
	const chunks: Question[][] = [];
	for (const question of questions) {
		const chunk = chunks.at(-1);
		const fits = chunk && chunk.length < most && cost([...chunk, question]) <= pointsPerQuery;
		if (fits) chunk.push(question);
		else chunks.push([question]);
	}
	return chunks;
}

import type { ListRow, Why } from '#model/snapshot.ts';

export interface ShrinkLimits {
	/** True: nobody is asked for, or none is expected, so that no rows are an answer. */
	mayBeEmpty: boolean;
	/** True: the person who pulls has said that the list is right as it came. */
	acceptShrunk: boolean;
}

/**
 * Says why the rows that came are not to be trusted: there are none, or less than half of the last
 * good ones. `undefined`: they are.
 *
 * GitLab answers with success and an empty list where a right was taken away, and for a project
 * that it hides it answers all the same: of projects only those that were found count.
 *
 * @param before The last good rows; `undefined` when there are none to compare with.
 */
export function describeShrinking(
	now: readonly ListRow[],
	before: readonly ListRow[] | undefined,
	{ mayBeEmpty, acceptShrunk }: ShrinkLimits,
): Why | undefined {
	const count = countFound(now);
	if (acceptShrunk || (mayBeEmpty && count === 0)) return undefined;
	const expected = before === undefined ? undefined : countFound(before);
	if (expected === undefined ? count > 0 : 2 * count >= expected) return undefined;
	const came =
		expected === undefined
			? 'without any rows'
			: `with ${String(count)} instead of ${rows(expected)}`;
	const forReaders = `The list came ${came}, so it was held back.`;
	const reason = `${forReaders} If it is right, run npm run pull -- --accept-shrunk.`;
	return { reason, forReaders };
}

function countFound(list: readonly ListRow[]): number {
	return list.filter((row) => !('answer' in row) || row.answer === 'found').length;
}

function rows(count: number): string {
	return count === 1 ? '1 row' : `${String(count)} rows`;
}

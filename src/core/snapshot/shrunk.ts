import type { Why } from '#model/snapshot.ts';

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
 * GitLab answers with success and an empty list for a label that nobody uses any more.
 *
 * @param now How many came.
 * @param before How many last good rows GitLab still shows; `undefined` when there are none to compare with.
 */
export function describeShrinking(
	now: number,
	before: number | undefined,
	{ mayBeEmpty, acceptShrunk }: ShrinkLimits,
): Why | undefined {
	if (acceptShrunk || (mayBeEmpty && now === 0)) return undefined;
	if (before === undefined ? now > 0 : 2 * now >= before) return undefined;
	const came =
		before === undefined ? 'without any rows' : `with ${String(now)} instead of ${rows(before)}`;
	const forReaders = `The list came ${came}, so it was held back.`;
	const reason = `${forReaders} If it is right, run npm run pull -- --accept-shrunk.`;
	return { reason, forReaders };
}

function rows(count: number): string {
	return count === 1 ? '1 row' : `${String(count)} rows`;
}

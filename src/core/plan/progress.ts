import type { Issue } from '#model/issue.ts';

/** How much of some work is closed. There may be no work at all: look at `total` before dividing. */
export interface Progress {
	/** Issues. */
	count: { closed: number; total: number };
	/** Points, of the issues that have a weight. `null`: no issue has one. */
	weight: { closed: number; total: number } | null;
	/** Issues without a weight. They are in no figure of `weight`. */
	notWeighed: number;
}

/**
 * Counts what is closed, once by issues and once by weight.
 *
 * An issue is done when GitLab says `closed`; any other word counts as not done. A weight of 0 is a
 * weight. An issue that nobody weighed is never taken for 0: it is counted in `notWeighed`.
 */
export function measureProgress(issues: readonly Pick<Issue, 'state' | 'weight'>[]): Progress {
	const closed = issues.filter(({ state }) => state === 'closed');
	const weights = weightsOf(issues);
	return {
		count: { closed: closed.length, total: issues.length },
		weight: weights.length === 0 ? null : { closed: sum(weightsOf(closed)), total: sum(weights) },
		notWeighed: issues.length - weights.length,
	};
}

function weightsOf(issues: readonly Pick<Issue, 'weight'>[]): number[] {
	return issues.map(({ weight }) => weight).filter((weight) => weight !== null);
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}

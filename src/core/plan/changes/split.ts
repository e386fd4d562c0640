import { measureProgress, type Progress } from '#core/plan/progress.ts';
import type { Issue } from '#model/issue.ts';

/** How much work some issues are, and how much of it is committed and how much is stretch. */
export type Split = Record<'all' | 'committed' | 'stretch', Progress>;

interface Committed {
	issue: Pick<Issue, 'state' | 'weight'>;
	commitment: 'deliverable' | 'stretch';
}

export function sumUp(issues: readonly Committed[]): Split {
	const measure = (some: readonly Committed[]) => measureProgress(some.map(({ issue }) => issue));
	const isCommitted = ({ commitment }: Committed) => commitment === 'deliverable';
	return {
		all: measure(issues),
		committed: measure(issues.filter(isCommitted)),
		stretch: measure(issues.filter((one) => !isCommitted(one))),
	};
}

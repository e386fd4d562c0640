import { measureProgress } from '#core/plan/progress.ts';
import type { Issue } from '#model/issue.ts';

/** How much work some issues are. */
export interface Amount {
	issues: number;
	/** Points of those that have a weight. `null`: none has. */
	weight: number | null;
	/** Issues without a weight. */
	notWeighed: number;
}

/** An amount, and how much of it is committed and how much is stretch. */
export interface Split {
	all: Amount;
	committed: Amount;
	stretch: Amount;
}

interface Committed {
	issue: Pick<Issue, 'state' | 'weight'>;
	commitment: 'deliverable' | 'stretch';
}

export function sumUp(issues: readonly Committed[]): Split {
	const isCommitted = ({ commitment }: Committed) => commitment === 'deliverable';
	return {
		all: measure(issues),
		committed: measure(issues.filter(isCommitted)),
		stretch: measure(issues.filter((one) => !isCommitted(one))),
	};
}

function measure(issues: readonly Committed[]): Amount {
	const { count, weight, notWeighed } = measureProgress(issues.map(({ issue }) => issue));
	return { issues: count.total, weight: weight?.total ?? null, notWeighed };
}

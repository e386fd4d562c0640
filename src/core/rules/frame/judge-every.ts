import type { EvidenceItem, RuleVerdict } from './rule.ts';
import { fails, notChecked, passes } from './verdicts.ts';

interface Every<One> {
	/** All to which the rule applies. */
	all: readonly One[];
	isWrong: (one: One) => boolean;
	toItem: (one: One) => EvidenceItem;
	/** When there is none: why nothing can be said, and what it would take. */
	none: { observed: string; needs: string };
	/** What is so when all are right, as a sentence. */
	right: (count: number) => string;
	/** What is so when some are wrong, as a sentence. */
	wrong: (count: number, of: number) => string;
	/** What to do about these, as a sentence. */
	fix: string;
}

/** Judges a rule that each of many has to keep. Of none, nothing is said. */
export function judgeEvery<One>(every: Every<One>): RuleVerdict {
	const { all, isWrong, toItem, none, right, wrong, fix } = every;
	if (all.length === 0) return notChecked(none.observed, none.needs);
	const broken = all.filter(isWrong);
	if (broken.length === 0) return passes(right(all.length));
	return fails(wrong(broken.length, all.length), fix, broken.map(toItem));
}

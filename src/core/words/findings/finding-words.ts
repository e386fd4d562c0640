import type { Finding, FindingRule } from '#core/findings/finding.ts';

/** What a finding says, after the place that it is about. */
export interface FindingWords {
	found: string;
	/** Why it is so, or why nobody knows. */
	why?: string | undefined;
	/** The same with what only those who pull can do about it, where that is part of it. */
	whyForPull?: string;
	fix?: string;
	/** What only those who pull can do. */
	command?: string;
}

/** What to say of findings, by their rule. */
export type WordsOf<Rule extends FindingRule> = {
	readonly [One in Rule]: (finding: Finding<One>) => FindingWords;
};

import type { Issue } from '#model/issue.ts';
import type { EvidenceItem, RuleVerdict, RuleWorld } from './rule.ts';
import { fails, issueItem, notChecked, passes } from './verdicts.ts';
import { say, sayOf, type Doing } from './words.ts';

interface Every<One> {
	/** All to which the rule applies. */
	all: readonly One[];
	isWrong: (one: One) => boolean;
	toItem: (one: One) => EvidenceItem;
	/** When there is none: why nothing can be said, and what it would take. */
	none: { observed: string; needs: string };
	/** What each is: `planned issue`. Needed where the next two are no sentences of their own. */
	noun?: string;
	/** What they do when all are right; or a sentence. */
	right: Doing | ((count: number) => string);
	/** What those do that are wrong; or a sentence. */
	wrong: Doing | ((count: number, of: number) => string);
	/** What to do about these, as a sentence. */
	fix: string;
}

/** Judges a rule that each of many has to keep. Of none, nothing is said. */
export function judgeEvery<One>(every: Every<One>): RuleVerdict {
	const { all, isWrong, toItem, none, noun = '', right, wrong, fix } = every;
	const of = all.length;
	if (of === 0) return notChecked(none.observed, none.needs);
	const broken = all.filter(isWrong);
	if (broken.length === 0) {
		return passes(typeof right === 'function' ? right(of) : `${say(of, noun, right)}.`);
	}
	const observed =
		typeof wrong === 'function'
			? wrong(broken.length, of)
			: `${sayOf(broken.length, of, noun, wrong)}.`;
	return fails(observed, fix, broken.map(toItem));
}

/** As `judgeEvery`, for rules that each issue has to keep. */
export function judgeIssues(world: RuleWorld, every: Omit<Every<Issue>, 'toItem'>): RuleVerdict {
	return judgeEvery({ ...every, toItem: (issue) => issueItem(world, issue) });
}

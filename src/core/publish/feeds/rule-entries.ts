import type { AddressOf, SitePath } from '#core/publish/exports/addresses.ts';
import { ruleAnswers } from '#core/publish/exports/rules-export.ts';
import type { RuleChange } from '#core/rules/frame/rules-of-day.ts';
import { handbookRules } from '#core/rules/rules.ts';
import { formatDay } from '#core/words/formats.ts';
import type { Answer } from '#model/checks.ts';
import type { FeedEntry } from './feed-entry.ts';

interface Surroundings {
	addressOf: AddressOf;
	/** The page that lists the rules. `undefined`: there is none. */
	rulesPage: SitePath | undefined;
}

/** What came of a rule, since it was otherwise, as entries of the feed. */
export function toRuleEntries(
	changes: readonly RuleChange[],
	{ addressOf, rulesPage }: Surroundings,
): FeedEntry[] {
	return changes.map(({ id, day, since, from, to }) => ({
		id: ['rules', day, id, to],
		day,
		title: `The rule "${handbookRules[id].title}" ${nowWords[to]}.`,
		link: addressOf(rulesPage === undefined ? '/' : `${rulesPage}#rule-${id}`),
		kind: `rule-${ruleAnswers[to]}`,
		notes: [`On ${formatDay(since)} it ${thenWords[from]}.`, handbookRules[id].why],
	}));
}

const nowWords: Record<Answer, string> = {
	holds: 'passes again',
	broken: 'fails now',
	exempt: 'is exempt now',
	unknown: "can't be checked any more",
};
const thenWords: Record<Answer, string> = {
	holds: 'passed',
	broken: 'failed',
	exempt: 'was exempt',
	unknown: "couldn't be checked",
};

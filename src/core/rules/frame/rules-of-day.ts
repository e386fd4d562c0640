import { keptDay, type KeptPull } from '#core/base/kept-day.ts';
import type { Answer } from '#model/checks.ts';
import type { RulesOfDay } from '#model/history.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { compareText } from '#model/order.ts';
import { ruleIds, type RuleId } from '#model/rules.ts';
import type { RuleResult } from './rule.ts';

/**
 * What the history keeps of the snapshot's day: answers alone, in the order of all rules, so that a
 * diff shows changes only. What could not be told, or was told by an older list, says nothing of the day.
 */
export function toRulesOfDay(pull: KeptPull, results: readonly RuleResult[]): RulesOfDay {
	const rules: Partial<Record<RuleId, Answer>> = {};
	for (const id of ruleIds) {
		const result = results.find((one) => one.id === id);
		if (result && result.answer !== 'unknown' && result.readAt === pull.pulledAt) {
			rules[id] = result.answer;
		}
	}
	return { ...keptDay(pull), rules };
}

/** A rule whose answer is another one than when it was last known. */
export interface RuleChange {
	id: RuleId;
	day: IsoDate;
	/** The day of the answer before. */
	since: IsoDate;
	from: Answer;
	to: Answer;
}

/**
 * What has changed from one kept answer to the next, newest first.
 *
 * @param stated The rules that the handbook states today: of others nothing is told.
 */
export function findRuleChanges(
	days: readonly RulesOfDay[],
	stated: readonly { id: RuleId }[],
): RuleChange[] {
	return stated
		.flatMap(({ id }) => {
			const known = listAnswers(days, id);
			return known.flatMap(({ day, answer: to }, index) => {
				const before = known[index - 1];
				if (before === undefined || before.answer === to) return [];
				return [{ id, day, since: before.day, from: before.answer, to }];
			});
		})
		.toSorted((a, b) => compareText(b.day, a.day));
}

/** The known answers of a rule, in the order of the days. */
export function listAnswers(
	days: readonly RulesOfDay[],
	id: RuleId,
): { day: IsoDate; answer: Answer }[] {
	return days.flatMap(({ day, rules: { [id]: answer } }) => (answer ? [{ day, answer }] : []));
}

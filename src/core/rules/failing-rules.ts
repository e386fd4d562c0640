import type { FailingRule } from '#core/doubt/page-doubt.ts';
import type { RulesOfDay } from '#model/history.ts';
import type { RuleId } from '#model/rules.ts';
import { listAnswers } from './frame/rules-of-day.ts';
import { handbookRules } from './rules.ts';

/**
 * The rules that failed when they were last known, with the first day of those on which they have been
 * known to fail since they last had another answer.
 *
 * @param days What was kept, oldest first.
 * @param stated The rules that the handbook states today.
 */
export function findFailingRules(
	days: readonly RulesOfDay[],
	stated: readonly { id: RuleId }[],
): FailingRule[] {
	return stated.flatMap(({ id }) => {
		const known = listAnswers(days, id);
		const lastOther = known.findLastIndex(({ answer }) => answer !== 'broken');
		const since = known[lastOther + 1]?.day;
		return since === undefined ? [] : [{ id, title: handbookRules[id].title, since }];
	});
}

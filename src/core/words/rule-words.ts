import type { EvidenceItem, RuleResult } from '#core/rules/frame/rule.ts';
import type { Answer } from '#model/checks.ts';
import { answerOrder } from './check-words.ts';
import { formatCount, formatDay, withFullStop } from './formats.ts';
import { milestonePage, projectPage } from './links.ts';
import type { VerdictWords } from './verdict-words.ts';

export function describeRuleExemption({
	reason,
	by,
	until,
}: NonNullable<RuleResult['exemption']>): string {
	return `Exempt until ${formatDay(until)}: ${withFullStop(reason)} Decided by the ${by}.`;
}

/** Where an item of evidence leads: to its page of the handbook, if it has one. `null`: nowhere. */
export function findItemAddress(
	{ url, project, milestone }: EvidenceItem,
	addressOf: (path: `/${string}`) => string,
): string | null {
	if (project !== undefined) return addressOf(projectPage(project));
	if (milestone !== undefined) return addressOf(milestonePage(milestone));
	return url ?? null;
}

/** How many more there are than evidence is shown of. `undefined`: all is shown. */
export function describeRest({ items, total }: RuleResult['evidence']): string | undefined {
	const rest = total - items.length;
	return rest > 0 ? `and ${String(rest)} more` : undefined;
}

/** `3 of 26 rules fail`, and what came of the others. That none fails is said of those that were checked. */
export function describeRules(results: readonly Pick<RuleResult, 'answer'>[]): VerdictWords {
	const countOf = (answer: Answer) => results.filter((one) => one.answer === answer).length;
	const failing = countOf('broken');
	const checked = results.length - countOf('unknown');
	const isWhole = checked === results.length;
	const others = answerOrder
		.filter((answer) => answer !== 'broken' && countOf(answer) > 0)
		.map((answer) => `${String(countOf(answer))} ${otherWords[answer]}`);
	const of = `of ${formatCount(results.length, 'rule')}`;
	const ofChecked = isWhole ? of : `of the ${formatCount(checked, 'rule')} that could be checked`;
	if (checked === 0) {
		return { tone: 'quiet', mark: 'unknown', sentence: 'We couldn’t check any rule' };
	}
	return {
		tone: failing > 0 ? 'bad' : isWhole ? 'good' : 'quiet',
		mark: failing > 0 ? 'cross' : isWhole ? 'tick' : 'unknown',
		sentence:
			failing === 0
				? `None ${ofChecked} fails`
				: `${String(failing)} ${of} ${failing === 1 ? 'fails' : 'fail'}`,
		reckoning: others.length === 0 ? [] : [`${others.join(', ')}.`],
	};
}

const otherWords: Record<Answer, string> = {
	broken: 'failing',
	unknown: 'not checked',
	exempt: 'exempt',
	holds: 'passing',
};

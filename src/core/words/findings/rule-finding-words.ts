import type { RuleFindings } from '#core/findings/rule-findings.ts';
import type { RuleResult } from '#core/rules/frame/rule.ts';
import { withFullStop } from '../formats.ts';
import { describeRest } from '../rule-words.ts';
import type { WordsOf } from './finding-words.ts';

/** Rules of the handbook, for the people who look after it. */
export const ruleFindingWords: WordsOf<keyof RuleFindings> = {
	'rule-fails': ({ result, exemptionEnded }) => {
		const { observed, evidence, fix } = result;
		const items = [...evidence.items.map(({ text }) => text), describeRest(evidence)];
		const shown = items.filter((item) => item !== undefined).join('; ');
		const ended = exemptionEnded ? ' Its exemption has ended.' : '';
		return {
			found: `${nameRule(result)} fails: ${withFullStop(observed)}${ended}`,
			...(shown !== '' && { why: `It's about: ${withFullStop(shown)}` }),
			fix: `${fix?.text ?? ''}${nameOwner(result)}`,
		};
	},
	'rule-not-checked': ({ result }) => ({
		found: `${nameRule(result)} couldn't be checked: ${withFullStop(result.observed)}`,
		fix: `To check it, you need: ${result.needs ?? ''}${nameOwner(result)}`,
	}),
	'rule-exemption-not-needed': ({ result }) => ({
		found: `${nameRule(result)} passes, so its exemption isn't needed.`,
		fix: 'Remove it.',
	}),
};

function nameRule({ id, title }: RuleResult): string {
	return `The rule "${id}" (${title})`;
}

function nameOwner({ declared: { owner } }: RuleResult): string {
	return owner === undefined ? '' : ` Owner: ${owner}.`;
}

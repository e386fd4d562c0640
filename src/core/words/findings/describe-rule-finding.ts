import type { RuleFinding } from '#core/findings/rule-findings.ts';
import { withFullStop } from '../formats.ts';
import { describeRest } from '../rule-words.ts';
import type { FindingWords } from './finding-words.ts';

/** A rule of the handbook, for the people who look after it. */
export function describeRuleFinding(finding: RuleFinding): FindingWords {
	const { result } = finding;
	const { id, title, observed, evidence, needs, fix, declared } = result;
	const name = `The rule "${id}" (${title})`;
	const owner = declared.owner === undefined ? '' : ` Owner: ${declared.owner}.`;
	switch (finding.rule) {
		case 'rule-fails': {
			const items = [...evidence.items.map(({ text }) => text), describeRest(evidence)];
			const shown = items.filter((item) => item !== undefined).join('; ');
			const ended = finding.exemptionEnded ? ' Its exemption has ended.' : '';
			return {
				found: `${name} fails: ${withFullStop(observed)}${ended}`,
				...(shown !== '' && { why: `It's about: ${withFullStop(shown)}` }),
				fix: `${fix?.text ?? ''}${owner}`,
			};
		}
		case 'rule-not-checked':
			return {
				found: `${name} couldn't be checked: ${withFullStop(observed)}`,
				fix: `To check it, you need: ${needs ?? ''}${owner}`,
			};
		case 'rule-exemption-not-needed':
			return { found: `${name} passes, so its exemption isn't needed.`, fix: 'Remove it.' };
	}
}

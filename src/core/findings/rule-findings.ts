import type { RuleResult } from '#core/rules/frame/rule.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { FindingBase, FindingLevel } from './finding-base.ts';
import type { Finding } from './finding.ts';

/** Rules of the handbook of which somebody should know. */
export interface RuleFindings {
	'rule-fails': { result: RuleResult; exemptionEnded: boolean };
	'rule-not-checked': { result: RuleResult };
	'rule-exemption-not-needed': { result: RuleResult };
}

/**
 * Turns the handbook's rules into findings: those that fail, those that couldn't be checked, and
 * exemptions of rules that pass.
 *
 * @param today The snapshot's day.
 */
export function findRuleFindings(results: readonly RuleResult[], today: IsoDate): Finding[] {
	return results.flatMap((result): Finding[] => {
		const { answer, declared } = result;
		const { exempt } = declared;
		switch (answer) {
			case 'broken': {
				const exemptionEnded = exempt !== undefined && exempt.until < today;
				return [{ rule: 'rule-fails', result, exemptionEnded, ...about(result, 'broken') }];
			}
			case 'unknown':
				return [{ rule: 'rule-not-checked', result, ...about(result, 'unknown') }];
			case 'holds':
				return exempt === undefined
					? []
					: [{ rule: 'rule-exemption-not-needed', result, ...about(result, 'notice') }];
			case 'exempt':
				return [];
		}
	});
}

function about({ id, declared }: RuleResult, level: FindingLevel): FindingBase {
	return { level, concerns: 'project', place: declared.place, key: id };
}

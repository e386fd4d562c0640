import { toPlainLine } from '#core/base/plain-text.ts';
import { countAnswers } from '#core/inventory/checks/run-checks.ts';
import type { RuleResult } from '#core/rules/frame/rule.ts';
import { findItemAddress } from '#core/words/rule-words.ts';
import type { Answer } from '#model/checks.ts';
import { ExportedRule, RulesExport } from '#model/exports/rules.ts';
import type { SitePath } from './addresses.ts';
import { toExportHead, type HeadSource } from './export-head.ts';
import { column, columnsOf, toTable, type CsvTable } from './csv.ts';

interface RulesSource extends HeadSource {
	results: readonly RuleResult[];
	pages: ReadonlyMap<string, readonly { path: SitePath }[]>;
}

export function toRulesExport(source: RulesSource): RulesExport {
	const { holds, broken, unknown, exempt } = countAnswers(source.results);
	return {
		...toExportHead('rules', source),
		counts: { passes: holds, fails: broken, notChecked: unknown, exempt },
		rules: source.results.map((result) => toRule(result, source)),
	};
}

/** What an answer is called outside of this code. */
export const ruleAnswers: Readonly<Record<Answer, ExportedRule['answer']>> = {
	holds: 'passes',
	broken: 'fails',
	unknown: 'not-checked',
	exempt: 'exempt',
};

function toRule(result: RuleResult, { pages, addressOf }: RulesSource): ExportedRule {
	const { id, title, statement, answer, observed, evidence, from, readAt } = result;
	const { needs, fix, exemption, declared } = result;
	return {
		id,
		title,
		statement,
		answer: ruleAnswers[answer],
		observed: toPlainLine(observed),
		evidence: evidence.items.map((item) => ({
			text: toPlainLine(item.text),
			url: findItemAddress(item, addressOf),
		})),
		evidenceCount: evidence.total,
		readFrom: from?.text ?? null,
		readAt,
		needs: needs ?? null,
		fix: fix?.text ?? null,
		exemption: exemption ? { ...exemption } : null,
		owner: declared.owner ?? null,
		pages: (pages.get(id) ?? []).map(({ path }) => addressOf(path)),
	};
}

export function toRulesTable({ snapshot, rules }: RulesExport): CsvTable {
	const keys = ExportedRule.keyof().exclude(['evidence', 'readFrom', 'exemption']).options;
	const columns = [
		...columnsOf(ExportedRule, keys, (rule: ExportedRule) => rule),
		column<ExportedRule>('exempt_until', 'The last day of the exemption.', ({ exemption }) =>
			exemption === null ? null : exemption.until,
		),
		...columnsOf(RulesExport.shape.snapshot, ['source', 'sample'], () => snapshot),
	];
	return toTable(columns, rules);
}

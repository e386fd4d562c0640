import { ExportedRule, RulesExport } from '#model/exported-rules.ts';
import { column, columnsOf, toTable, type CsvTable } from './csv.ts';

/** The rules of the JSON, a row each. */
export function toRulesTable({ snapshot, rules }: RulesExport): CsvTable {
	const columns = [
		...columnsOf(ExportedRule, keys, (rule: ExportedRule) => rule),
		column<ExportedRule>('exempt_until', 'The last day of the exemption.', ({ exemption }) =>
			exemption === null ? null : exemption.until,
		),
		...columnsOf(RulesExport.shape.snapshot, ['source', 'sample'], () => snapshot),
	];
	return toTable(columns, rules);
}

const keys = [
	'id',
	'title',
	'statement',
	'answer',
	'observed',
	'evidenceCount',
	'readAt',
	'needs',
	'fix',
	'owner',
	'pages',
] as const;

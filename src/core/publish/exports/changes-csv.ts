import { ChangedIssue, ChangesExport, ExportedChange } from '#model/exported-changes.ts';
import { columnsOf, toTable, type CsvTable } from './csv.ts';

/** The changes of the JSON, a row each. */
export function toChangesTable({ snapshot, changes }: ChangesExport): CsvTable {
	const change = (row: ExportedChange) => row;
	const issue = (row: ExportedChange) => row.issue;
	const columns = [
		...columnsOf(ExportedChange, ['day', 'since', 'kind', 'sentence'], change),
		...columnsOf(ChangedIssue, ['reference', 'title'], issue),
		...columnsOf(ExportedChange, ['milestone', 'from', 'to'], change),
		...columnsOf(ChangedIssue, ['webUrl'], issue),
		...columnsOf(ChangesExport.shape.snapshot, ['pulledAt', 'source', 'sample'], () => snapshot),
	];
	return toTable(columns, changes);
}

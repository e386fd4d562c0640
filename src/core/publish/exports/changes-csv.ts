import type { ChangesExport, ExportedChange } from '#model/exported-changes.ts';
import { column, toTable, type CsvColumn, type CsvTable } from './csv.ts';

type Column = CsvColumn<ExportedChange>;

/** The changes of the JSON, a row each. */
export function toChangesTable(changes: ChangesExport): CsvTable {
	return toTable(changesColumns(changes), changes.changes);
}

/** Names stay as they are. */
function changesColumns({ snapshot }: Pick<ChangesExport, 'snapshot'>): Column[] {
	return [
		column('day', 'Day of the plan in which the change was first seen.', ({ day }) => day),
		column('since', 'Day of the plan before it.', ({ since }) => since),
		column('kind', 'What has changed, in a word that stays.', ({ kind }) => kind),
		column('sentence', 'The change in words.', ({ sentence }) => sentence),
		column('reference', 'The issue. Empty: a date of a milestone.', ({ issue }) => {
			return issue?.reference ?? null;
		}),
		column('title', 'Its title on that day.', ({ issue }) => issue?.title ?? null),
		column('milestone', 'The milestone whose date has moved.', ({ milestone }) => milestone),
		column('from', 'What it was. Empty: none, or the kind has no such value.', ({ from }) => from),
		column('to', 'What it is, in the same way.', ({ to }) => to),
		column('web_url', 'The issue on GitLab.', ({ issue }) => issue?.webUrl ?? null),
		column('pulled_at', 'When GitLab was last asked.', () => snapshot.pulledAt),
		column('source', 'The GitLab that was asked.', () => snapshot.source),
		column('sample', 'true: all is invented.', () => snapshot.sample),
	];
}

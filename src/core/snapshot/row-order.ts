import { rowId, type ListName, type SnapshotRows } from '#model/snapshot.ts';
import { compareTitles } from '#core/base/milestones.ts';
import { compareReferences, compareText } from '#core/base/order.ts';

const sorters: {
	[List in ListName]: (rows: readonly SnapshotRows[List][number][]) => SnapshotRows[List];
} = {
	projects: sorterById(rowId.projects),
	consumers: sorterById(rowId.consumers),
	evidence: sorterById(rowId.evidence),
	libraries: sorterById(rowId.libraries),
	surface: (rows) =>
		rows.toSorted(
			(a, b) => compareText(a.source, b.source) || compareText(a.file, b.file) || a.line - b.line,
		),
	'group-projects': sorterById(rowId['group-projects']),
	access: sorterById(rowId.access),
	milestones: (rows) => rows.toSorted((a, b) => compareTitles(a.title, b.title)),
	issues: (rows) => rows.toSorted(compareReferences),
	'former-issues': (rows) => rows.toSorted(compareReferences),
	candidates: (rows) => rows.toSorted(compareReferences),
	'planning-issues': (rows) => rows.toSorted(compareReferences),
	groups: sorterById(rowId.groups),
	members: sorterById(rowId.members),
	team: (rows) =>
		rows.toSorted((a, b) => compareText(a.roster, b.roster) || a.position - b.position),
};

/** The one order in which a list's rows stand in a snapshot, so that a diff shows changes only. */
export function sortRows<List extends ListName>(
	list: List,
	rows: readonly SnapshotRows[List][number][],
): SnapshotRows[List] {
	return sorters[list](rows);
}

function sorterById<Row>(idOf: (row: Row) => string): (rows: readonly Row[]) => Row[] {
	return (rows) => rows.toSorted((a, b) => compareText(idOf(a), idOf(b)));
}

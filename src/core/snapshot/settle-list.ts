import type { IsoInstant } from '#model/identifiers.ts';
import {
	isPulled,
	lists,
	type ListedGroup,
	type ListName,
	type ListRow,
	type ListState,
	type SnapshotRows,
	type KeptFrom,
	type SurfaceFor,
	type Why,
} from '#model/snapshot.ts';
import { describeShrinking } from './shrunk.ts';

/** What came of asking for one list. Reasons are whole sentences for people. */
export type Outcome<Row> =
	| {
			kind: 'rows';
			rows: readonly Row[];
			/** True: nobody is asked for, or none is expected, so that no rows are an answer. */
			mayBeEmpty?: boolean;
			/** True: rows come and go in numbers, so that few of them are an answer as well. */
			mayShrink?: boolean;
			/** What of a few rows GitLab failed to answer. */
			partial?: string | undefined;
			/** Of a list that goes group by group: how old the rows of those are that GitLab failed to answer for. */
			keptFrom?: KeptFrom;
			/** Of `group-projects`: the groups that were asked for. */
			listedGroups?: readonly ListedGroup[];
			/** Of `surface`: what it was read from. */
			surfaceFor?: SurfaceFor;
	  }
	| ({ kind: 'failed' } & Why)
	/** The question could not be asked: it needs a token, for example. */
	| ({ kind: 'impossible' } & Why)
	/** The registry declares nothing of it. */
	| { kind: 'not-configured' };

interface ListWithState<List extends ListName> {
	state: ListState;
	rows: SnapshotRows[List];
}

/** What becomes of a list: it is replaced whole or not at all. */
export function settleList<List extends ListName>(
	list: List,
	outcome: Outcome<ListRow<List>>,
	before: ListWithState<List>,
	{ pulledAt, acceptShrunk }: { pulledAt: IsoInstant; acceptShrunk: boolean },
): ListWithState<List> {
	if (outcome.kind === 'not-configured')
		return { state: { state: outcome.kind }, rows: lists[list].sort([]) };
	const lastGoodRows = isPulled(before.state) ? before.rows : undefined;
	if (outcome.kind !== 'rows') return keepLastGood(before, outcome);
	const { mayBeEmpty = false, mayShrink = false } = outcome;
	const expected = lastGoodRows && withoutUnlisted(lastGoodRows, outcome.listedGroups);
	const limits = { mayBeEmpty, acceptShrunk: acceptShrunk || mayShrink };
	const doubt = describeShrinking(outcome.rows, expected, limits);
	if (doubt !== undefined) return keepLastGood(before, doubt);
	const rows = lists[list].sort(outcome.rows);
	const rowsBefore = lastGoodRows && { rowsBefore: lastGoodRows.length };
	const { partial, keptFrom } = outcome;
	const gaps = { ...(partial !== undefined && { partial }), ...(keptFrom && { keptFrom }) };
	return {
		state: { state: 'fresh', rows: rows.length, ...rowsBefore, pulledAt, ...gaps },
		rows,
	};
}

/** Of a group that is not asked for any more, or that GitLab says it does not show, nothing is expected. */
function withoutUnlisted(
	rows: readonly ListRow[],
	groups: readonly ListedGroup[] | undefined,
): readonly ListRow[] {
	if (groups === undefined) return rows;
	const listed = new Set<string>(groups.flatMap(({ group, visible }) => (visible ? group : [])));
	return rows.filter((row) => !('group' in row) || listed.has(row.group));
}

/** The rows that were there, with the reason why they are old. */
export function keepLastGood<List extends ListName>(
	{ state, rows }: ListWithState<List>,
	{ reason, forReaders }: Why,
): ListWithState<List> {
	const why = { reason, ...(forReaders !== undefined && forReaders !== reason && { forReaders }) };
	if (!isPulled(state)) return { state: { state: 'missing', ...why }, rows };
	const { rows: count, rowsBefore, pulledAt, keptFrom } = state;
	const counts = { rows: count, ...(rowsBefore !== undefined && { rowsBefore }) };
	const dates = { pulledAt, ...(keptFrom && { keptFrom }) };
	return { state: { state: 'stale', ...counts, ...dates, ...why }, rows };
}

import { formatCount } from '#core/words/formats.ts';
import type { IsoInstant } from '#model/identifiers.ts';
import {
	isHidden,
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

/** What came of asking for one list. Reasons are whole sentences for people. */
export type Outcome<Row> =
	| {
			kind: 'rows';
			rows: readonly Row[];
			/** True: nobody is asked for, or none is expected, so that no rows are an answer. */
			mayBeEmpty?: boolean;
			/** True: rows come and go in numbers, so that few of them, or none, are an answer as well. */
			mayShrink?: boolean;
			/** What of a few rows GitLab failed to answer. */
			partial?: string | undefined;
			/** Ids of last good rows that GitLab says it doesn't show any more: they go even when these are held back. */
			gone?: ReadonlySet<string> | undefined;
			/** Of a list that goes group by group: how old the rows of those are that GitLab failed to answer for. */
			keptFrom?: KeptFrom;
			/** Of `group-projects`: the groups that were asked for. */
			listedGroups?: readonly ListedGroup[];
			/** Of `surface`: what it was read from. */
			surfaceFor?: SurfaceFor;
	  }
	| ({ kind: 'failed'; gone?: ReadonlySet<string> | undefined } & Why)
	/** GitLab says that strangers don't see what was asked for, so that nothing may be kept of it. */
	| ({ kind: 'hidden' } & Why)
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
	if (outcome.kind === 'hidden') {
		return { state: { ...toMissing(outcome), hidden: true }, rows: lists[list].sort([]) };
	}
	if (outcome.kind !== 'rows') return keepLastGood(list, before, outcome);
	const { mayBeEmpty = false, mayShrink = false, gone } = outcome;
	const lastGoodRows = isPulled(before.state) ? before.rows : undefined;
	const expected = lastGoodRows && withoutGone(list, lastGoodRows, gone);
	const limits = { mayBeEmpty, acceptShrunk: acceptShrunk || mayShrink };
	const doubt = describeShrinking(outcome.rows.length, expected?.length, limits);
	if (doubt !== undefined) return keepLastGood(list, before, { ...doubt, gone });
	const rows = lists[list].sort(outcome.rows);
	const rowsBefore = lastGoodRows && { rowsBefore: lastGoodRows.length };
	const { partial, keptFrom } = outcome;
	const gaps = { ...(partial !== undefined && { partial }), ...(keptFrom && { keptFrom }) };
	return {
		state: { state: 'fresh', rows: rows.length, ...rowsBefore, pulledAt, ...gaps },
		rows,
	};
}

/** The rows that were there and may be kept, with the reason why they are old. */
function keepLastGood<List extends ListName>(
	list: List,
	{ state, rows }: ListWithState<List>,
	{ gone, ...why }: Why & { gone?: ReadonlySet<string> | undefined },
): ListWithState<List> {
	const missing = toMissing(why);
	// What GitLab said of the place holds until it answers again.
	if (!isPulled(state)) return { state: isHidden(state) ? state : missing, rows };
	const kept = withoutGone(list, rows, gone);
	const { rowsBefore, pulledAt, keptFrom } = state;
	const counts = { rows: kept.length, ...(rowsBefore !== undefined && { rowsBefore }) };
	const dates = { pulledAt, ...(keptFrom && { keptFrom }) };
	return { state: { ...missing, state: 'stale', ...counts, ...dates }, rows: kept };
}

function withoutGone<List extends ListName>(
	list: List,
	rows: SnapshotRows[List],
	gone: ReadonlySet<string> = new Set(),
): SnapshotRows[List] {
	const all: readonly ListRow<List>[] = rows;
	return lists[list].sort(all.filter((row) => !gone.has(lists[list].id(row))));
}

function toMissing({ reason, forReaders }: Why) {
	const differs = forReaders !== undefined && forReaders !== reason;
	return { state: 'missing', reason, ...(differs && { forReaders }) } as const;
}

/**
 * Says why the rows that came are not to be trusted: there are none, or less than half of the last
 * good ones. GitLab answers so for a label that nobody uses any more. `undefined`: they are.
 *
 * @param now How many came.
 * @param before How many last good rows GitLab still shows. `undefined`: there are none to compare with.
 */
export function describeShrinking(
	now: number,
	before: number | undefined,
	{ mayBeEmpty, acceptShrunk }: { mayBeEmpty: boolean; acceptShrunk: boolean },
): Why | undefined {
	if (acceptShrunk || (mayBeEmpty && now === 0)) return undefined;
	if (before === undefined ? now > 0 : 2 * now >= before) return undefined;
	const came =
		before === undefined
			? 'without any rows'
			: `with ${String(now)} instead of ${formatCount(before, 'row')}`;
	const forReaders = `The list came ${came}, so it was held back.`;
	const reason = `${forReaders} If it is right, run npm run pull -- --accept-shrunk.`;
	return { reason, forReaders };
}

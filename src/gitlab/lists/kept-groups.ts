import { describeKept } from '#core/words/unanswered-words.ts';
import type { GroupPath } from '#model/identifiers.ts';
import {
	pulledAtOf,
	type KeptFrom,
	type ListState,
	type Snapshot,
	type SnapshotRows,
} from '#model/snapshot.ts';
import { failIfMost, PartFailure, unlessFailed } from './part-failure.ts';

/** What was known of a list, and when that was pulled. */
export interface KnownList<Row> {
	rows: readonly Row[];
	state: ListState;
}

export function knownList<List extends 'groups' | 'group-projects' | 'members' | 'access'>(
	lastGood: Snapshot | undefined,
	list: List,
): KnownList<SnapshotRows[List][number]> | undefined {
	return lastGood && { rows: lastGood.rows[list], state: lastGood.about.lists[list] };
}

/** What came of asking group by group. */
export interface AskedGroups<Row> {
	list: {
		rows: Row[];
		partial: string | undefined;
		/** Of the groups that GitLab failed to answer for. */
		keptFrom: KeptFrom;
	};
	failed: ReadonlyMap<GroupPath, PartFailure>;
}

/**
 * Asks group by group. Of one that GitLab fails to answer for the last good rows are kept, before those
 * of the others; without any it is not known.
 *
 * @throws what failed, when that says something of more than single groups (`failIfMost`).
 */
export async function askGroups<Row>(
	groups: readonly GroupPath[],
	known: KnownList<Row> | undefined,
	groupOf: (row: Row) => GroupPath,
	ask: (group: GroupPath) => Promise<readonly Row[]>,
): Promise<AskedGroups<Row>> {
	const answers = await Promise.all(
		groups.map(async (path) => ({ path, answer: await unlessFailed(() => ask(path)) })),
	);
	failIfMost(answers.map(({ answer }) => answer));
	const answered = answers.flatMap(({ answer }) => (answer instanceof PartFailure ? [] : answer));
	const failed = answers.flatMap(({ path, answer }) => {
		if (!(answer instanceof PartFailure)) return [];
		const rows = known?.rows.filter((row) => groupOf(row) === path) ?? [];
		const keptFrom = known && rows.length > 0 ? pulledAtOf(known.state, path) : null;
		return { path, failure: answer, rows: keptFrom === null ? [] : rows, keptFrom };
	});
	return {
		list: {
			rows: [...failed.flatMap(({ rows }) => rows), ...answered],
			partial: describeKept(
				'group',
				failed.map((one) => ({ ...one, why: one.failure.why })),
			),
			keptFrom:
				failed.length === 0
					? undefined
					: Object.fromEntries(failed.map(({ path, keptFrom }) => [path, keptFrom])),
		},
		failed: new Map(failed.map(({ path, failure }) => [path, failure])),
	};
}

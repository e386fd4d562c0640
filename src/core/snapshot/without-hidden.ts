import type { IsoInstant } from '#model/identifiers.ts';
import {
	isPulled,
	lists,
	mapLists,
	pulledAtOf,
	type ListRow,
	type Snapshot,
	type SnapshotRows,
} from '#model/snapshot.ts';

/**
 * Drops what is older than GitLab's word that it doesn't show the project: the rows of a list that it
 * failed to answer may be of a project that is private by now.
 */
export function withoutHidden({ about, rows }: Snapshot): SnapshotRows {
	const hidden = findHidden({ about, rows });
	if (hidden.size === 0) return rows;
	return mapLists<SnapshotRows>((list) => {
		const all: readonly ListRow<typeof list>[] = rows[list];
		const isShown = (row: ListRow) => {
			const path = list === 'group-projects' && 'path' in row ? row.path : projectOf(row);
			const group = 'group' in row ? row.group : undefined;
			const hiddenAt = hidden.get(path?.toLowerCase() ?? '') ?? '';
			return hiddenAt <= (pulledAtOf(about.lists[list], group) ?? '');
		};
		return lists[list].sort(all.filter(isShown));
	});
}

function projectOf(row: ListRow): string | undefined {
	return 'project' in row ? row.project : undefined;
}

/** By path in small letters, as GitLab compares them: when GitLab said so. */
function findHidden({ about, rows }: Snapshot): ReadonlyMap<string, IsoInstant> {
	const found = (['projects', 'consumers'] as const).flatMap((list) => {
		const state = about.lists[list];
		const unseen = rows[list].filter(({ answer }) => answer === 'missing-or-private');
		if (!isPulled(state)) return [];
		return unseen.map(({ path }) => [path.toLowerCase(), state.pulledAt] as const);
	});
	return new Map(found);
}

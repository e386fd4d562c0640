import { isBelow } from '#core/base/paths.ts';
import type { GroupProject } from '#model/checks.ts';
import type { GroupPath } from '#model/identifiers.ts';
import type { ListedGroup } from '#model/snapshot.ts';
import type { AskListing, ListedProject } from './listings.ts';
import { withoutDoubles } from './without-doubles.ts';

/**
 * All projects that a stranger sees in these groups and below them, each under the nearest of the
 * groups.
 *
 * `listedGroups`: which of the groups a stranger sees. `mayBeEmpty`: none, so that no rows are an
 * answer.
 */
export async function pullGroupProjects(
	ask: AskListing,
	groups: readonly GroupPath[],
	onGroup: () => void,
): Promise<{ rows: GroupProject[]; listedGroups: ListedGroup[]; mayBeEmpty: boolean }> {
	const answers = await Promise.all(
		groups.map(async (path) => {
			const rows = await ask({ path, withSubgroups: true });
			onGroup();
			return { group: path, visible: rows !== undefined, rows: toRows(rows ?? [], path) };
		}),
	);
	const rows = answers.flatMap((answer) => answer.rows);
	const nearest = rows.toSorted((a, b) => a.group.length - b.group.length);
	return {
		rows: withoutDoubles(nearest, ({ path }) => path),
		listedGroups: answers.map(({ group, visible }) => ({ group, visible })),
		mayBeEmpty: answers.every(({ visible }) => !visible),
	};
}

function toRows(projects: readonly ListedProject[], group: GroupPath): GroupProject[] {
	return projects
		.map(({ basic }) => basic)
		.filter(({ path }) => isBelow(path, group) && !/-deletion_scheduled-\d+$/.test(path))
		.map(({ path, id, archived, webUrl }) => ({
			path,
			group,
			id,
			archived: archived ?? false,
			webUrl,
		}));
}

import { isBelow } from '#core/base/paths.ts';
import { isToBeDeleted } from '#core/inventory/project-state.ts';
import type { GroupProject } from '#model/checks.ts';
import type { GroupPath } from '#model/identifiers.ts';
import type { ListedGroup } from '#model/snapshot.ts';
import { askGroups, type AskedGroups, type KnownList } from './kept-groups.ts';
import type { AskListing, ListedProject } from './listings.ts';
import { withoutDoubles } from './without-doubles.ts';

/**
 * All projects that a stranger sees in these groups and below them, each under the nearest of the
 * groups.
 *
 * `listedGroups`: which of the groups a stranger sees, as far as that is known.
 */
export async function pullGroupProjects(
	ask: AskListing,
	groups: readonly GroupPath[],
	known: KnownList<GroupProject> | undefined,
	onGroup: () => void,
): Promise<AskedGroups<GroupProject>['list'] & { listedGroups: ListedGroup[] }> {
	const hidden = new Set<GroupPath>();
	const { list } = await askGroups(
		groups,
		known,
		({ group }) => group,
		async (path) => {
			const rows = await ask({ path, withSubgroups: true }).finally(onGroup);
			if (!rows) hidden.add(path);
			return toRows(rows ?? [], path);
		},
	);
	const { rows, keptFrom } = list;
	const told = groups.filter((group) => keptFrom?.[group] !== null);
	const nearest = rows.toSorted((a, b) => a.group.length - b.group.length);
	return {
		...list,
		rows: withoutDoubles(nearest, ({ path }) => path),
		listedGroups: told.map((group) => ({ group, visible: !hidden.has(group) })),
	};
}

function toRows(projects: readonly ListedProject[], group: GroupPath): GroupProject[] {
	return projects
		.map(({ basic }) => basic)
		.filter(({ path }) => isBelow(path, group) && !isToBeDeleted(path))
		.map(({ path, id, archived, webUrl }) => ({
			path,
			group,
			id,
			archived: archived ?? false,
			webUrl,
		}));
}

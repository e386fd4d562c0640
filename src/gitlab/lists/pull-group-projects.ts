import { isBelow } from '#core/base/paths.ts';
import type { GroupProject } from '#model/checks.ts';
import type { GroupPath } from '#model/identifiers.ts';
import type { ListedGroup } from '#model/snapshot.ts';
import type { AskListing } from './listings.ts';
import type { BasicFacts } from '#gitlab/parse/to-model.ts';

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
			const listed = { path, withSubgroups: true };
			const [archived, active] = await Promise.all([ask(listed, true), ask(listed, false)]);
			onGroup();
			if (!archived || !active) return { group: path, visible: false, rows: [] };
			const rows = [...toRows(archived, path, true), ...toRows(active, path, false)];
			return { group: path, visible: true, rows };
		}),
	);
	const rows = answers.flatMap((answer) => answer.rows);
	const nearest = rows.toSorted((a, b) => a.group.length - b.group.length);
	return {
		rows: [...new Map(nearest.map((row) => [row.path, row])).values()],
		listedGroups: answers.map(({ group, visible }) => ({ group, visible })),
		mayBeEmpty: answers.every(({ visible }) => !visible),
	};
}

function toRows(
	projects: readonly BasicFacts[],
	group: GroupPath,
	archived: boolean,
): GroupProject[] {
	return projects
		.filter(({ path }) => isBelow(path, group) && !/-deletion_scheduled-\d+$/.test(path))
		.map(({ path, id, webUrl }) => ({ path, group, id, archived, webUrl }));
}

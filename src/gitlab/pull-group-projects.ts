import type { GroupProject } from '#model/checks.ts';
import type { GroupPath } from '#model/identifiers.ts';
import { isBelow } from './group-paths.ts';
import type { AskListing } from './listings.ts';
import type { BasicFacts } from './to-model.ts';

/**
 * All projects that a stranger sees in these groups and below them, each under the nearest of the
 * groups.
 *
 * `mayBeEmpty`: GitLab shows none of the groups, or there are none, so that no rows are an answer.
 */
export async function pullGroupProjects(
	ask: AskListing,
	groups: readonly GroupPath[],
	onGroup: () => void,
): Promise<{ rows: GroupProject[]; mayBeEmpty: boolean }> {
	const answers = await Promise.all(
		groups.map(async (path) => {
			const listed = { path, withSubgroups: true };
			const [archived, active] = await Promise.all([ask(listed, true), ask(listed, false)]);
			onGroup();
			if (!archived || !active) return undefined;
			return [...toRows(archived, path, true), ...toRows(active, path, false)];
		}),
	);
	const rows = answers.flatMap((answer) => answer ?? []);
	const nearest = rows.toSorted((a, b) => a.group.length - b.group.length);
	return {
		rows: [...new Map(nearest.map((row) => [row.path, row])).values()],
		mayBeEmpty: answers.every((answer) => answer === undefined),
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

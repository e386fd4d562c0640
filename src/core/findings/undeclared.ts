import type { GroupProject } from '#model/checks.ts';
import type { ProjectPath } from '#model/identifiers.ts';
import type { Registry } from '#model/registry.ts';
import type { SnapshotRows } from '#model/snapshot.ts';
import type { Addition } from '#core/inventory/check.ts';
import { addEntry } from '#core/inventory/checks/edit.ts';
import { entriesOf, type Entries, type Neighbours } from '#core/inventory/entries.ts';
import type { PlaceOf } from '#core/inventory/place.ts';
import type { Finding } from './finding.ts';
import { compareText } from '#model/order.ts';

/**
 * Finds the projects that GitLab lists in a group whose every project has to be declared, and that
 * are not: neither at their path nor, before they moved, at an older one. What is at an earlier path of
 * a declared project is no finding: the registry knows that path.
 */
export function findUndeclared(
	{ site, projects, checks }: Pick<Registry, 'site' | 'projects' | 'checks'>,
	rows: Pick<SnapshotRows, 'projects' | 'group-projects'>,
	placeOf: PlaceOf<'projects'>,
): Finding[] {
	const declared = new Set(projects.map(({ path }) => path.toLowerCase()));
	const entries = entriesOf(projects, (path) => placeOf('projects', path));
	const found = rows.projects.flatMap(({ path, facts }) =>
		facts && declared.has(path.toLowerCase()) ? [facts] : [],
	);
	const foundAt = new Set(found.map(({ path }) => path.toLowerCase()));
	const ids = new Set(found.map(({ id }) => id));
	const groups = new Set<string>(checks.completeGroups.map((group) => group.toLowerCase()));
	const listed = rows['group-projects'].filter(
		({ path, id, group }) =>
			groups.has(group.toLowerCase()) &&
			!ids.has(id) &&
			!foundAt.has(path.toLowerCase()) &&
			!entries.has(path),
	);
	// A group and one above it list the same project.
	return [...new Map(listed.map((row) => [row.id, row])).values()]
		.toSorted((a, b) => compareText(a.path, b.path))
		.map((row) => ({
			rule: 'project-not-declared',
			project: row.path,
			group: row.group,
			archived: row.archived,
			edit: toEdit(row, { site, projects }, entries),
		}));
}

function toEdit(
	{ path, archived }: GroupProject,
	{ site, projects }: Pick<Registry, 'site' | 'projects'>,
	entries: Entries,
): Addition | null {
	const neighbours = entries.neighboursOf(path);
	const { before, after } = neighbours;
	const like = findLike(path, neighbours);
	const model = projects.find((project) => project.path === like) ?? firstGroup(site);
	const edit = addEntry(
		{
			path,
			name: toName(path),
			...(model.group !== undefined && { group: model.group }),
			...(model.category !== undefined && { category: model.category }),
			...(archived && { archived: 'true' }),
		},
		{ before: before && entries.placeOf(before), after: after && entries.placeOf(after) },
	);
	return edit ?? null;
}

/**
 * The declared project that shares the longest beginning of the path: in the order of the paths it is
 * next to it. `undefined`: none is in the same top-level group.
 */
function findLike(path: ProjectPath, { before, after }: Neighbours): ProjectPath | undefined {
	const shared = { before: sharedWith(path, before), after: sharedWith(path, after) };
	const side = shared.after.length > shared.before.length ? 'after' : 'before';
	return shared[side].includes('/') ? { before, after }[side] : undefined;
}

function sharedWith(path: string, other = ''): string {
	let end = 0;
	while (end < path.length && path[end] === other[end]) end += 1;
	return path.slice(0, end);
}

function firstGroup({ projectGroups: [group] }: Registry['site']) {
	return { group: group?.id, category: group?.categories[0]?.id };
}

/** GitLab's listing tells no name. In quotes where YAML would read a number or a truth. */
function toName(path: ProjectPath): string {
	const name = path.slice(path.lastIndexOf('/') + 1);
	const isPlain =
		/^[A-Za-z][\w.-]*$/.test(name) && !/^(true|false|null|yes|no|on|off)$/i.test(name);
	return isPlain ? name : `'${name}'`;
}

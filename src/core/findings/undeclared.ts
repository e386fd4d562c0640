import type { GroupProject } from '#model/checks.ts';
import type { ProjectPath } from '#model/identifiers.ts';
import type { Registry } from '#model/registry.ts';
import { onlyGroup } from '#model/site.ts';
import type { SnapshotRows } from '#model/snapshot.ts';
import type { Addition } from '#core/inventory/check.ts';
import { addEntry, withEdits } from '#core/inventory/checks/edit.ts';
import { entriesOf, type Entries, type Entry, type Neighbours } from '#core/inventory/entries.ts';
import { wholeFile } from './finding-base.ts';
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
): Finding[] {
	const declared = new Set(projects.map(({ path }) => path.toLowerCase()));
	const entries = entriesOf(projects);
	const found = rows.projects.flatMap(({ path, facts }) =>
		facts && declared.has(path.toLowerCase()) ? [facts] : [],
	);
	const foundAt = new Set(found.map(({ path }) => path.toLowerCase()));
	const ids = new Set(found.map(({ id }) => id));
	const groups = new Set<string>(checks.completeGroups.map(({ path }) => path.toLowerCase()));
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
		.map(({ path, group, archived }): Finding => {
			const edit = toEdit({ path, archived }, site, entries);
			// An entry that goes before the first line is of the file as a whole.
			const line = edit === undefined || edit.line === 0 ? null : edit.line;
			return {
				rule: 'project-not-declared',
				level: archived ? 'notice' : 'broken',
				concerns: 'registry',
				place: { ...wholeFile('projects'), line },
				project: path,
				group,
				archived,
				...withEdits(edit),
			};
		});
}

function toEdit(
	{ path, archived }: Pick<GroupProject, 'path' | 'archived'>,
	site: Registry['site'],
	entries: Entries<Registry['projects'][number]>,
): Addition | undefined {
	const neighbours = entries.neighboursOf(path);
	const { before, after } = neighbours;
	const model = findLike(path, neighbours) ?? firstGroup(site);
	return addEntry(
		{
			path,
			name: toName(path),
			...(model.group !== undefined && model.group !== onlyGroup && { group: model.group }),
			...(model.category !== undefined && { category: model.category }),
			...(archived && { archived: 'true' }),
		},
		{ before: before?.place, after: after?.place },
	);
}

/**
 * The declared project that shares the longest beginning of the path: in the order of the paths it is
 * next to it. `undefined`: none is in the same top-level group.
 */
function findLike<One extends Entry>(
	path: ProjectPath,
	{ before, after }: Neighbours<One>,
): One | undefined {
	const shared = { before: sharedWith(path, before?.path), after: sharedWith(path, after?.path) };
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

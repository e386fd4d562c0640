import type { GroupProject } from '#model/checks.ts';
import type { ProjectPath } from '#model/identifiers.ts';
import type { Registry } from '#model/registry.ts';
import type { SnapshotRows } from '#model/snapshot.ts';
import type { Edit } from './checks/check.ts';
import type { PlaceOf } from './checks/place.ts';
import type { Finding } from './finding.ts';
import { compareText } from './order.ts';

/**
 * Finds the projects that GitLab lists in a group whose every project has to be declared, and that
 * are not: neither at their path nor, before they moved, at an older one.
 */
export function findUndeclared(
	{ site, projects, checks }: Pick<Registry, 'site' | 'projects' | 'checks'>,
	rows: Pick<SnapshotRows, 'projects' | 'group-projects'>,
	placeOf: PlaceOf<'projects'>,
): Finding[] {
	const declared = new Set(projects.map(({ path }) => path.toLowerCase()));
	const found = rows.projects.flatMap(({ path, facts }) =>
		facts && declared.has(path.toLowerCase()) ? [facts] : [],
	);
	const paths = new Set([...declared, ...found.map(({ path }) => path.toLowerCase())]);
	const ids = new Set(found.map(({ id }) => id));
	const groups = new Set<string>(checks.completeGroups.map((group) => group.toLowerCase()));
	const undeclared = rows['group-projects'].filter(
		({ path, id, group }) =>
			groups.has(group.toLowerCase()) && !ids.has(id) && !paths.has(path.toLowerCase()),
	);
	return placeInOrder(projects, undeclared).map(({ row, before, after }) => ({
		rule: 'project-not-declared',
		project: row.path,
		group: row.group,
		archived: row.archived,
		edit: {
			file: 'content/registry/projects.yaml',
			line: findLine(before, after, placeOf),
			action: 'add',
			text: toEntry(row, site.projectGroups[0]),
		},
	}));
}

interface Placed {
	row: GroupProject;
	/** The declared projects between which it belongs. */
	before: ProjectPath | undefined;
	after: ProjectPath | undefined;
}

/** Both lists are sorted once and walked side by side. */
function placeInOrder(
	projects: Registry['projects'],
	undeclared: readonly GroupProject[],
): Placed[] {
	const paths = projects.map(({ path }) => path).toSorted(compareText);
	let next = 0;
	return undeclared
		.toSorted((a, b) => compareText(a.path, b.path))
		.map((row) => {
			while (next < paths.length && compareText(paths[next] ?? row.path, row.path) < 0) next += 1;
			return { row, before: paths[next - 1], after: paths[next] };
		});
}

function findLine(
	before: ProjectPath | undefined,
	after: ProjectPath | undefined,
	placeOf: PlaceOf<'projects'>,
): Edit['line'] {
	if (before !== undefined) return placeOf('projects', before)?.end ?? null;
	const first = after === undefined ? undefined : placeOf('projects', after)?.line;
	return first === undefined ? null : first - 1;
}

function toEntry(
	{ path, archived }: GroupProject,
	group: Registry['site']['projectGroups'][number] | undefined,
): string {
	const [category] = group?.categories ?? [];
	return [
		`- path: ${path}`,
		`  name: ${toName(path)}`,
		...(group ? [`  group: ${group.id}`] : []),
		...(category ? [`  category: ${category.id}`] : []),
		...(archived ? ['  archived: true'] : []),
	].join('\n');
}

/** GitLab's listing tells no name. In quotes where YAML would read a number or a truth. */
function toName(path: ProjectPath): string {
	const name = path.slice(path.lastIndexOf('/') + 1);
	const isPlain =
		/^[A-Za-z][\w.-]*$/.test(name) && !/^(true|false|null|yes|no|on|off)$/i.test(name);
	return isPlain ? name : `'${name}'`;
}

import type { Project } from '#model/project.ts';
import type { Declared, DeclaredProject } from '#model/declared.ts';
import type { Registry } from '#model/registry.ts';
import type { About, SnapshotRows } from '#model/snapshot.ts';
import { dayOf } from '#core/base/dates.ts';
import type { ProjectChecks, Subject } from '#core/inventory/check.ts';
import { entriesOf, pathsOf, type Entries } from '#core/inventory/entries.ts';
import { rulesFor } from './rules.ts';
import { runChecks } from './run-checks.ts';

export interface CheckedSnapshot {
	about: About;
	rows: Pick<SnapshotRows, 'projects' | 'group-projects' | 'groups' | 'access'>;
}

export interface CheckedProject extends ProjectChecks {
	declared: Declared<DeclaredProject>;
	/** `undefined`: the snapshot knows nothing of it. */
	project: Project | undefined;
}

type CheckedRegistry = Pick<Registry, 'site' | 'projects' | 'checks'>;

const checkedBefore = new WeakMap<
	CheckedSnapshot,
	{ registry: CheckedRegistry; checked: readonly CheckedProject[] }
>();

/**
 * Checks all declared projects, in the registry's order. Once for the same registry and snapshot: rules,
 * findings, pages and previews all ask.
 */
export function checkProjects(
	registry: CheckedRegistry,
	snapshot: CheckedSnapshot,
): readonly CheckedProject[] {
	const before = checkedBefore.get(snapshot);
	if (before?.registry === registry) return before.checked;
	const checked = checkEach(registry, snapshot);
	checkedBefore.set(snapshot, { registry, checked });
	return checked;
}

function checkEach(registry: CheckedRegistry, snapshot: CheckedSnapshot): CheckedProject[] {
	const entries = entriesOf(registry.projects);
	const subjectOf = subjectsOf(registry, snapshot, entries);
	const rules = rulesFor(registry.checks);
	return registry.projects.map((declared) => {
		const subject = subjectOf(declared);
		return { declared, project: subject.project, ...runChecks(subject, rules) };
	});
}

/** Rows are found through maps: with a scan for each project, a thousand would be slow. */
function subjectsOf(
	{ site, checks }: CheckedRegistry,
	{ about, rows }: CheckedSnapshot,
	entries: Entries,
): (declared: Declared<DeclaredProject>) => Subject {
	const projects = new Map(rows.projects.map((row) => [keyOf(row), row]));
	const access = Map.groupBy(rows.access, ({ project }) => project.toLowerCase());
	const groupProjects = Map.groupBy(rows['group-projects'], ({ id }) => id);
	const today = dayOf(about.pulledAt);
	return (declared) => {
		const project = findRow(declared, projects);
		const id = project?.facts?.id;
		return {
			declared,
			entries,
			project,
			state: about.lists.projects,
			access: project === undefined ? [] : (access.get(keyOf(project)) ?? []),
			groupProjects: id === undefined ? [] : (groupProjects.get(id) ?? []),
			groups: rows.groups,
			rules: checks,
			about,
			today,
			instance: declared.instance ?? site.instance,
		};
	};
}

/** Until it is pulled at its new path, what was pulled at an earlier one counts. */
function findRow(
	declared: DeclaredProject,
	rows: ReadonlyMap<string, Project>,
): Project | undefined {
	return pathsOf(declared)
		.map((path) => rows.get(path.toLowerCase()))
		.find((row) => row !== undefined);
}

/** Paths that differ in case only lead to the same project. */
function keyOf({ path }: Pick<DeclaredProject, 'path'>): string {
	return path.toLowerCase();
}

import type { ProjectPath } from '#model/identifiers.ts';
import type { Project } from '#model/project.ts';
import type { DeclaredGroup, DeclaredProject, Registry } from '#model/registry.ts';
import { listNames, type Snapshot } from '#model/snapshot.ts';
import { dayOf } from './dates.ts';
import type { DeclaredList, Finding, ProjectList } from './finding.ts';
import { buildPlan } from './plan.ts';
import { isMoved } from './project-state.ts';

/** Where the registry declares an entry: `content/registry/projects.yaml:14`. */
export type DeclaredAt = (list: DeclaredList, path: string) => string;

/**
 * Compares what the team declares with what GitLab answered.
 *
 * A list that is missing gives one finding about itself and none about its rows: what was never
 * asked disagrees with nothing. Rows of a stale list are compared as they were. What GitLab does
 * not tell a stranger (`null`) is no finding either.
 */
export function findDrift(
	registry: Pick<Registry, 'projects' | 'consumers' | 'people' | 'plan'>,
	snapshot: Snapshot,
	declaredAt: DeclaredAt,
): Finding[] {
	const { rows } = snapshot;
	return [
		...findListTroubles(snapshot),
		...(isMissing(snapshot, 'projects')
			? []
			: findProjectDrift('projects', registry.projects, rows.projects, declaredAt)),
		...(isMissing(snapshot, 'consumers')
			? []
			: findProjectDrift('consumers', registry.consumers, rows.consumers, declaredAt)),
		...findHiddenGroups(registry.people, snapshot, declaredAt),
		...findUnplannedMilestones(registry, snapshot),
	];
}

function isMissing({ about }: Snapshot, list: keyof Snapshot['rows']): boolean {
	return about.lists[list].state === 'missing';
}

function findListTroubles({ about }: Snapshot): Finding[] {
	return listNames.flatMap((list): Finding[] => {
		const state = about.lists[list];
		switch (state.state) {
			case 'fresh':
				return [];
			case 'stale':
				return [{ rule: 'list-stale', list, pulledAt: state.pulledAt, reason: state.reason }];
			case 'missing':
				return [{ rule: 'list-missing', list, reason: state.reason }];
		}
	});
}

/** Consumers are not the team's: whether one is archived, the registry does not say. */
type Declared = Pick<DeclaredProject, 'path'> & Partial<Pick<DeclaredProject, 'archived'>>;

function findProjectDrift(
	list: ProjectList,
	declared: readonly Declared[],
	pulled: readonly Project[],
	declaredAt: DeclaredAt,
): Finding[] {
	const rows = new Map(pulled.map((row) => [keyOf(row), row]));
	const declaredKeys = new Set(declared.map(keyOf));
	return [
		...declared.flatMap((entry) =>
			findEntryDrift(entry, rows.get(keyOf(entry)), declaredAt(list, entry.path)),
		),
		...pulled
			.filter((row) => !declaredKeys.has(keyOf(row)))
			.map(({ path }): Finding => ({ rule: 'project-no-longer-declared', project: path, list })),
	];
}

/** Paths that differ in case only lead to the same project. */
function keyOf({ path }: { path: ProjectPath }): string {
	return path.toLowerCase();
}

function findEntryDrift(
	{ path: project, archived }: Declared,
	row: Project | undefined,
	declaredIn: string,
): Finding[] {
	if (row === undefined) return [{ rule: 'project-not-pulled', project, declaredIn }];
	if (row.answer === 'missing-or-private') {
		return [{ rule: 'project-missing-or-private', project, declaredIn }];
	}
	const { facts } = row;
	if (facts === null) return [];
	const findings: Finding[] = [];
	if (isMoved(row)) {
		findings.push({ rule: 'project-moved', project, declaredIn, movedTo: facts.path });
	}
	if (archived === false && facts.archived === true) {
		findings.push({ rule: 'project-archived', project, declaredIn });
	}
	if (archived === true && facts.archived === false) {
		findings.push({ rule: 'project-declared-archived', project, declaredIn });
	}
	return findings;
}

function findHiddenGroups(
	people: readonly DeclaredGroup[],
	{ rows }: Snapshot,
	declaredAt: DeclaredAt,
): Finding[] {
	return people
		.filter(({ path }) =>
			rows.groups.some(
				(group) => !group.visible && group.path.toLowerCase() === path.toLowerCase(),
			),
		)
		.map(({ path }) => ({
			rule: 'group-not-visible',
			group: path,
			declaredIn: declaredAt('people', path),
		}));
}

function findUnplannedMilestones(
	{ plan: rules }: Pick<Registry, 'plan'>,
	snapshot: Snapshot,
): Finding[] {
	if (isMissing(snapshot, 'planning-issues')) return [];
	const { current, next } = buildPlan({
		milestones: snapshot.rows.milestones,
		issues: [],
		planningIssues: snapshot.rows['planning-issues'],
		rules,
		today: dayOf(snapshot.about.pulledAt),
	});
	return [...(current === null ? [] : [current]), ...next]
		.filter(({ planningIssue }) => planningIssue === null)
		.map(({ milestone }) => ({
			rule: 'milestone-without-planning-issue',
			milestone: milestone.title,
			...rules.planningIssues,
		}));
}

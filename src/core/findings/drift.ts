import type { Project } from '#model/project.ts';
import type { DeclaredGroup, Registry } from '#model/registry.ts';
import { listNames, type Snapshot } from '#model/snapshot.ts';
import { findCallFindings } from './call-findings.ts';
import { findCheckFindings, findUnknownChecks } from './check-findings.ts';
import { checkConsumers } from '#core/inventory/checks/check-consumers.ts';
import { checkProjects } from '#core/inventory/checks/check-projects.ts';
import { pathsOf, type Entry } from '#core/inventory/entries.ts';
import { placeWithoutLines, type PlaceOf } from '#core/inventory/place.ts';
import { rulesFor } from '#core/inventory/checks/rules.ts';
import { findHiddenCompleteGroups, type CompleteGroupLineOf } from './complete-groups.ts';
import { findConsumers } from '#core/consumers/find-consumers.ts';
import { dayOf } from '#core/base/dates.ts';
import { findIdleExemptions, type ExemptionPlaceOf } from './exemptions.ts';
import type { DeclaredList, Finding, ProjectList } from './finding.ts';
import { isSamePath } from '#core/base/paths.ts';
import { buildPlan } from '#core/plan/plan.ts';
import { findSurfaceDrift } from './surface-drift.ts';
import { findUndeclared } from './undeclared.ts';

type Declared = Pick<
	Registry,
	'site' | 'projects' | 'consumers' | 'people' | 'plan' | 'checks' | 'api'
>;

/**
 * Compares what the team declares with what GitLab answered.
 *
 * A list that is missing gives one finding about itself and none about its rows: what was never
 * asked disagrees with nothing. Rows of a stale list are compared as they were. What GitLab does
 * not tell a stranger is never broken.
 *
 * @param exemptionPlaceOf Where an exemption stands, by its position in the registry, counted from 0.
 * @param completeGroupLineOf Line of a group that has to be complete, likewise.
 */
export function findDrift(
	registry: Declared,
	snapshot: Snapshot,
	placeOf: PlaceOf<DeclaredList>,
	exemptionPlaceOf: ExemptionPlaceOf = () => undefined,
	completeGroupLineOf: CompleteGroupLineOf = () => undefined,
): Finding[] {
	return [
		...findListTroubles(snapshot),
		...findHiddenCompleteGroups(registry.checks, snapshot.about, completeGroupLineOf),
		...findProjectDrift(registry, snapshot, placeOf, exemptionPlaceOf),
		...findConsumerDrift(registry, snapshot, placeOf),
		...(isMissing(snapshot, 'surface') ? [] : findSurfaceDrift(registry, snapshot.rows.surface)),
		...findDriftOfCalls(registry, snapshot, placeOf),
		...findHiddenGroups(registry.people, snapshot, placeOf),
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

function findProjectDrift(
	registry: Declared,
	snapshot: Snapshot,
	placeOf: PlaceOf<DeclaredList>,
	exemptionPlaceOf: ExemptionPlaceOf,
): Finding[] {
	if (isMissing(snapshot, 'projects')) return [];
	const { about, rows } = snapshot;
	const { projects, checks } = registry;
	const checked = checkProjects(registry, snapshot, placeOf);
	const flat = checked.map((one) => ({ ...one, checks: one.checks.checks }));
	const rules = new Set(rulesFor(checks).map(({ id }) => id));
	return [
		...findCheckFindings('projects', flat),
		...findUnknownChecks(flat),
		...(isMissing(snapshot, 'group-projects') ? [] : findUndeclared(registry, rows, placeOf)),
		...findLeftOver('projects', projects, rows.projects),
		...findIdleExemptions(checks.exemptions, checked, {
			rules,
			today: dayOf(about.pulledAt),
			placeOf: exemptionPlaceOf,
		}),
	];
}

function findConsumerDrift(
	registry: Declared,
	snapshot: Snapshot,
	placeOf: PlaceOf<DeclaredList>,
): Finding[] {
	if (isMissing(snapshot, 'consumers')) return [];
	return [
		...findCheckFindings('consumers', checkConsumers(registry, snapshot, placeOf)),
		...findLeftOver('consumers', registry.consumers, snapshot.rows.consumers),
	];
}

function findDriftOfCalls(
	registry: Declared,
	snapshot: Snapshot,
	placeOf: PlaceOf<DeclaredList>,
): Finding[] {
	if (isMissing(snapshot, 'evidence')) return [];
	const { evidence } = snapshot.rows;
	// One that was not asked for yet is told once, as not pulled.
	const asked = registry.consumers.filter(({ path }) =>
		evidence.some((one) => isSamePath(one.path, path)),
	);
	const consumers = findConsumers({ ...registry, consumers: asked }, snapshot, [], placeOf);
	return findCallFindings(consumers);
}

function findLeftOver(
	list: ProjectList,
	declared: readonly Entry[],
	pulled: readonly Pick<Project, 'path'>[],
): Finding[] {
	// The row at an earlier path is told once, with the path at which nothing was pulled yet.
	const paths = new Set(declared.flatMap(pathsOf).map((path) => path.toLowerCase()));
	return pulled
		.filter(({ path }) => !paths.has(path.toLowerCase()))
		.map(({ path }) => ({ rule: 'project-no-longer-declared', list, project: path }));
}

function findHiddenGroups(
	people: readonly DeclaredGroup[],
	{ rows }: Snapshot,
	placeOf: PlaceOf<DeclaredList>,
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
			place: placeOf('people', path) ?? placeWithoutLines('people'),
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
		candidates: [],
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

import type { Declared as Placed } from '#model/declared.ts';
import type { GroupPath } from '#model/identifiers.ts';
import type { Project } from '#model/project.ts';
import type { Registry } from '#model/registry.ts';
import { listNames, lists, type Snapshot, type Why } from '#model/snapshot.ts';
import { findCallFindings } from './call-findings.ts';
import { findCheckFindings, findUnknownChecks } from './check-findings.ts';
import { checkConsumers } from '#core/inventory/checks/check-consumers.ts';
import { checkProjects } from '#core/inventory/checks/check-projects.ts';
import { pathsOf, type Entry } from '#core/inventory/entries.ts';
import { rulesFor } from '#core/inventory/checks/rules.ts';
import { findContactDrift } from './contact-drift.ts';
import { findConsumers } from '#core/consumers/find-consumers.ts';
import { dayOf } from '#core/base/dates.ts';
import { findIdleExemptions } from './exemptions.ts';
import { wholeFile } from './finding-base.ts';
import type { Finding, ProjectList } from './finding.ts';
import { isSamePath } from '#core/base/paths.ts';
import { buildPlan } from '#core/plan/plan.ts';
import { findOnboardingDrift } from './onboarding-drift.ts';
import { findSurfaceDrift } from './surface-drift.ts';
import { findUndeclared } from './undeclared.ts';

type Declared = Omit<Registry, 'team' | 'redirects' | 'jobs' | 'rules'>;

/**
 * Compares what the team declares with what GitLab answered.
 *
 * A list that is missing gives one finding about itself and none about its rows: what was never
 * asked disagrees with nothing. Rows of a stale list are compared as they were. What GitLab does
 * not tell a stranger is never broken.
 */
export function findDrift(registry: Declared, snapshot: Snapshot): Finding[] {
	const { about, rows } = snapshot;
	return [
		...findListTroubles(snapshot),
		...findHiddenGroups('complete-group-not-visible', registry.checks.completeGroups, (path) =>
			about.listedGroups.some(({ group, visible }) => !visible && isSamePath(group, path)),
		),
		...findProjectDrift(registry, snapshot),
		...findConsumerDrift(registry, snapshot),
		...(isMissing(snapshot, 'surface')
			? []
			: findSurfaceDrift(registry, rows.surface, about.surfaceFor?.anchors)),
		...findDriftOfCalls(registry, snapshot),
		...findHiddenGroups('group-not-visible', registry.people, (path) =>
			rows.groups.some((group) => !group.visible && isSamePath(group.path, path)),
		),
		...findUnplannedMilestones(registry, snapshot),
		...findContactDrift(registry, snapshot),
		...findOnboardingDrift(registry, snapshot),
	];
}

function isMissing({ about }: Snapshot, list: keyof Snapshot['rows']): boolean {
	return about.lists[list].state === 'missing';
}

function findListTroubles({ about }: Snapshot): Finding[] {
	return listNames.flatMap((list): Finding[] => {
		const state = about.lists[list];
		const place = wholeFile(lists[list].declaredIn);
		const common = { level: 'unknown', concerns: 'registry', place, list, key: list } as const;
		switch (state.state) {
			case 'fresh':
			case 'not-configured':
				return [];
			case 'stale':
				return [{ rule: 'list-stale', ...common, pulledAt: state.pulledAt, ...whyOf(state) }];
			case 'missing':
				return [{ rule: 'list-missing', ...common, ...whyOf(state) }];
		}
	});
}

function whyOf({ reason, forReaders }: Why): Why {
	return { reason, ...(forReaders !== undefined && { forReaders }) };
}

function findProjectDrift(registry: Declared, snapshot: Snapshot): Finding[] {
	if (isMissing(snapshot, 'projects')) return [];
	const { about, rows } = snapshot;
	const { projects, checks } = registry;
	const checked = checkProjects(registry, snapshot);
	const rules = new Set(rulesFor(checks).map(({ id }) => id));
	return [
		...findCheckFindings('projects', checked),
		...findUnknownChecks(checked),
		...(isMissing(snapshot, 'group-projects') ? [] : findUndeclared(registry, rows)),
		...findLeftOver('projects', projects, rows.projects),
		...findIdleExemptions(checks.exemptions, checked, rules, dayOf(about.pulledAt)),
	];
}

function findConsumerDrift(registry: Declared, snapshot: Snapshot): Finding[] {
	if (isMissing(snapshot, 'consumers')) return [];
	return [
		...findCheckFindings('consumers', checkConsumers(registry, snapshot)),
		...findLeftOver('consumers', registry.consumers, snapshot.rows.consumers),
	];
}

function findDriftOfCalls(registry: Declared, snapshot: Snapshot): Finding[] {
	if (isMissing(snapshot, 'evidence')) return [];
	const { evidence } = snapshot.rows;
	// One that was not asked for yet is told once, as not pulled.
	const asked = registry.consumers.filter(({ path }) =>
		evidence.some((one) => isSamePath(one.path, path)),
	);
	const consumers = findConsumers({ ...registry, consumers: asked }, snapshot, []);
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
		.map(({ path }) => ({
			rule: 'project-no-longer-declared',
			level: 'notice',
			concerns: 'registry',
			place: wholeFile(list),
			project: path,
			list,
			key: list,
		}));
}

/** Groups that GitLab does not show: who or what is in them nobody can tell. Of one that was not asked for yet nothing is known. */
function findHiddenGroups(
	rule: 'group-not-visible' | 'complete-group-not-visible',
	declared: readonly Placed<{ path: GroupPath }>[],
	isHidden: (path: GroupPath) => boolean,
): Finding[] {
	return declared
		.filter(({ path }) => isHidden(path))
		.map(({ path, place }) => ({
			rule,
			level: 'unknown',
			concerns: 'registry',
			place,
			group: path,
			key: path,
		}));
}

function findUnplannedMilestones(
	{ plan: rules }: Pick<Registry, 'plan'>,
	snapshot: Snapshot,
): Finding[] {
	const { planningIssues } = rules;
	if (!planningIssues || isMissing(snapshot, 'planning-issues')) return [];
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
			level: 'notice',
			concerns: 'registry',
			place: wholeFile('plan'),
			milestone: milestone.title,
			key: milestone.title,
			...planningIssues,
		}));
}

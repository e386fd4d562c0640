import type { Api } from '#model/api.ts';
import type { Project } from '#model/project.ts';
import { compileRe2 } from '#model/re2.ts';
import type { Registry } from '#model/registry.ts';
import { pathsOf } from '#core/inventory/entries.ts';
import { withoutHidden } from './without-hidden.ts';
import { isPulled, mapLists, type About, type ListState, type Snapshot } from '#model/snapshot.ts';

type Declaring = Pick<
	Registry,
	'projects' | 'consumers' | 'people' | 'team' | 'checks' | 'api' | 'onboarding'
>;

/**
 * Drops the rows that the registry has not asked to show, or no longer: projects and rosters that
 * are declared no more, projects of groups that need not be complete any more, members of groups
 * that do not publish, what is about groups and projects that strangers do not see, and what is read
 * of libraries and documentation that the registry names no more. Fresh rows are hardly ever among them;
 * rows of a stale list may be.
 */
export function keepPublished(snapshot: Snapshot, registry: Declaring): Snapshot {
	const { about } = snapshot;
	const rows = withoutHidden(snapshot);
	const declared = findDeclared(registry);
	const unseen = rows.groups.filter(({ visible }) => !visible).map(({ path }) => path);
	const hidden = new Set<string>(unseen);
	const silent = new Set<string>([
		...unseen,
		...registry.people.filter(({ publishMembers }) => !publishMembers).map(({ path }) => path),
	]);
	const shown = new Set<string>(
		rows.projects.filter(({ answer }) => answer === 'found').map(({ path }) => path),
	);
	const unreadable = new Set<string>(
		rows.consumers.filter((row) => !isReadable(row)).map(({ path }) => path),
	);
	const kept: Snapshot['rows'] = {
		...rows,
		...keepApi(rows, registry.api),
		projects: rows.projects.filter(({ path }) => declared.projects.has(path)),
		consumers: rows.consumers.filter(({ path }) => declared.consumers.has(path)),
		evidence: rows.evidence.filter(
			({ path, reading }) =>
				declared.consumers.has(path) && (reading === null || !unreadable.has(path)),
		),
		'group-projects': rows['group-projects'].filter(({ group }) => declared.complete.has(group)),
		access: rows.access.filter(
			({ project, group }) =>
				declared.projects.has(project) &&
				shown.has(project) &&
				declared.groups.has(group) &&
				!hidden.has(group),
		),
		'good-first-issues': rows['good-first-issues'].filter(
			({ project, labels }) =>
				declared.projects.has(project) &&
				labels.some((label) => registry.onboarding?.goodFirstIssues?.labels.includes(label)),
		),
		groups: rows.groups.filter(({ path }) => declared.groups.has(path)),
		members: rows.members.filter(({ group }) => declared.groups.has(group) && !silent.has(group)),
		team: rows.team.filter(({ roster }) => declared.rosters.has(roster)),
	};
	const lists = mapLists<About['lists']>((list) => {
		const groups = list === 'group-projects' ? declared.complete : declared.groups;
		return withCount(about.lists[list], kept[list].length, groups);
	});
	const listedGroups = about.listedGroups.filter(({ group }) => declared.complete.has(group));
	return { about: { ...about, listedGroups, lists }, rows: kept };
}

function findDeclared({ projects, consumers, people, checks, team }: Declaring) {
	return {
		// A row at a path that the project had before is its last good one, until the next pull.
		projects: new Set<string>(projects.flatMap(pathsOf)),
		consumers: new Set<string>(consumers.map(({ path }) => path)),
		groups: new Set<string>(people.map(({ path }) => path)),
		complete: new Set<string>(checks.completeGroups.map(({ path }) => path)),
		rosters: new Set<string>(team.rosters.map(({ id }) => id)),
	};
}

/** Whether strangers see the project, and its code. */
function isReadable({ answer, facts }: Project): boolean {
	return answer === 'found' && facts?.hidden.includes('code') !== true;
}

function keepApi(
	{ libraries, surface }: Snapshot['rows'],
	{ clients, surface: { pages, openapi, pattern } }: Api,
): Pick<Snapshot['rows'], 'libraries' | 'surface'> {
	const files = { page: pages, openapi: openapi === undefined ? [] : [openapi] };
	const belongs = compileRe2(pattern);
	return {
		libraries: libraries.filter(({ client, project }) =>
			clients.some((one) => one.id === client && one.project === project),
		),
		surface: surface.filter(
			({ source, file, path }) => files[source].includes(file) && belongs(path),
		),
	};
}

/** With the number of rows that are left, and without what is said of groups that are declared no more. */
function withCount(state: ListState, rows: number, groups: ReadonlySet<string>): ListState {
	if (!isPulled(state)) return state;
	const { keptFrom, ...rest } = { ...state, rows };
	if (keptFrom === undefined) return rest;
	const kept = Object.entries(keptFrom).filter(([group]) => groups.has(group));
	if (kept.length > 0) return { ...rest, keptFrom: Object.fromEntries(kept) };
	return rest.state === 'fresh' ? { ...rest, partial: undefined } : rest;
}

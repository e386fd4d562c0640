import { fingerprintFileRules, toFileRules } from '#core/inventory/file-rules.ts';
import { findUnusedLists } from '#core/snapshot/configured-lists.ts';
import type { Project } from '#model/project.ts';
import type { DeclaredProject } from '#model/declared.ts';
import type { Registry } from '#model/registry.ts';
import type { Snapshot, SnapshotRows } from '#model/snapshot.ts';
import {
	aDocumentedEndpoint,
	aGroup,
	aGroupProject,
	anAccess,
	aMember,
	aProject,
	aRosterRow,
	aSnapshot,
	evidenceOf,
	aReading,
	someFacts,
} from '../builders.ts';

/** What GitLab says when all is as the registry declares. Of the plan it says what is given. */
export function goodSnapshot(registry: Registry, plan: Partial<SnapshotRows> = {}): Snapshot {
	const { api, checks, consumers, people, projects, team } = registry;
	const filesFor = fingerprintFileRules(toFileRules(registry));
	const unused = [...findUnusedLists(registry)];
	return aSnapshot({
		about: {
			source: registry.site.instance,
			teamSource: team.source,
			filesFor: { projects: filesFor, consumers: filesFor },
			listedGroups: checks.completeGroups.map(({ path }) => ({ group: path, visible: true })),
		},
		lists: Object.fromEntries(unused.map((list) => [list, { state: 'not-configured' }])),
		rows: {
			projects: projects.map((project) => answerTo(project, registry)),
			access: projects.map(({ path }) =>
				anAccess({ project: path, group: checks.maintainers ?? people[0]?.path ?? path }),
			),
			'group-projects': projects.flatMap(({ path }) =>
				checks.completeGroups
					.filter((group) => path.startsWith(`${group.path}/`))
					.map((group) => aGroupProject({ path, group: group.path })),
			),
			groups: people.map(({ path }) => aGroup({ path })),
			members: people.map(({ path }) => aMember({ group: path })),
			team: team.rosters.map(({ id }) => aRosterRow({ roster: id })),
			consumers: consumers.map(({ path }) => aProject({ path })),
			evidence: consumers.map(({ path }) =>
				evidenceOf({ path, reading: aReading({ uses: [], clients: [] }) }),
			),
			surface: api.endpoints.map(({ method, path }, index) =>
				aDocumentedEndpoint({
					method,
					path,
					file: api.surface.pages[index % api.surface.pages.length]!,
					line: index + 1,
				}),
			),
			...plan,
		},
	});
}

function answerTo(declared: DeclaredProject, { checks }: Registry): Project {
	const { path, instance, archived } = declared;
	if (instance !== undefined) return aProject({ path, answer: 'other-instance' });
	if (declared.private) return aProject({ path, answer: 'missing-or-private' });
	const group = checks.maintainers;
	return aProject({
		path,
		facts: someFacts({
			path,
			archived,
			codeowners:
				group === undefined ? null : { file: 'CODEOWNERS', mentions: [{ group, line: 2 }] },
		}),
	});
}

import type { Registry } from '#model/registry.ts';
import type { About, ListName, Snapshot } from '#model/snapshot.ts';

/**
 * Drops the rows that the registry has not asked to show, or no longer: projects and rosters that
 * are declared no more, and members of groups that do not publish or that strangers do not see. Fresh rows are
 * never among them; rows of a stale list may be.
 */
export function keepPublished(
	{ about, rows }: Snapshot,
	registry: Pick<Registry, 'projects' | 'consumers' | 'people' | 'team'>,
): Snapshot {
	const declared = {
		projects: new Set<string>(registry.projects.map(({ path }) => path)),
		consumers: new Set<string>(registry.consumers.map(({ path }) => path)),
		groups: new Set<string>(registry.people.map(({ path }) => path)),
		rosters: new Set<string>(registry.team.rosters.map(({ id }) => id)),
	};
	const silent = new Set<string>([
		...rows.groups.filter(({ visible }) => !visible).map(({ path }) => path),
		...registry.people.filter(({ publishMembers }) => !publishMembers).map(({ path }) => path),
	]);
	const kept: Snapshot['rows'] = {
		...rows,
		projects: rows.projects.filter(({ path }) => declared.projects.has(path)),
		consumers: rows.consumers.filter(({ path }) => declared.consumers.has(path)),
		groups: rows.groups.filter(({ path }) => declared.groups.has(path)),
		members: rows.members.filter(({ group }) => declared.groups.has(group) && !silent.has(group)),
		team: rows.team.filter(({ roster }) => declared.rosters.has(roster)),
	};
	const lists = { ...about.lists };
	for (const list of ['projects', 'consumers', 'groups', 'members', 'team'] as const) {
		lists[list] = withCount(about.lists, list, kept[list].length);
	}
	return { about: { ...about, lists }, rows: kept };
}

function withCount(lists: About['lists'], list: ListName, rows: number): About['lists'][ListName] {
	const state = lists[list];
	return state.state === 'missing' ? state : { ...state, rows };
}

import { z } from 'zod';
import { isBelow } from '#core/base/paths.ts';
import type { GroupPath, ProjectPath } from '#model/identifiers.ts';
import { GroupPath as GroupPathSchema } from '#model/identifiers.ts';
import { parseOrExplain } from '#model/parse.ts';
import type { AnonymousClient } from '#gitlab/transport/client.ts';
import { isNotVisible } from '#gitlab/transport/errors.ts';
import { withoutNameless } from '#gitlab/parse/nameless.ts';
import { RawProject } from '#gitlab/parse/raw.ts';
import { toBasicFacts, type BasicFacts } from '#gitlab/parse/to-model.ts';

/** A group whose listing tells about several declared projects at once. */
export interface ListedGroup {
	path: GroupPath;
	/** With all groups below it. */
	withSubgroups: boolean;
}

/**
 * The fewest listings that cover the groups of these projects. A group takes the groups below it
 * along; a group at the top does not, since below it lies a whole company.
 */
export function findListedGroups(paths: readonly ProjectPath[]): ListedGroup[] {
	const parents = [
		...new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/')))),
	].toSorted();
	const isCovered = (group: string) =>
		parents.some((other) => other.includes('/') && isBelow(group, other));
	return parents
		.filter((group) => !isCovered(group))
		.map((group) => ({ path: GroupPathSchema.parse(group), withSubgroups: group.includes('/') }));
}

/** What the listings of groups tell a stranger. */
export interface Listings {
	/** Rows by id. Empty when only archived projects were asked for. */
	rows: ReadonlyMap<number, BasicFacts>;
	/** True, false, or `null` when no listing covers the project: a stranger is not told otherwise. */
	isArchived: (project: Pick<BasicFacts, 'id' | 'path'>) => boolean | null;
}

/** Asks for one listing. `undefined`: GitLab does not show the group to strangers. */
export type AskListing = (
	group: ListedGroup,
	archived: boolean,
) => Promise<BasicFacts[] | undefined>;

/** Lists that need the same listing ask for it once: the first of them asks. */
export function shareListings(): (client: AnonymousClient) => AskListing {
	const asked = new Map<string, ReturnType<AskListing>>();
	return (client) => (group, archived) => {
		const key = JSON.stringify([group.path, group.withSubgroups, archived]);
		const answer = asked.get(key) ?? pullListing(client, group, archived);
		asked.set(key, answer);
		return answer;
	};
}

/**
 * Lists the groups, archived projects apart: the short form of a project, which strangers get, does
 * not say whether it is archived. Those of a group in which all wanted ones are active are not asked for.
 *
 * @param wanted The projects whose rows are needed. `undefined`: none, since every project is asked for
 * itself anyway: then only the archived ones are listed, to save requests.
 */
export async function pullListings(
	ask: AskListing,
	groups: readonly ListedGroup[],
	wanted: readonly ProjectPath[] | undefined,
): Promise<Listings> {
	const answers = await Promise.all(
		groups.map(async (group) => {
			const active = wanted === undefined ? [] : await ask(group, false);
			const isWhole = active !== undefined && wanted !== undefined && hasAll(active, group, wanted);
			return { group, active, archived: isWhole ? [] : await ask(group, true) };
		}),
	);
	const listed = answers.flatMap(({ group, archived, active }) =>
		archived && active ? [{ group, archived, active }] : [],
	);
	const archivedIds = new Set(listed.flatMap(({ archived }) => archived.map(({ id }) => id)));
	const rows = listed.flatMap(({ archived, active }) =>
		wanted === undefined ? [] : [...archived, ...active],
	);
	return {
		rows: new Map(rows.map((row) => [row.id, row])),
		isArchived: ({ id, path }) =>
			archivedIds.has(id) || (listed.some(({ group }) => covers(group, path)) ? false : null),
	};
}

/** Whether all wanted projects of the group are among the rows, at their paths. */
function hasAll(
	rows: readonly BasicFacts[],
	group: ListedGroup,
	wanted: readonly ProjectPath[],
): boolean {
	const paths = new Set(rows.map(({ path }) => path.toLowerCase()));
	return wanted
		.filter((path) => covers(group, path))
		.every((path) => paths.has(path.toLowerCase()));
}

/** Whether the group's listing tells of the project. */
export function covers({ path: group, withSubgroups }: ListedGroup, path: ProjectPath): boolean {
	const parent = path.slice(0, path.lastIndexOf('/'));
	return parent.toLowerCase() === group.toLowerCase() || (withSubgroups && isBelow(parent, group));
}

async function pullListing(
	client: AnonymousClient,
	{ path, withSubgroups }: ListedGroup,
	archived: boolean,
): Promise<BasicFacts[] | undefined> {
	const answer: unknown = await client.groups
		.allProjects(path, {
			archived,
			includeSubgroups: withSubgroups,
			withShared: false,
			orderBy: 'id',
			sort: 'asc',
			perPage: 100,
		})
		.catch((error: unknown) => {
			if (isNotVisible(error)) return undefined;
			throw error;
		});
	if (answer === undefined) return undefined;
	const named = withoutNameless(answer, 'path_with_namespace');
	return parseOrExplain(z.array(RawProject), named, {
		source: `GitLab's answer to the projects of ${path}`,
		hint: 'Compare it with the Groups API and adjust src/gitlab/parse/raw.ts.',
	})
		.filter(({ visibility }) => visibility === null || visibility === 'public')
		.map(toBasicFacts);
}

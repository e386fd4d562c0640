import { z } from 'zod';
import { isBelow, isSamePath } from '#core/base/paths.ts';
import { GroupPath, type ProjectPath } from '#model/identifiers.ts';
import type { AnonymousClient } from '#gitlab/transport/client.ts';
import { unlessNotVisible } from '#gitlab/transport/errors.ts';
import { withoutNameless } from '#gitlab/parse/nameless.ts';
import { parseAnswer } from '#gitlab/parse/parse-answer.ts';
import { RawProject, type GroupLink } from '#gitlab/parse/raw.ts';
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
		.map((group) => ({ path: GroupPath.parse(group), withSubgroups: group.includes('/') }));
}

/** A row of a listing. */
export interface ListedProject {
	basic: BasicFacts;
	/** `undefined`: the listing does not tell. */
	sharedWith: readonly GroupLink[] | undefined;
}

/** What the listings of groups tell a stranger, by the id of the project. */
export type Listings = ReadonlyMap<number, ListedProject>;

/** Asks for one listing. `undefined`: GitLab does not show the group to strangers. */
export type AskListing = (group: ListedGroup) => Promise<ListedProject[] | undefined>;

/** Lists that need the same listing ask for it once: the first of them asks. */
export function shareListings(): (client: AnonymousClient) => AskListing {
	const asked = new Map<string, ReturnType<AskListing>>();
	return (client) => (group) => {
		const key = JSON.stringify([group.path, group.withSubgroups]);
		const answer = asked.get(key) ?? pullListing(client, group);
		asked.set(key, answer);
		return answer;
	};
}

export async function pullListings(
	ask: AskListing,
	groups: readonly ListedGroup[],
): Promise<Listings> {
	const answers = await Promise.all(groups.map(ask));
	return new Map(answers.flatMap((rows = []) => rows.map((row) => [row.basic.id, row] as const)));
}

export function covers({ path: group, withSubgroups }: ListedGroup, path: ProjectPath): boolean {
	const parent = path.slice(0, path.lastIndexOf('/'));
	return isSamePath(parent, group) || (withSubgroups && isBelow(parent, group));
}

/** One question, and where the rows are in the short form another one: they do not say which are archived. */
async function pullListing(
	client: AnonymousClient,
	group: ListedGroup,
): Promise<ListedProject[] | undefined> {
	const rows = await pullRows(client, group);
	if (!rows?.some(({ archived }) => archived === null)) return rows?.map(toListed);
	const archived = await pullRows(client, group, { archived: true });
	const ids = new Set(archived?.map(({ id }) => id));
	return (
		archived && rows.map((row) => toListed({ ...row, archived: row.archived ?? ids.has(row.id) }))
	);
}

function toListed(raw: RawProject): ListedProject {
	return { basic: toBasicFacts(raw), sharedWith: raw.shared_with_groups ?? undefined };
}

async function pullRows(
	client: AnonymousClient,
	{ path, withSubgroups }: ListedGroup,
	filter: { archived?: true } = {},
): Promise<RawProject[] | undefined> {
	const answer: unknown = await client.groups
		.allProjects(path, {
			...filter,
			includeSubgroups: withSubgroups,
			withShared: false,
			orderBy: 'id',
			sort: 'asc',
			perPage: 100,
		})
		.catch(unlessNotVisible);
	if (answer === undefined) return undefined;
	const named = withoutNameless(answer, 'path_with_namespace');
	const rows = parseAnswer(z.array(RawProject), named, `the projects of ${path}`, 'Groups API');
	return rows.filter(({ visibility }) => visibility === null || visibility === 'public');
}

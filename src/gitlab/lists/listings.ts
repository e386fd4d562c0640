import { z } from 'zod';
import { isBelow, isSamePath } from '#core/base/paths.ts';
import { GroupPath, type ProjectPath } from '#model/identifiers.ts';
import type { AnonymousClient } from '#gitlab/transport/client.ts';
import { unlessNotVisible } from '#gitlab/transport/errors.ts';
import { PartFailure, unlessFailed } from './part-failure.ts';
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
	shows: ShownParts;
}

/** Whether strangers see a part: with all that is in it, or nothing of it. Absent: GitLab does not say so. */
export type ShownParts = Partial<Record<'releases' | 'pipelines', boolean>>;

/** What the listings of groups tell a stranger. */
export interface Listings {
	byId: ReadonlyMap<number, ListedProject>;
	byPath: ReadonlyMap<ProjectPath, ListedProject>;
	/** Those that GitLab failed to give. */
	failed: readonly { group: ListedGroup; failure: PartFailure }[];
}

/** Asks for one listing. `undefined`: GitLab does not show the group to strangers. */
export type AskListing = (group: ListedGroup) => Promise<ListedProject[] | undefined>;

/** Lists that need the same listing ask for it once: the first of them asks. */
export function shareListings(): (client: AnonymousClient) => AskListing {
	const asked = new Map<string, ReturnType<AskListing>>();
	return (client) => (group) => {
		const key = JSON.stringify([group.path.toLowerCase(), group.withSubgroups]);
		const answer = asked.get(key) ?? pullListing(client, group);
		asked.set(key, answer);
		return answer;
	};
}

/**
 * Takes what is in a group from the listing of one above it that is asked for anyway, if there is
 * anything: where there is not, only the group's own listing says whether strangers see it.
 */
export function askWithin(ask: AskListing, listed: readonly ListedGroup[]): AskListing {
	return async (group) => {
		const above = listed.find((one) => one.withSubgroups && isBelow(group.path, one.path));
		const rows = above && (await ask(above).catch(() => undefined));
		const own = rows?.filter(({ basic }) => isBelow(basic.path, group.path)) ?? [];
		return own.length > 0 ? own : ask(group);
	};
}

/** @throws what says something of more than single listings (`unlessFailed`). */
export async function pullListings(
	ask: AskListing,
	groups: readonly ListedGroup[],
): Promise<Listings> {
	const answers = await Promise.all(
		groups.map(async (group) => ({ group, answer: await unlessFailed(() => ask(group)) })),
	);
	const rows = answers.flatMap(({ answer }) =>
		answer instanceof PartFailure ? [] : (answer ?? []),
	);
	return {
		byId: new Map(rows.map((row) => [row.basic.id, row])),
		byPath: new Map(rows.map((row) => [row.basic.path, row])),
		failed: answers.flatMap(({ group, answer }) =>
			answer instanceof PartFailure ? { group, failure: answer } : [],
		),
	};
}

/** Why no listing tells of the project at this path. `undefined`: the one that could has answered. */
export function findListingFailure(
	{ failed }: Listings,
	path: ProjectPath,
): PartFailure | undefined {
	return failed.find(({ group }) => covers(group, path))?.failure;
}

function covers({ path: group, withSubgroups }: ListedGroup, path: ProjectPath): boolean {
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
	return {
		basic: toBasicFacts(raw),
		sharedWith: raw.shared_with_groups ?? undefined,
		shows: findShownParts(raw),
	};
}

/** Levels count for a public project whose code strangers see: what is made of code is hidden with it. */
function findShownParts({ visibility, default_branch, ...raw }: RawProject): ShownParts {
	if (visibility !== 'public' || default_branch === undefined) return {};
	const { releases_access_level: releases, builds_access_level: pipelines, public_jobs } = raw;
	return {
		...(releases !== null && { releases: releases === 'enabled' }),
		...(pipelines === 'enabled' && public_jobs && { pipelines: true }),
		...(pipelines === 'private' && { pipelines: false }),
	};
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
	const question = `the projects of ${path}`;
	const rows = parseAnswer(z.array(RawProject), named, question, 'Groups API');
	return rows.filter(({ visibility }) => visibility === null || visibility === 'public');
}

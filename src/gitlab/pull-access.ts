import type { ProjectAccess } from '#model/checks.ts';
import type { GroupPath, IsoDate, ProjectPath } from '#model/identifiers.ts';
import { parseOrExplain } from '#model/parse.ts';
import type { TokenClient } from './client.ts';
import { isNotVisible } from './errors.ts';
import { groupsAbove, isBelow } from './group-paths.ts';
import { covers, findListedGroups, type ListedGroup } from './listings.ts';
import { RawShared, RawShares } from './raw.ts';

/** A declared project that a stranger sees. */
export interface ShownProject {
	/** As the registry declares it. */
	declared: ProjectPath;
	id: number;
	/** Where it is. */
	path: ProjectPath;
}

/** What a project or group is shared with. `undefined`: GitLab does not tell us. */
type Shares = NonNullable<RawShared['shared_with_groups']> | undefined;

const maintainer = 40;
const hint = 'Compare it with the Projects API and adjust src/gitlab/raw.ts.';

/**
 * Which access the groups have to the projects. Both are what strangers see: of all that the answers
 * to the token tell, only the access of these groups to these projects leaves this file.
 *
 * A project of which GitLab does not tell it has no row.
 */
export async function pullAccess(
	client: TokenClient,
	projects: readonly ShownProject[],
	groups: readonly GroupPath[],
	today: IsoDate,
): Promise<ProjectAccess[]> {
	const pairs = projects.flatMap((project) => groups.map((group) => ({ project, group })));
	const asked = new Set(
		pairs
			.filter(({ project, group }) => !isBelow(project.path, group))
			.map(({ project }) => project),
	);
	const shares = await pullProjectShares(client, [...asked]);
	const unshared = pairs.filter(({ project, group }) => {
		const known = shares.get(project.id);
		return asked.has(project) && known && findLevel(known, group, today) === undefined;
	});
	const above = await pullGroupShares(
		client,
		unshared.map(({ project }) => project),
	);
	return pairs.flatMap(({ project, group }): ProjectAccess[] => {
		const row = { project: project.declared, group };
		if (isBelow(project.path, group)) return [{ ...row, accessLevel: maintainer, through: group }];
		const known = shares.get(project.id);
		if (!known) return [];
		const accessLevel = findLevel(known, group, today);
		if (accessLevel !== undefined) return [{ ...row, accessLevel, through: null }];
		const inherited = findInherited(project.path, group, above, today);
		return inherited ? [{ ...row, ...inherited }] : [];
	});
}

function findLevel(
	shares: NonNullable<Shares>,
	group: GroupPath,
	today: IsoDate,
): number | undefined {
	return shares.find(
		({ group_full_path, expires_at }) =>
			group_full_path.toLowerCase() === group.toLowerCase() &&
			(expires_at === null || expires_at >= today),
	)?.group_access_level;
}

/** The highest access through a group above, the nearest of equals. `undefined`: one does not tell. */
function findInherited(
	path: ProjectPath,
	group: GroupPath,
	above: ReadonlyMap<GroupPath, Shares>,
	today: IsoDate,
): Pick<ProjectAccess, 'accessLevel' | 'through'> | undefined {
	const answers = groupsAbove(path).map((through) => ({ through, shares: above.get(through) }));
	const [highest] = answers
		.flatMap(({ through, shares }) => {
			const accessLevel = shares && findLevel(shares, group, today);
			return accessLevel === undefined ? [] : [{ accessLevel, through }];
		})
		.toSorted((a, b) => b.accessLevel - a.accessLevel);
	if (highest) return highest;
	const isTold = answers.every(({ shares }) => shares !== undefined);
	return isTold ? { accessLevel: null, through: null } : undefined;
}

/** By project. Listings tell of several at once; the others are asked one by one. */
async function pullProjectShares(
	client: TokenClient,
	projects: readonly ShownProject[],
): Promise<ReadonlyMap<number, Shares>> {
	const shown = new Set(projects.map(({ id }) => id));
	const groups = findAccessListings(projects.map(({ path }) => path));
	const listings = await Promise.all(groups.map((group) => pullListing(client, group)));
	const shares = new Map<number, Shares>();
	for (const { id, shared_with_groups } of listings.flat()) {
		if (shown.has(id)) shares.set(id, shared_with_groups ?? undefined);
	}
	await Promise.all(
		projects.map(async ({ id, path }) => {
			if (shares.get(id) !== undefined) return;
			const answer = client.projects.show(id);
			shares.set(id, await readShares(answer, `the project ${path}`));
		}),
	);
	return shares;
}

/** Groups whose listing takes the place of more than one question. */
export function findAccessListings(paths: readonly ProjectPath[]): ListedGroup[] {
	return findListedGroups(paths).filter(
		(group) => paths.filter((path) => covers(group, path)).length > 1,
	);
}

async function pullListing(
	client: TokenClient,
	{ path, withSubgroups }: ListedGroup,
): Promise<RawShared[]> {
	const answer: unknown = await client.groups
		.allProjects(path, {
			includeSubgroups: withSubgroups,
			withShared: false,
			orderBy: 'id',
			sort: 'asc',
			perPage: 100,
		})
		.catch(unlessNotVisible);
	if (answer === undefined) return [];
	const source = `GitLab's answer to the projects of ${path}`;
	return parseOrExplain(RawShares, answer, { source, hint });
}

/** Of the groups above these projects, each asked once. */
async function pullGroupShares(
	client: TokenClient,
	projects: readonly ShownProject[],
): Promise<ReadonlyMap<GroupPath, Shares>> {
	const groups = new Set(projects.flatMap(({ path }) => groupsAbove(path)));
	const answers = await Promise.all(
		[...groups].map(async (group): Promise<[GroupPath, Shares]> => {
			const answer = client.groups.show(group, { withProjects: false });
			return [group, await readShares(answer, `the group ${group}`)];
		}),
	);
	return new Map(answers);
}

async function readShares(asked: Promise<unknown>, question: string): Promise<Shares> {
	const answer = await asked.catch(unlessNotVisible);
	if (answer === undefined) return undefined;
	const source = `GitLab's answer to ${question}`;
	return parseOrExplain(RawShared, answer, { source, hint }).shared_with_groups ?? undefined;
}

/** @throws whatever is no answer. A token that is rejected is none. */
function unlessNotVisible(error: unknown): undefined {
	if (!isNotVisible(error)) throw error;
}

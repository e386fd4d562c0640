import { maintainerLevel } from '#core/inventory/checks/access-level.ts';
import { isBelow, isSamePath } from '#core/base/paths.ts';
import type { ProjectAccess } from '#model/checks.ts';
import { GroupPath, type IsoDate, type ProjectPath } from '#model/identifiers.ts';
import type { AnonymousClient, TokenClient } from '#gitlab/transport/client.ts';
import { unlessNotVisible } from '#gitlab/transport/errors.ts';
import { failIfMost, PartFailure, unlessFailed } from './part-failure.ts';
import { parseAnswer } from '#gitlab/parse/parse-answer.ts';
import { RawShared, type GroupLink } from '#gitlab/parse/raw.ts';

/** A declared project that a stranger sees. */
export interface ShownProject {
	/** As the registry declares it. */
	declared: ProjectPath;
	id: number;
	/** Where it is. */
	path: ProjectPath;
	/** As its group's listing tells strangers. */
	sharedWith: Shares;
	/** Why no listing tells of it. `undefined`: one does, or could. */
	unlisted?: PartFailure | undefined;
}

/** What a project or group is shared with. `undefined`: GitLab does not tell us. */
type Shares = readonly GroupLink[] | undefined;

/** By project: what its access is, and of which GitLab failed to answer for it, or for a group above it. */
export interface PulledAccess {
	rows: ProjectAccess[];
	failed: Map<ProjectPath, PartFailure>;
}

/** Who asks: strangers first, and with the token for what they are not told. */
export interface AccessClients {
	anonymous: Pick<AnonymousClient, 'groups'>;
	token: Pick<TokenClient, 'groups' | 'projects'> | undefined;
}

const documentation = 'Projects API';

/**
 * Which access the groups have to the projects. Both are what strangers see: of all that the answers
 * to the token tell, only the access of these groups to these projects leaves this file.
 *
 * The highest access counts, be it the project's own or through a group above: on GitLab it does. A
 * project of which GitLab does not tell it has no row.
 *
 * @param left So many projects may be asked for with the token. Of the others nothing is told.
 * @throws what failed, when that says something of more than single projects (`failIfMost`).
 */
export async function pullAccess(
	clients: AccessClients,
	projects: readonly ShownProject[],
	groups: readonly GroupPath[],
	today: IsoDate,
	left = Infinity,
): Promise<PulledAccess> {
	const asked = groups.length === 0 ? [] : projects;
	const shares = await pullProjectShares(clients.token, asked, left);
	const failed = new Map<ProjectPath, PartFailure>();
	const pairs = projects.flatMap((project) => {
		const own = shares.get(project.id);
		if (own instanceof PartFailure) failed.set(project.declared, own);
		return own && !(own instanceof PartFailure)
			? groups.map((group) => ({ project, group, own: findLevel(own, group, today) }))
			: [];
	});
	const open = pairs.filter(({ own }) => !isEnough(own));
	const above = await pullGroupShares(
		clients,
		open.map(({ project }) => project),
	);
	const rows = pairs.flatMap(({ project, group, own }): ProjectAccess[] => {
		const told = isEnough(own) ? [] : groupsAbove(project.path).map((one) => above.get(one));
		const levels = told.map((known) =>
			known instanceof PartFailure ? undefined : known && findLevel(known, group, today),
		);
		const accessLevel = [own, ...levels].reduce<number | null>(findHigher, null);
		// A higher one may be where GitLab does not tell.
		if (levels.includes(undefined) && !isEnough(accessLevel)) {
			const failure = told.find((known) => known instanceof PartFailure);
			if (failure) failed.set(project.declared, failure);
			return [];
		}
		// Members of the group are members of its projects too, each with a role of their own.
		if (accessLevel === null && isBelow(project.path, group)) return [];
		// The project's own of equals, else the nearest.
		const nearest =
			own === accessLevel ? undefined : groupsAbove(project.path)[levels.indexOf(accessLevel)];
		return [{ project: project.declared, group, accessLevel, through: nearest ?? null }];
	});
	failIfMost(projects.map(({ declared }) => failed.get(declared)));
	return { rows, failed };
}

function findHigher(one: number | null, other: number | null | undefined): number | null {
	return (other ?? -1) > (one ?? -1) ? (other ?? null) : one;
}

/** So much that no other access has to be looked for. */
function isEnough(accessLevel: number | null): boolean {
	return accessLevel !== null && accessLevel >= maintainerLevel;
}

/** `null`: none. */
function findLevel(shares: NonNullable<Shares>, group: GroupPath, today: IsoDate): number | null {
	const share = shares.find(
		({ group_full_path, expires_at }) =>
			isSamePath(group_full_path, group) && (expires_at === null || expires_at >= today),
	);
	return share?.group_access_level ?? null;
}

/** By project. The token is asked for what strangers are not told. */
async function pullProjectShares(
	client: AccessClients['token'],
	projects: readonly ShownProject[],
	left: number,
): Promise<ReadonlyMap<number, Shares | PartFailure>> {
	const untold = projects.filter(({ sharedWith }) => !sharedWith);
	const asked = new Set(untold.slice(0, left));
	const answers = projects.map(async (project): Promise<[number, Shares | PartFailure]> => {
		const { id, path, sharedWith, unlisted } = project;
		if (!client || !asked.has(project)) return [id, sharedWith ?? unlisted];
		const ask = () => readShares(client.projects.show(id), `the project ${path}`);
		return [id, await unlessFailed(ask)];
	});
	return new Map(await Promise.all(answers));
}

/** Of the groups above these projects, each asked once. */
async function pullGroupShares(
	{ anonymous, token }: AccessClients,
	projects: readonly ShownProject[],
): Promise<ReadonlyMap<GroupPath, Shares | PartFailure>> {
	const groups = new Set(projects.flatMap(({ path }) => groupsAbove(path)));
	const answers = await Promise.all(
		[...groups].map(async (group): Promise<[GroupPath, Shares | PartFailure]> => {
			const ask = ({ groups: api }: Pick<TokenClient, 'groups'>) =>
				readShares(api.show(group, { withProjects: false }), `the group ${group}`);
			const pull = async () => (await ask(anonymous)) ?? (token && (await ask(token)));
			return [group, await unlessFailed(pull)];
		}),
	);
	return new Map(answers);
}

async function readShares(asked: Promise<unknown>, question: string): Promise<Shares> {
	const answer = await asked.catch(unlessNotVisible);
	if (answer === undefined) return undefined;
	const { shared_with_groups } = parseAnswer(RawShared, answer, question, documentation);
	return shared_with_groups ?? undefined;
}

/** The groups above a project or group, nearest first. */
function groupsAbove(path: string): GroupPath[] {
	const steps = path.split('/').slice(0, -1);
	return steps.map((_, index) => GroupPath.parse(steps.slice(0, steps.length - index).join('/')));
}

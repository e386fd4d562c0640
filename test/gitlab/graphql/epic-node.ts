import { GraphQLError } from 'graphql';
import { accessLevel, samePath } from '../access.ts';
import { compareBy } from '../order.ts';
import type { Viewer } from '../viewer.ts';
import type { World, WorldEpic, WorldGroup } from '../world.ts';
import type { PageArguments } from './connection.ts';

export interface EpicArguments extends PageArguments {
	types?: readonly string[] | null;
	state?: 'opened' | 'closed' | 'locked' | 'all' | null;
	search?: string | null;
	in?: readonly ('TITLE' | 'DESCRIPTION')[] | null;
	sort?: 'CREATED_ASC' | 'CREATED_DESC' | 'TITLE_ASC' | 'TITLE_DESC' | null;
}

const planner = 15;

/** The work items that a group itself has: epics. Confidential ones are not there for strangers. */
export function epicsOf(
	world: World,
	viewer: Viewer,
	{ path }: WorldGroup,
	asked: EpicArguments,
): WorldEpic[] {
	const { types, state, search, sort } = asked;
	refuseSearch(world, viewer, asked);
	const words = (search ?? '').toLowerCase().split(/\s+/);
	const [key, direction] = sort?.startsWith('TITLE')
		? (['title', sort] as const)
		: (['createdAt', sort ?? 'ASC'] as const);
	return (world.epics ?? [])
		.filter(({ group }) => samePath(group, path) && (types?.includes('EPIC') ?? true))
		.filter(({ confidential }) => !confidential || accessLevel(world, viewer, path) >= planner)
		.filter((epic) => !state || state === 'all' || epic.state === state)
		.filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)))
		.toSorted(compareBy((epic) => epic[key], direction.endsWith('DESC') ? 'desc' : 'asc'));
}

function refuseSearch(world: World, { user }: Viewer, { search, in: fields }: EpicArguments): void {
	if (fields && !search) {
		throw new GraphQLError('`search` should be present when including the `in` argument');
	}
	if (search && world.search === 'users' && user === null) {
		throw new GraphQLError('User must be authenticated to include the `search` argument.');
	}
}

export function toEpicNode(
	{ webUrl }: World,
	{ id, iid, group, title, state, createdAt, confidential }: WorldEpic,
) {
	return {
		id: `gid://gitlab/WorkItem/${String(id)}`,
		iid: String(iid),
		title,
		state: state === 'opened' ? 'OPEN' : 'CLOSED',
		createdAt,
		confidential,
		webUrl: `${webUrl}/groups/${group}/-/epics/${String(iid)}`,
	};
}

import { describe, expect, test } from 'vitest';
import { askGraphql, serve } from './ask.ts';
import { aWorldEpic, aWorldGroup, aWorldMember, smallToken } from './small-world.ts';

const groups = [aWorldGroup({ members: [aWorldMember({ accessLevel: 50 })] })];
const epics = [
	aWorldEpic({ iid: 1, title: 'Removals 19.0', createdAt: '2025-06-01T08:00:00.000Z' }),
	aWorldEpic({ iid: 2, title: 'Secret removals 20.0', confidential: true }),
	aWorldEpic({ iid: 3, title: 'Removals 20.0', createdAt: '2026-03-01T08:00:00.000Z' }),
	aWorldEpic({ iid: 4, title: 'Plans 20.0' }),
	aWorldEpic({ iid: 5, title: 'Removals 20.0', group: 'platform/below' }),
];

const query = `query($search: String, $first: Int, $after: String, $sort: WorkItemSort) {
	group(fullPath: "platform") {
		workItems(types: [EPIC], search: $search, in: [TITLE], sort: $sort, first: $first, after: $after) {
			nodes { iid createdAt confidential webUrl }
			pageInfo { hasNextPage endCursor }
		}
	}
}`;

interface Items {
	nodes: { iid: string; webUrl: string }[];
	pageInfo: { endCursor: string };
}

async function find(change: Parameters<typeof serve>[0], variables: Record<string, unknown>) {
	const gitlab = await serve({ groups, epics, ...change });
	const { data, messages } = await askGraphql(gitlab, query, variables);
	const items = (data as { group: { workItems: Items | null } | null }).group?.workItems;
	return { items, iids: items?.nodes.map(({ iid }) => iid), messages };
}

describe('epics of a group', () => {
	test('are found by the words of their titles, in pages, confidential ones by nobody', async () => {
		const asked = { search: 'removals', sort: 'CREATED_DESC', first: 1 };
		const { items, iids } = await find({}, asked);
		expect(iids).toEqual(['3']);
		expect(items?.nodes[0]?.webUrl).toBe('https://gitlab.example/groups/platform/-/epics/3');
		const next = await find({}, { ...asked, after: items?.pageInfo.endCursor });
		expect(next.iids).toEqual(['1']);
		expect(next.items?.pageInfo).toMatchObject({ hasNextPage: false });
	});

	test('are all there for members', async () => {
		const { iids } = await find(
			{},
			{ search: 'removals', sort: 'CREATED_DESC', token: smallToken },
		);
		expect(iids).toEqual(['3', '2', '1']);
	});

	test('are searched only by those who are signed in, where the instance says so', async () => {
		const refused = await find({ search: 'users' }, { search: 'removals' });
		expect(refused.items).toBeNull();
		expect(refused.messages).toEqual([
			'User must be authenticated to include the `search` argument.',
		]);
		const member = await find({ search: 'users' }, { search: 'removals', token: smallToken });
		expect(member.iids).toHaveLength(3);
	});

	test('are not searched for nothing', async () => {
		expect((await find({}, {})).messages).toEqual([
			'`search` should be present when including the `in` argument',
		]);
	});
});

import { describe, expect, test } from 'vitest';
import { askGraphql, serve } from './ask.ts';
import {
	aWorldGroup,
	aWorldMember,
	aWorldPipeline,
	aWorldProject,
	aWorldRelease,
	aWorldToken,
	smallToken,
} from './small-world.ts';

const api = 'platform/billing-api';

/** What a list of projects is asked for. */
const inventory = `query ($paths: [String!]!, $n: Int!) {
	queryComplexity { score limit }
	projects(fullPaths: $paths, first: $n) {
		nodes {
			id fullPath name description webUrl archived visibility
			createdAt lastActivityAt starCount forksCount openIssuesCount topics
			repository { rootRef
				blobs(paths: ["go.mod", ".tool-versions"], first: 2) { nodes { path rawTextBlob size } } }
			languages { name share }
			releases(first: 1, sort: RELEASED_AT_DESC) {
				nodes { tagName releasedAt name upcomingRelease }
			}
			pipelines(first: 1, ref: "main") { nodes { iid status finishedAt updatedAt ref } }
		}
		pageInfo { hasNextPage endCursor }
	}
}`;

test('a project tells all that an inventory asks for', async () => {
	const gitlab = await serve({}, { prefix: '/gitlab' });
	const { id } = gitlab.world.projects[0]!;
	const { status, data, messages } = await askGraphql(gitlab, inventory, { paths: [api], n: 1 });
	expect([status, messages]).toEqual([200, []]);
	expect(data).toMatchObject({
		projects: {
			nodes: [
				{
					id: `gid://gitlab/Project/${String(id)}`,
					fullPath: api,
					webUrl: `https://gitlab.example/${api}`,
					archived: false,
					visibility: 'public',
					forksCount: 1,
					openIssuesCount: 1,
					repository: {
						rootRef: 'main',
						blobs: {
							nodes: [
								{ path: 'go.mod', rawTextBlob: expect.stringContaining('go 1.26.5') as string },
							],
						},
					},
					languages: [
						{ name: 'Go', share: 90 },
						{ name: 'Shell', share: 10 },
					],
					releases: { nodes: [{ tagName: 'v1.2.0', upcomingRelease: false }] },
					pipelines: { nodes: [{ iid: '1', status: 'SUCCESS', ref: 'main' }] },
				},
			],
			pageInfo: { hasNextPage: false },
		},
	});
	expect(gitlab.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
		'POST /gitlab/api/graphql',
	]);
});

describe('what a stranger may not see', () => {
	const change = {
		groups: [
			aWorldGroup({ members: [aWorldMember({ accessLevel: 50 })] }),
			aWorldGroup({ path: 'platform/secret', visibility: 'private' }),
		],
		projects: [aWorldProject(), aWorldProject({ path: 'platform/vault', visibility: 'private' })],
	};
	const query = `{
		projects(fullPaths: ["platform/vault", "platform/nothing", "platform/old"]) { nodes { fullPath } }
		project(fullPath: "platform/vault") { fullPath }
		group(fullPath: "platform/secret") { fullPath }
	}`;

	test('is absent or null, without an error', async () => {
		expect(await askGraphql(await serve(change), query)).toEqual({
			status: 200,
			data: { projects: { nodes: [] }, project: null, group: null },
			messages: [],
		});
	});

	test('is given to a token that may see it', async () => {
		const { data } = await askGraphql(await serve(change), query, { token: smallToken });
		expect(data).toEqual({
			projects: { nodes: [{ fullPath: 'platform/vault' }] },
			project: { fullPath: 'platform/vault' },
			group: { fullPath: 'platform/secret' },
		});
	});

	test('of a public project is null, or a list that looks as if there were none', async () => {
		const gitlab = await serve({
			projects: [aWorldProject({ hidden: ['repository', 'pipelines', 'issues'] })],
		});
		const { data } = await askGraphql(gitlab, inventory, { paths: [api], n: 1 });
		expect(data).toMatchObject({
			projects: {
				nodes: [
					{
						repository: null,
						languages: null,
						openIssuesCount: null,
						releases: { nodes: [{ tagName: null }] },
						pipelines: { nodes: [] },
					},
				],
			},
		});
		gitlab.world.projects[0]!.hidden = ['releases'];
		const hidden = await askGraphql(gitlab, inventory, { paths: [api], n: 1 });
		expect(hidden.data).toMatchObject({ projects: { nodes: [{ releases: { nodes: [] } }] } });
	});
});

test('a moved project has no entry at its old path', async () => {
	const gitlab = await serve();
	gitlab.world.moved.set('platform/old', gitlab.world.projects[0]!.id);
	const query = '{ projects(fullPaths: ["platform/old"]) { nodes { id } } }';
	expect((await askGraphql(gitlab, query)).data).toEqual({ projects: { nodes: [] } });
});

test('projects come in pages, the newest first and not as they were asked for', async () => {
	const ids = [1, 2, 3];
	const projects = ids.map((id) => aWorldProject({ id, path: `Platform/p${String(id)}` }));
	const gitlab = await serve({ projects });
	const query = `query ($after: String) {
		projects(fullPaths: ["platform/p1", "platform/p2", "platform/P3"], first: 2, after: $after) {
			nodes { fullPath } pageInfo { hasNextPage endCursor }
		}
	}`;
	const pageAt = async (after: string | null) => {
		const { data } = await askGraphql(gitlab, query, { after });
		return (data as { projects: { nodes: object[]; pageInfo: { endCursor: string } } }).projects;
	};
	const first = await pageAt(null);
	expect(first).toMatchObject({
		nodes: [{ fullPath: 'Platform/p3' }, { fullPath: 'Platform/p2' }],
		pageInfo: { hasNextPage: true },
	});
	expect(await pageAt(first.pageInfo.endCursor)).toMatchObject({
		nodes: [{ fullPath: 'Platform/p1' }],
		pageInfo: { hasNextPage: false },
	});
});

test('releases and pipelines keep their order, planned and unfinished ones included', async () => {
	const gitlab = await serve({
		projects: [
			aWorldProject({
				releases: [
					aWorldRelease(),
					aWorldRelease({ tag: 'v2.0.0', releasedAt: '2026-04-01T08:00:00.000Z' }),
				],
				pipelines: [
					aWorldPipeline(),
					aWorldPipeline({ id: 5002, status: 'waiting_for_resource' }),
					aWorldPipeline({ id: 5003, ref: 'other' }),
				],
			}),
		],
	});
	const query = `{ project(fullPath: "${api}") {
		releases(first: 2) { nodes { tagName upcomingRelease } }
		pipelines(first: 1, ref: "main") { nodes { status finishedAt path } }
	} }`;
	expect((await askGraphql(gitlab, query)).data).toEqual({
		project: {
			releases: {
				nodes: [
					{ tagName: 'v2.0.0', upcomingRelease: true },
					{ tagName: 'v1.2.0', upcomingRelease: false },
				],
			},
			pipelines: {
				nodes: [
					{
						status: 'WAITING_FOR_RESOURCE',
						finishedAt: null,
						path: `/${api}/-/pipelines/5002`,
					},
				],
			},
		},
	});
});

test('the tree of a folder has its folders and files; one that is not there is empty', async () => {
	const files = { 'go.mod': '', '.gitlab/CODEOWNERS': '', '.gitlab/ci/tools.yml': '' };
	const gitlab = await serve({ projects: [aWorldProject({ files })] });
	const query = `query ($path: String) { project(fullPath: "${api}") { repository {
		tree(path: $path) { trees { nodes { path } } blobs { nodes { path name } } }
	} } }`;
	const treeAt = async (path: string) => (await askGraphql(gitlab, query, { path })).data;
	expect(await treeAt('.gitlab')).toEqual({
		project: {
			repository: {
				tree: {
					trees: { nodes: [{ path: '.gitlab/ci' }] },
					blobs: { nodes: [{ path: '.gitlab/CODEOWNERS', name: 'CODEOWNERS' }] },
				},
			},
		},
	});
	expect(JSON.stringify(await treeAt('none'))).not.toContain('path');
	gitlab.world.projects[0]!.defaultBranch = null;
	expect(await treeAt('')).toEqual({ project: { repository: { tree: null } } });
});

test('a link is a file whose text is its target', async () => {
	const [files, links] = [{ 'docs/LICENSE': 'MIT' }, { LICENSE: 'docs/LICENSE' }];
	const gitlab = await serve({ projects: [aWorldProject({ files, links })] });
	const query = `{ project(fullPath: "${api}") { repository {
		tree { blobs { nodes { path } pageInfo { hasNextPage } } }
		blobs(paths: ["LICENSE"]) { nodes { rawTextBlob } }
	} } }`;
	expect((await askGraphql(gitlab, query)).data).toEqual({
		project: {
			repository: {
				tree: { blobs: { nodes: [{ path: 'LICENSE' }], pageInfo: { hasNextPage: false } } },
				blobs: { nodes: [{ rawTextBlob: 'docs/LICENSE' }] },
			},
		},
	});
});

describe('complexity', () => {
	const score = async (fields: string, options: Record<string, unknown> = {}) => {
		const query = `query ($paths: [String!], $no: Boolean = true) {
			queryComplexity { score limit }
			${fields} projects(fullPaths: $paths, first: 0) @skip(if: $no) { nodes { id } }
		}`;
		const { data } = await askGraphql(await serve(), query, { paths: [], ...options });
		const { queryComplexity } = data as { queryComplexity: { score: number; limit: number } };
		return [queryComplexity.score - 3, queryComplexity.limit];
	};

	test.each([
		{ fields: '__typename', cost: 1, why: 'a field is one' },
		{
			fields: 'project(fullPath: "a") { id ... on Project { name description } }',
			cost: 4,
			why: 'children add up',
		},
		{
			fields: 'project(fullPath: "a") { id id } project(fullPath: "a") { id }',
			cost: 2,
			why: 'once',
		},
		{ fields: 'project(fullPath: "a") { forksCount }', cost: 3, why: 'Gitaly is one more' },
		{ fields: 'p: projects(first: 10) { nodes { id name } }', cost: 4, why: '4 and 10 per cent' },
		{ fields: 'p: projects { nodes { id name } }', cost: 8, why: 'no first is a hundred' },
		{
			fields: 'p: projects(first: 900) { nodes { id name } }',
			cost: 8,
			why: 'a page is a hundred',
		},
		{
			fields: 'project(fullPath: "a") { releases(first: 0) { nodes { name } } }',
			cost: 5,
			why: 'an order is one more, though it is the usual one',
		},
		{
			fields: 'project(fullPath: "a") { pipelines(first: 0, ref: "main") { nodes { iid } } }',
			cost: 6,
			why: 'a ref is two more',
		},
		{
			fields:
				'project(fullPath: "a") { repository { blobs(paths: ["a", "b", "c"], first: 0) { nodes { path } } } }',
			cost: 9,
			why: 'each path is one more',
		},
	])('of $fields is $cost: $why', async ({ fields, cost }) => {
		expect(await score(fields)).toEqual([cost, 200]);
	});

	test('may be higher with a token', async () => {
		expect(await score('', { token: smallToken })).toEqual([0, 250]);
	});

	test('over the limit is refused with 200 and no data', async () => {
		const gitlab = await serve();
		const query = `{ projects(first: 100) { nodes { ${names(98)} } } }`;
		expect((await askGraphql(gitlab, query)).messages).toEqual([]);
		const over = `{ projects(first: 100) { nodes { ${names(99)} } } }`;
		expect(await askGraphql(gitlab, over)).toEqual({
			status: 200,
			data: undefined,
			messages: ['Query has complexity of 202, which exceeds max complexity of 200'],
		});
		expect((await askGraphql(gitlab, over, { token: smallToken })).messages).toEqual([]);
	});

	function names(count: number): string {
		return Array.from({ length: count }, (_, index) => `n${String(index)}: name`).join(' ');
	}
});

test.each([
	{ token: undefined, deepest: 15 },
	{ token: smallToken, deepest: 20 },
])('depth over $deepest is refused', async ({ token, deepest }) => {
	const gitlab = await serve({
		groups: [aWorldGroup({ visibility: 'private' }), aWorldGroup({ path: 'platform/tools' })],
	});
	const ask = (depth: number) => {
		const query = '{ group(fullPath: "platform/tools") ' + '{ fullPath parent '.repeat(depth - 2);
		return askGraphql(gitlab, `${query}{ name }${' }'.repeat(depth - 1)}`, { token });
	};
	expect(await ask(deepest)).toMatchObject({ messages: [], data: { group: { parent: null } } });
	expect(await ask(deepest + 1)).toEqual({
		status: 200,
		data: undefined,
		messages: [
			`Query has depth of ${String(deepest + 1)}, which exceeds max depth of ${String(deepest)}`,
		],
	});
});

describe('a query is refused', () => {
	test.each([
		{ query: '{', message: /^Syntax Error/, why: 'syntax' },
		{ query: '', message: /^Unexpected end/, why: 'nothing is asked' },
		{ query: '{ project(fullPath: "a") { licence } }', message: /licence/, why: 'unknown field' },
		{
			query: 'query ($p: ID!) { project(fullPath: $p) { id } }',
			message: /\$p/,
			why: 'no variable',
		},
		{ query: 'mutation { x }', message: /mutation/, why: 'nothing can be written' },
	])('with 200, errors and no data: $why', async ({ query, message }) => {
		const { status, data, messages } = await askGraphql(await serve(), query);
		expect([status, data]).toEqual([200, undefined]);
		expect(messages[0]).toMatch(message);
	});

	test('for too many paths, with what else was asked for', async () => {
		const paths = Array.from({ length: 51 }, (_, index) => `platform/p${String(index)}`);
		const query = 'query ($paths: [String!]) { projects(fullPaths: $paths) { nodes { id } } }';
		const gitlab = await serve();
		expect(await askGraphql(gitlab, query, { paths })).toEqual({
			status: 200,
			data: { projects: null },
			messages: ['You cannot provide more than 50 full_paths'],
		});
		expect((await askGraphql(gitlab, query, { paths: paths.slice(1) })).messages).toEqual([]);
	});

	test('for being too long', async () => {
		const gitlab = await serve();
		const longest = '{ queryComplexity { limit } }'.padEnd(10_000);
		expect((await askGraphql(gitlab, longest)).messages).toEqual([]);
		const refused = await askGraphql(gitlab, `${longest} `);
		expect([refused.status, refused.messages]).toEqual([422, ['Query too large']]);
	});

	test('for a body that is no JSON, not said to be JSON, or too large', async () => {
		const gitlab = await serve();
		const post = async (body: string, type = 'application/json') => {
			const headers = { 'content-type': type };
			const url = `${gitlab.url}/api/graphql`;
			const response = await fetch(url, { method: 'POST', headers, body });
			return `${String(response.status)} ${await response.text()}`;
		};
		expect(await post('{')).toMatch(/^400 /);
		expect(await post('{"query":"{ __typename }"}', 'text/plain')).toMatch(/^200 .*Unexpected end/);
		expect(await post(' '.repeat(1024 * 1024 + 1))).toMatch(/^413 /);
	});

	test.each([
		{ token: 'wrong', why: 'unknown' },
		{ token: 'old', why: 'expired' },
		{ token: 'narrow', why: 'without the scope' },
	])('for a token that is $why', async ({ token }) => {
		const gitlab = await serve({
			tokens: new Map([
				['old', aWorldToken({ state: 'expired' })],
				['narrow', aWorldToken({ scopes: ['read_user'] })],
			]),
		});
		const answer = await askGraphql(gitlab, '{ __typename }', { token });
		expect([answer.status, answer.messages]).toEqual([401, ['Invalid token']]);
	});
});

test.each([
	{ graphql: 'off' as const, status: 404, body: { error: '404 Not Found' } },
	{
		graphql: 'refuses' as const,
		status: 200,
		body: { errors: [{ message: expect.any(String) as string }] },
	},
])('an instance where GraphQL is "$graphql"', async ({ graphql, status, body }) => {
	const gitlab = await serve({ graphql });
	const response = await fetch(`${gitlab.url}/api/graphql`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: '{"query":"{ __typename }"}',
	});
	expect([response.status, await response.json()]).toEqual([status, body]);
});

test('faults reach GraphQL too', async () => {
	const gitlab = await serve();
	gitlab.fault(/graphql/, { status: 502 }, 1);
	const url = `${gitlab.url}/api/graphql`;
	const init = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
	expect((await fetch(url, init)).status).toBe(502);
	expect((await fetch(url, init)).status).toBe(200);
});

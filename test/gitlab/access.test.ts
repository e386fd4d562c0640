import { describe, expect, test } from 'vitest';
import { ask, fieldOf, serve } from './ask.ts';
import {
	aWorldGroup,
	aWorldIssue,
	aWorldMember,
	aWorldProject,
	aWorldToken,
	aWorldUser,
	smallToken,
} from './small-world.ts';

const project = 'projects/platform%2Fbilling-api';

describe('a token', () => {
	test('that is unknown turns every question into 401, public ones too', async () => {
		const gitlab = await serve();
		for (const path of [project, 'groups/platform', 'user', 'issues?scope=all']) {
			const answer = await ask(gitlab, path, { token: 'wrong' });
			expect([answer.status, answer.json]).toEqual([401, { message: '401 Unauthorized' }]);
		}
	});

	test.each([
		{ change: { state: 'expired' as const }, reason: /expired/ },
		{ change: { state: 'revoked' as const }, reason: /revoked/ },
		{ change: { expiresAt: '2026-03-04' }, reason: /expired/ },
	])('that is no longer valid is told so: $reason', async ({ change, reason }) => {
		const gitlab = await serve({ tokens: new Map([['old', aWorldToken(change)]]) });
		const answer = await ask(gitlab, project, { token: 'old' });
		expect(answer.status).toBe(401);
		expect(answer.json).toMatchObject({
			error: 'invalid_token',
			error_description: expect.stringMatching(reason) as string,
		});
	});

	test.each([
		{ scopes: ['read_api'], path: project, status: 200 },
		{ scopes: ['api'], path: project, status: 200 },
		{ scopes: ['read_user'], path: project, status: 403 },
		{ scopes: ['read_user'], path: 'user', status: 200 },
		{ scopes: ['read_repository'], path: 'groups/platform/members', status: 403 },
		{ scopes: ['read_repository'], path: `${project}/repository/files/go.mod/raw`, status: 200 },
		{ scopes: ['write_registry'], path: 'user', status: 403 },
	])('with $scopes gets $status for $path', async ({ scopes, path, status }) => {
		const gitlab = await serve({ tokens: new Map([['t', aWorldToken({ scopes })]]) });
		const answer = await ask(gitlab, path, { token: 't' });
		expect(answer.status).toBe(status);
		if (status === 403) expect(answer.json).toMatchObject({ error: 'insufficient_scope' });
	});

	test('may come in either header, and an empty one is none', async () => {
		const gitlab = await serve();
		const privateToken = await ask(gitlab, 'user', { headers: { 'private-token': smallToken } });
		const empty = await ask(gitlab, project, { headers: { 'private-token': '' } });
		expect([privateToken.status, empty.status]).toEqual([200, 200]);
		expect(gitlab.requests.map(({ token }) => token)).toEqual([smallToken, null]);
	});

	test('of a job is ignored where jobs have no business', async () => {
		const gitlab = await serve();
		const headers = { 'job-token': 'job' };
		expect((await ask(gitlab, project, { headers })).status).toBe(200);
		expect((await ask(gitlab, `${project}/releases`, { headers })).status).toBe(401);
	});
});

test.each([
	'user',
	'personal_access_tokens/self',
	'version',
	'metadata',
	'groups/platform/members',
	'groups/platform/members/all',
	'issues',
	'issues_statistics',
])('%s is refused to a stranger and answered to a token', async (path) => {
	const gitlab = await serve();
	expect((await ask(gitlab, path)).status).toBe(401);
	expect((await ask(gitlab, path, { token: smallToken })).status).toBe(200);
});

describe('what is private', () => {
	const change = {
		groups: [
			aWorldGroup({ members: [aWorldMember({ accessLevel: 50 })] }),
			aWorldGroup({ path: 'platform/secret', visibility: 'private' }),
		],
		projects: [aWorldProject(), aWorldProject({ path: 'platform/vault', visibility: 'private' })],
		issues: [
			aWorldIssue(),
			aWorldIssue({ iid: 2, confidential: true }),
			aWorldIssue({ project: 'platform/vault' }),
		],
	};

	test.each([
		{ path: 'projects/platform%2Fvault', message: '404 Project Not Found' },
		{ path: 'projects/platform%2Fnothing', message: '404 Project Not Found' },
		{ path: 'groups/platform%2Fsecret', message: '404 Group Not Found' },
		{ path: 'groups/platform%2Fnothing', message: '404 Group Not Found' },
		{ path: 'groups/platform%2Fsecret/projects', message: '404 Group Not Found' },
		{ path: `${project}/issues/2`, message: '404 Issue Not Found' },
	])('looks to a stranger as if $path did not exist', async ({ path, message }) => {
		const answer = await ask(await serve(change), path);
		expect([answer.status, answer.json]).toEqual([404, { message }]);
	});

	test('is listed for a token that may see it, unless the question leaves it out', async () => {
		const gitlab = await serve(change);
		const issues = 'groups/platform/issues?sort=asc';
		const [stranger, owner, careful] = await Promise.all([
			ask(gitlab, issues),
			ask(gitlab, issues, { token: smallToken }),
			ask(gitlab, `${issues}&confidential=false`, { token: smallToken }),
		]);
		expect(fieldOf(stranger, 'iid')).toEqual([1]);
		expect(fieldOf(owner, 'confidential').toSorted()).toEqual([false, false, true]);
		expect(fieldOf(careful, 'project_id')).toHaveLength(2);
		const projects = 'groups/platform/projects';
		expect(fieldOf(await ask(gitlab, projects), 'path')).toEqual(['billing-api']);
		expect(fieldOf(await ask(gitlab, projects, { token: smallToken }), 'path')).toHaveLength(2);
	});

	test('stays hidden from a token without a role', async () => {
		const gitlab = await serve({
			...change,
			users: [aWorldUser(), aWorldUser({ username: 'ben.sample', name: 'Ben Sample' })],
			tokens: new Map([['ben', aWorldToken({ username: 'ben.sample' })]]),
		});
		expect((await ask(gitlab, 'projects/platform%2Fvault', { token: 'ben' })).status).toBe(404);
		const issues = await ask(gitlab, 'groups/platform/issues', { token: 'ben' });
		expect(fieldOf(issues, 'iid')).toEqual([1]);
	});
});

test('members have more fields than may be published', async () => {
	const gitlab = await serve({
		groups: [
			aWorldGroup({ members: [aWorldMember({ accessLevel: 50 })] }),
			aWorldGroup({ path: 'platform/crew', members: [aWorldMember({ createdBy: 'ada.example' })] }),
		],
	});
	const direct = await ask(gitlab, 'groups/platform%2Fcrew/members', { token: smallToken });
	expect(direct.json).toEqual([
		expect.objectContaining({
			username: 'ada.example',
			state: 'active',
			access_level: 30,
			email: 'ada.example@example.com',
			created_by: expect.objectContaining({ username: 'ada.example' }) as object,
		}),
	]);
	const all = await ask(gitlab, 'groups/platform%2Fcrew/members/all', { token: smallToken });
	expect(fieldOf(all, 'access_level')).toEqual([50]);
});

import { gunzipSync } from 'node:zlib';
import { unpackTar } from 'modern-tar';
import { describe, expect, test } from 'vitest';
import { ask, fieldOf, serve } from './ask.ts';
import {
	aWorldGroup,
	aWorldMember,
	aWorldPipeline,
	aWorldProject,
	aWorldRelease,
	aWorldTag,
	smallToken,
} from './small-world.ts';

const path = 'projects/platform%2Fbilling-api';

describe('a project', () => {
	test('has a short form for strangers and a full one for tokens', async () => {
		const gitlab = await serve();
		const [short, full] = await Promise.all([
			ask(gitlab, path),
			ask(gitlab, path, { token: smallToken }),
		]);
		expect(short.json).toMatchObject({
			path_with_namespace: 'platform/billing-api',
			default_branch: 'main',
			namespace: { kind: 'group', full_path: 'platform' },
		});
		for (const field of [
			'archived',
			'visibility',
			'open_issues_count',
			'runners_token',
			'_links',
		]) {
			expect(short.json).not.toHaveProperty(field);
			expect(full.json).toHaveProperty(field);
		}
	});

	test('tells its licence when asked for it', async () => {
		const gitlab = await serve({
			projects: [
				aWorldProject(),
				aWorldProject({ path: 'platform/bare', license: null, files: {} }),
			],
		});
		expect((await ask(gitlab, path)).json).not.toHaveProperty('license');
		expect((await ask(gitlab, `${path}?license=true`)).json).toMatchObject({
			license: { key: 'mit', name: 'MIT License' },
			license_url: 'https://gitlab.example/platform/billing-api/-/blob/main/LICENSE',
		});
		expect((await ask(gitlab, 'projects/platform%2Fbare?license=true')).json).toMatchObject({
			license: null,
			license_url: null,
		});
	});

	test.each([
		{ files: ['LICENSE.md', 'COPYING'], named: 'COPYING', why: 'the first counts' },
		{ files: ['NOTICE', 'unlicense'], named: 'unlicense', why: 'in any case' },
		{ files: ['MIT.txt', 'docs/LICENSE'], named: null, why: 'a name at the root' },
	])('has the address of its licence file: $why', async ({ files, named }) => {
		const texts = Object.fromEntries(files.map((file) => [file, '']));
		const gitlab = await serve({ projects: [aWorldProject({ files: texts })] });
		expect((await ask(gitlab, `${path}?license=true`)).json).toMatchObject({
			license: { key: 'mit' },
			license_url: named && `https://gitlab.example/platform/billing-api/-/blob/main/${named}`,
		});
	});

	test('is found by number and without regard to case, but not by an unencoded path', async () => {
		const gitlab = await serve();
		const { id } = gitlab.world.projects[0]!;
		expect((await ask(gitlab, `projects/${String(id)}`)).status).toBe(200);
		expect((await ask(gitlab, 'projects/Platform%2FBilling-API')).status).toBe(200);
		const unencoded = await ask(gitlab, 'projects/platform/billing-api');
		expect([unencoded.status, unencoded.json]).toEqual([404, { error: '404 Not Found' }]);
	});

	test('that has moved is redirected by number, with what follows', async () => {
		const gitlab = await serve({}, { prefix: '/gitlab' });
		const { id } = gitlab.world.projects[0]!;
		gitlab.world.moved.set('platform/old-api', id);
		const answer = await ask(gitlab, 'projects/platform%2FOLD-api/releases?per_page=5');
		expect(answer.status).toBe(301);
		expect(answer.headers.get('content-type')).toBe('text/plain');
		expect(answer.headers.get('location')).toBe(
			`${gitlab.url}/api/v4/projects/${String(id)}/releases?per_page=5`,
		);
		const write = await ask(gitlab, 'projects/platform%2Fold-api', {
			method: 'DELETE',
			token: smallToken,
		});
		expect(write.status).toBe(405);
	});

	test('hides its parts from strangers one by one', async () => {
		const gitlab = await serve({
			projects: [aWorldProject({ hidden: ['repository', 'pipelines'] })],
		});
		expect((await ask(gitlab, path)).json).not.toHaveProperty('default_branch');
		for (const part of ['languages', 'repository/tags', 'repository/tree', 'pipelines']) {
			expect((await ask(gitlab, `${path}/${part}`)).status, part).toBe(403);
		}
		const releases = await ask(gitlab, `${path}/releases`);
		expect(releases.status).toBe(200);
		expect(releases.text).not.toContain('tag_name');
	});
});

test('releases come by date, upcoming ones first and marked', async () => {
	const gitlab = await serve({
		projects: [
			aWorldProject({
				releases: [
					aWorldRelease({ tag: 'v1.0.0', releasedAt: '2026-01-01T08:00:00.000Z' }),
					aWorldRelease({ tag: 'v2.0.0', releasedAt: '2026-04-01T08:00:00.000Z' }),
				],
			}),
		],
	});
	const answer = await ask(gitlab, `${path}/releases`);
	expect(fieldOf(answer, 'tag_name')).toEqual(['v2.0.0', 'v1.0.0']);
	expect(fieldOf(answer, 'upcoming_release')).toEqual([true, false]);
	const latest = await ask(gitlab, `${path}/releases/permalink/latest`);
	expect(latest.status).toBe(302);
	expect(latest.headers.get('location')).toMatch(/\/releases\/v2\.0\.0$/);
});

test('tags are ordered by date, name or version, and show e-mail addresses', async () => {
	const tags = ['v0.9.0', 'v0.10.0', 'nightly'].map((name, index) =>
		aWorldTag({ name, committedAt: `2026-01-0${String(index + 1)}T08:00:00.000Z` }),
	);
	const gitlab = await serve({ projects: [aWorldProject({ tags })] });
	const names = async (query: string) =>
		fieldOf(await ask(gitlab, `${path}/repository/tags?${query}`), 'name');
	expect(await names('')).toEqual(['nightly', 'v0.10.0', 'v0.9.0']);
	expect(await names('order_by=name&sort=asc')).toEqual(['nightly', 'v0.10.0', 'v0.9.0']);
	expect(await names('order_by=version&search=^v')).toEqual(['v0.10.0', 'v0.9.0']);
	expect((await ask(gitlab, `${path}/repository/tags`)).text).toContain('@example.com');
});

test('the latest pipeline is that of the newest commit: none is 403, an empty list is 200', async () => {
	const gitlab = await serve({
		projects: [
			aWorldProject({
				pipelines: [
					aWorldPipeline({ id: 2, sha: 'f'.repeat(40), status: 'failed' }),
					aWorldPipeline({ id: 3, ref: 'other', sha: 'e'.repeat(40) }),
				],
			}),
		],
	});
	expect((await ask(gitlab, `${path}/pipelines/latest`)).status).toBe(403);
	expect(fieldOf(await ask(gitlab, `${path}/pipelines?ref=main`), 'id')).toEqual([2]);
	expect((await ask(gitlab, `${path}/pipelines?ref=nothing`)).json).toEqual([]);
	gitlab.world.projects[0]!.pipelines.push(aWorldPipeline({ id: 1 }));
	expect((await ask(gitlab, `${path}/pipelines/latest`)).json).toMatchObject({ id: 1 });
});

describe('the repository', () => {
	test('gives files as text, with their metadata in headers', async () => {
		const gitlab = await serve();
		const url = `${path}/repository/files/go.mod/raw`;
		const [get, head] = await Promise.all([ask(gitlab, url), ask(gitlab, url, { method: 'HEAD' })]);
		expect(get.text).toContain('go 1.26.5');
		expect(head.text).toBe('');
		expect(head.headers.get('x-gitlab-size')).toBe(String(get.text.length));
		expect(get.headers.get('content-type')).toBe('text/plain');
	});

	test.each([
		{ file: 'none.txt/raw', status: 404, body: { message: '404 File Not Found' } },
		{ file: 'go.mod/raw?ref=none', status: 404, body: { message: '404 Commit Not Found' } },
		{ file: 'go.mod', status: 400, body: { error: 'ref is missing' } },
	])('refuses $file', async ({ file, status, body }) => {
		const answer = await ask(await serve(), `${path}/repository/files/${file}`);
		expect([answer.status, answer.json]).toEqual([status, body]);
	});

	test('lists its tree, folders first', async () => {
		const files = { 'go.mod': '', 'cmd/main.go': '', 'cmd/sub/x.go': '' };
		const gitlab = await serve({ projects: [aWorldProject({ files })] });
		const paths = async (query: string) =>
			fieldOf(await ask(gitlab, `${path}/repository/tree?${query}`), 'path');
		expect(await paths('')).toEqual(['cmd', 'go.mod']);
		expect(await paths('path=cmd')).toEqual(['cmd/sub', 'cmd/main.go']);
		expect(await paths('recursive=true')).toHaveLength(5);
		expect((await ask(gitlab, `${path}/repository/tree?path=none`)).status).toBe(404);
	});

	test('has an archive, which is refused to a fetch across origins', async () => {
		const long = `${'very-long-name/'.repeat(9)}file.go`;
		const files = { 'go.mod': 'go 1.26.5\n', [long]: 'package long\n' };
		const gitlab = await serve({ projects: [aWorldProject({ files })] });
		const url = `${gitlab.url}/api/v4/${path}/repository/archive.tar.gz`;
		for (const mode of ['cors', 'no-cors'] as const) {
			expect((await fetch(new Request(url, { mode }))).status, mode).toBe(406);
		}
		const answer = await fetch(new Request(url, { mode: 'same-origin' }));
		expect(answer.headers.get('content-type')).toBe('application/octet-stream');
		expect(answer.headers.get('content-disposition')).toMatch(
			/^attachment; filename="billing-api-main-[0-9a-f]{40}\.tar\.gz"$/,
		);
		const tar = gunzipSync(await answer.arrayBuffer()).toString();
		expect(tar).toMatch(/pax_global_header/);
		expect(tar).toContain(`/${long}\n`);
		expect(tar).toContain('package long');
		expect(tar.length % 10_240).toBe(0);
	});

	test('has links in its archive, its tree and as files, and what is told of them', async () => {
		const links = { 'main.go': 'cmd/main.go', far: `${'../'.repeat(50)}etc` };
		const strayEntries = { '../outside.go': 'package outside\n' };
		const project = aWorldProject({ links, strayEntries });
		const gitlab = await serve({ projects: [project] });
		const tree = await ask(gitlab, `${path}/repository/tree`);
		expect(tree.json).toContainEqual(expect.objectContaining({ path: 'main.go', mode: '120000' }));
		expect((await ask(gitlab, `${path}/repository/files/main.go/raw`)).text).toBe('cmd/main.go');
		const url = `${gitlab.url}/api/v4/${path}/repository/archive.tar.gz`;
		const answer = await fetch(new Request(url, { mode: 'same-origin' }));
		const entries = await unpackTar(gunzipSync(await answer.arrayBuffer()), { strict: true });
		const linksIn = entries.flatMap(({ header }) =>
			header.type === 'symlink' ? [[header.name.replace(/^[^/]*\//, ''), header.linkname]] : [],
		);
		expect(Object.fromEntries(linksIn) as object).toEqual(links);
		expect(entries.map(({ header }) => header.name)).toContain('../outside.go');
	});

	test('gives its archive to each caller five times a minute', async () => {
		const gitlab = await serve();
		const get = async (authorization = '') => {
			const url = `${gitlab.url}/api/v4/${path}/repository/archive.tar.gz`;
			const headers = { ...(authorization && { authorization }) };
			return fetch(new Request(url, { mode: 'same-origin', headers }));
		};
		for (let count = 0; count < 5; count += 1) expect((await get()).status).toBe(200);
		const refused = await get();
		expect(refused.status).toBe(429);
		expect(await refused.json()).toEqual({
			message: { error: 'This endpoint has been requested too many times. Try again later.' },
		});
		expect((await get(`Bearer ${smallToken}`)).status).toBe(200);
	});
});

describe('what is shared with groups', () => {
	const shares = [
		{ group: 'crew', accessLevel: 40 },
		{ group: 'guests', accessLevel: 20, expiresAt: '2026-12-31' },
		{ group: 'secret', accessLevel: 30 },
	];
	const change = {
		groups: [
			aWorldGroup({ members: [aWorldMember({ accessLevel: 50 })], sharedWith: shares }),
			aWorldGroup({ path: 'crew' }),
			aWorldGroup({ path: 'guests' }),
			aWorldGroup({ path: 'secret', visibility: 'private' }),
		],
		projects: [aWorldProject({ sharedWith: shares })],
	};
	const seen = [
		{ group_full_path: 'crew', group_access_level: 40, expires_at: null },
		{ group_full_path: 'guests', group_access_level: 20, expires_at: '2026-12-31' },
	].map((share) => expect.objectContaining(share) as object);

	const first = ({ json }: { json: unknown }) => (Array.isArray(json) ? json[0] : json) as object;
	const ofGroups = ['groups/platform?with_projects=false', 'groups/platform/projects'];

	test.each([path, ...ofGroups])(
		'%s tells it a token, without groups that the token may not see',
		async (question) => {
			const token = await ask(await serve(change), question, { token: smallToken });
			expect(first(token)).toHaveProperty('shared_with_groups', seen);
		},
	);

	test.each(ofGroups)('%s tells it strangers, too, unless it is told not to', async (question) => {
		expect(first(await ask(await serve(change), question))).toHaveProperty(
			'shared_with_groups',
			seen,
		);
		const short = await serve({ ...change, listings: 'short' });
		expect(first(await ask(short, question))).not.toHaveProperty('shared_with_groups');
	});

	test('a project itself does not tell strangers', async () => {
		const stranger = await ask(await serve(change), path);
		expect(first(stranger)).not.toHaveProperty('shared_with_groups');
	});

	test('says nothing of it in the simple form', async () => {
		const simple = 'groups/platform/projects?simple=true';
		const { text } = await ask(await serve(change), simple, { token: smallToken });
		expect(text).not.toContain('shared_with_groups');
	});
});

describe('the projects of a group', () => {
	const change = {
		groups: [aWorldGroup(), aWorldGroup({ path: 'platform/tools' }), aWorldGroup({ path: 'crew' })],
		projects: [
			aWorldProject({ sharedWith: [{ group: 'crew', accessLevel: 30 }] }),
			aWorldProject({ path: 'platform/tools/linter', archived: true }),
		],
	};

	test.each([
		{ path: 'groups/platform/projects', paths: ['billing-api'] },
		{ path: 'groups/platform/projects?include_subgroups=true&archived=true', paths: ['linter'] },
		{
			path: 'groups/platform/projects?include_subgroups=true&archived=false',
			paths: ['billing-api'],
		},
		{ path: 'groups/crew/projects', paths: ['billing-api'] },
		{ path: 'groups/crew/projects?with_shared=false', paths: [] },
	])('$path: $paths', async ({ path: question, paths }) => {
		expect(fieldOf(await ask(await serve(change), question), 'path')).toEqual(paths);
	});

	test('are part of the group itself unless that is declined', async () => {
		const gitlab = await serve(change);
		expect((await ask(gitlab, 'groups/platform')).json).toHaveProperty('projects');
		const group = (await ask(gitlab, 'groups/platform?with_projects=false')).json;
		expect(group).toMatchObject({ full_path: 'platform', visibility: 'public' });
		expect(group).not.toHaveProperty('projects');
	});
});

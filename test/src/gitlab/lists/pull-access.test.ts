import { describe, expect, test } from 'vitest';
import { TokenRejectedError } from '#gitlab/transport/errors.ts';
import { PartFailure } from '#gitlab/lists/part-failure.ts';
import { pullAccess } from '#gitlab/lists/pull-access.ts';
import { ProjectAccess } from '#model/checks.ts';
import { GroupPath } from '#model/identifiers.ts';
import { InvalidDataError } from '#model/parse.ts';
import { aProjectPath } from '../../../builders.ts';
import { aWorldGroup, aWorldProject } from '../../../gitlab/small-world.ts';
import type { WorldProject, WorldShare } from '../../../gitlab/world.ts';
import { startSmallGitLab } from '../small-gitlab.ts';

const today = '2026-03-04';
const ours = GroupPath.parse('people/maintainers');
const others = GroupPath.parse('people/reviewers');
const share = (accessLevel: number, expiresAt?: string, group: string = ours): WorldShare => ({
	group,
	accessLevel,
	expiresAt,
});

/** As GitLab writes it. */
const toLink = ({ group, accessLevel, expiresAt }: WorldShare) => ({
	group_full_path: group,
	group_access_level: accessLevel,
	expires_at: expiresAt ?? null,
});

interface World {
	projects: Partial<WorldProject>[];
	/** Shares by path of the group. */
	groups?: Record<string, WorldShare[]>;
	hidden?: string[];
	/** Absent: strangers are not told, so that the token is asked. */
	tellsStrangers?: boolean;
}

async function start({ projects, groups = {}, hidden = [], tellsStrangers = false }: World) {
	const paths = ['platform', 'platform/tools', 'platform/tools/deep', 'people', ours, others];
	const world = projects.map((change) => aWorldProject({ sharedWith: [], ...change }));
	const gitlab = await startSmallGitLab({
		groups: paths.map((path) =>
			aWorldGroup({
				path,
				sharedWith: groups[path] ?? [],
				visibility: hidden.includes(path) ? 'private' : 'public',
			}),
		),
		projects: world,
		milestones: [],
		issues: [],
		listings: tellsStrangers ? undefined : 'short',
	});
	const clients = { anonymous: gitlab.client, token: tellsStrangers ? undefined : gitlab.asUser };
	const shown = world
		.filter(({ visibility }) => visibility === 'public')
		.map(({ id, path, sharedWith }) => ({
			id,
			path: aProjectPath(path),
			declared: aProjectPath(path),
			sharedWith: tellsStrangers ? sharedWith.map(toLink) : undefined,
		}));
	return {
		...gitlab,
		[Symbol.asyncDispose]: gitlab[Symbol.asyncDispose],
		shown,
		clients,
		pull: async (of = [ours]) => {
			const { rows } = await pullAccess(clients, shown, of, today);
			return rows.map((row) => ProjectAccess.parse(row));
		},
	};
}

const path = 'platform/tools/api';
const row = (accessLevel: number | null, through: string | null = null) => [
	{ project: path, group: ours, accessLevel, through },
];

describe('the access of a group to a project', () => {
	test.each<{ why: string; shares: WorldShare[]; above?: World['groups']; rows: object[] }>([
		{ why: 'it is shared with it', shares: [share(40)], rows: row(40) },
		{ why: 'less is a row too', shares: [share(30)], rows: row(30) },
		{ why: 'the last day counts', shares: [share(40, today)], rows: row(40) },
		{ why: 'a share that has ended does not', shares: [share(40, '2026-03-03')], rows: row(null) },
		{
			why: 'that of another group does not',
			shares: [share(50, undefined, others)],
			rows: row(null),
		},
		{
			why: 'the group above is shared',
			shares: [],
			above: { 'platform/tools': [share(40)] },
			rows: row(40, 'platform/tools'),
		},
		{
			why: 'the highest above counts',
			shares: [share(50, '2026-03-03')],
			above: { platform: [share(40)], 'platform/tools': [share(30)] },
			rows: row(40, 'platform'),
		},
		{
			why: 'of equals the nearest',
			shares: [],
			above: { platform: [share(40)], 'platform/tools': [share(40)] },
			rows: row(40, 'platform/tools'),
		},
		{
			why: 'one above that has ended does not count',
			shares: [],
			above: { platform: [share(40, '2026-03-03')] },
			rows: row(null),
		},
		{
			why: 'a higher one above counts instead of the share of the project',
			shares: [share(30)],
			above: { platform: [share(40)] },
			rows: row(40, 'platform'),
		},
		{
			why: 'a lower one above does not',
			shares: [share(30)],
			above: { platform: [share(20)], 'platform/tools': [share(30)] },
			rows: row(30),
		},
	])('$rows: $why', async ({ shares, above = {}, rows }) => {
		const world = { projects: [{ path, sharedWith: shares }], groups: above };
		await using gitlab = await start(world);
		expect(await gitlab.pull()).toEqual(rows);
		await using telling = await start({ ...world, tellsStrangers: true });
		expect(await telling.pull()).toEqual(rows);
	});

	test('is a row for each group and project, under the declared path', async () => {
		await using gitlab = await start({ projects: [{ path, sharedWith: [share(40)] }] });
		const shown = gitlab.shown.map((one) => ({ ...one, declared: aProjectPath('platform/old') }));
		const { rows } = await pullAccess(gitlab.clients, shown, [ours, others], today);
		expect(rows).toEqual([
			{ project: 'platform/old', group: ours, accessLevel: 40, through: null },
			{ project: 'platform/old', group: others, accessLevel: null, through: null },
		]);
	});

	test('to a project of its own is asked for, and nothing is made up', async () => {
		await using gitlab = await start({ projects: [{ path: `${ours}/rotation` }] });
		expect(await gitlab.pull()).toEqual([]);
		await using shared = await start({
			projects: [{ path: `${ours}/rotation`, sharedWith: [share(40)] }],
		});
		expect(await shared.pull()).toEqual([
			{ project: `${ours}/rotation`, group: ours, accessLevel: 40, through: null },
		]);
	});
});

describe('questions', () => {
	const projects = [
		{ path: 'platform/tools/api' },
		{ path: 'platform/tools/deep/cli' },
		{ path: 'platform/alone' },
		{ path: 'platform/tools/secret', visibility: 'private' as const },
	].map((change) => ({ ...change, sharedWith: [share(40)] }));

	test('are one for each project, so that the token is told of no others', async () => {
		await using gitlab = await start({ projects });
		expect((await gitlab.pull()).map(({ project }) => project)).toEqual([
			'platform/tools/api',
			'platform/tools/deep/cli',
			'platform/alone',
		]);
		const ids = gitlab.shown.map(({ id }) => `/projects/${String(id)}`);
		expect(gitlab.asked().toSorted()).toEqual(ids.toSorted());
	});

	test('are no more than there is room for', async () => {
		await using gitlab = await start({ projects });
		const { rows, failed } = await pullAccess(gitlab.clients, gitlab.shown, [ours], today, 2);
		expect(rows.map(({ project }) => project)).toEqual([
			'platform/tools/api',
			'platform/tools/deep/cli',
		]);
		expect(failed.size).toBe(0);
		expect(gitlab.asked()).toHaveLength(2);
	});

	test('about the groups above are asked once for all projects: as strangers, then with the token', async () => {
		await using gitlab = await start({
			projects: projects.map((project) => ({ ...project, sharedWith: [] })),
		});
		await gitlab.pull([ours, others]);
		const asked = gitlab.asked().filter((one) => one.includes('with_projects=false'));
		expect(asked.map((one) => one.replace(/\?.*/, '')).toSorted()).toEqual(
			['/groups/platform', '/groups/platform/tools', '/groups/platform/tools/deep'].flatMap(
				(group) => [group, group],
			),
		);
	});

	test('are signed where strangers are not told', async () => {
		await using gitlab = await start({ projects });
		await gitlab.pull();
		expect(gitlab.gitlab.requests.every(({ token }) => token !== null)).toBe(true);
	});

	test('are none where listings tell strangers, but for the groups above', async () => {
		await using gitlab = await start({ projects, tellsStrangers: true });
		await gitlab.pull();
		expect(gitlab.asked()).toEqual([]);
		await gitlab.pull([ours, others]);
		expect(gitlab.asked().filter((asked) => !asked.includes('with_projects'))).toEqual([]);
		expect(gitlab.gitlab.requests.some(({ token }) => token !== null)).toBe(false);
	});

	test('are not asked without a token where strangers are not told', async () => {
		await using gitlab = await start({ projects });
		const { anonymous } = gitlab.clients;
		const asked = pullAccess({ anonymous, token: undefined }, gitlab.shown, [ours], today);
		expect((await asked).rows).toEqual([]);
		expect(gitlab.asked()).toEqual([]);
	});
});

describe('what GitLab does not tell', () => {
	test.each([403, 404])('of a project that answers %i is no row', async (status) => {
		await using gitlab = await start({ projects: [{ path, sharedWith: [share(40)] }] });
		gitlab.refuse(/\/projects\//, status);
		expect(await gitlab.pull()).toEqual([]);
	});

	test.each([
		{ answer: {}, why: 'not named' },
		{ answer: { shared_with_groups: [{ group_full_path: ours }] }, why: 'without level' },
	])('of shares that are $why is no row, and not "not shared"', async ({ answer }) => {
		await using gitlab = await start({ projects: [{ path }] });
		gitlab.say(/\/projects\//, { id: gitlab.shown[0]?.id, ...answer });
		expect(await gitlab.pull()).toEqual([]);
	});

	test('of a group above is no row, unless another one above is shared', async () => {
		await using gitlab = await start({ projects: [{ path }] });
		gitlab.refuse(/\/groups\/platform\?/, 404);
		expect(await gitlab.pull()).toEqual([]);
		await using shared = await start({
			projects: [{ path }],
			groups: { 'platform/tools': [share(40)] },
		});
		shared.refuse(/\/groups\/platform\?/, 404);
		expect(await shared.pull()).toEqual(row(40, 'platform/tools'));
	});

	test('of a group above is no row either where less is told: there may be more', async () => {
		await using gitlab = await start({
			projects: [{ path, sharedWith: [share(30)] }],
			groups: { 'platform/tools': [share(30)] },
		});
		gitlab.refuse(/\/groups\/platform\?/, 404);
		expect(await gitlab.pull()).toEqual([]);
	});
});

describe('failures', () => {
	const projects = [{ path }, { path: 'platform/tools/cli' }];

	test.each([/\/projects\/\d+/, /\/groups\/platform\?/])('%s fail the list', async (match) => {
		await using gitlab = await start({ projects });
		gitlab.refuse(match, 400);
		await expect(gitlab.pull()).rejects.toThrow('answered 400');
	});

	test('of a group above fail its projects, where nothing else gives enough access', async () => {
		await using gitlab = await start({
			projects: [
				{ path },
				{ path: 'platform/tools/cli', sharedWith: [share(40)] },
				{ path: 'people/list', sharedWith: [share(30)] },
				{ path: 'people/rota', sharedWith: [share(30)] },
			],
		});
		gitlab.refuse(/\/groups\/platform\/tools\?/, 500);
		const { rows, failed } = await pullAccess(gitlab.clients, gitlab.shown, [ours], today);
		expect(rows.map(({ project }) => project)).toEqual([
			'platform/tools/cli',
			'people/list',
			'people/rota',
		]);
		expect([...failed.keys()]).toEqual([path]);
		expect(failed.get(aProjectPath(path))?.why).toMatch(/^GET \/groups\/:id .*500/);
	});

	test('of a project are its own', async () => {
		await using gitlab = await start({
			projects: ['platform/api', 'people/list', 'works/rota'].map((one) => ({
				path: one,
				sharedWith: [share(40)],
			})),
		});
		gitlab.refuse(new RegExp(`/projects/${String(gitlab.shown[0]?.id)}`), 500);
		const { rows, failed } = await pullAccess(gitlab.clients, gitlab.shown, [ours], today);
		expect(rows.map(({ project }) => project)).toEqual(['people/list', 'works/rota']);
		expect([...failed.keys()]).toEqual(['platform/api']);
	});

	test('of a listing are those of its projects, unless a token can ask for them', async () => {
		await using gitlab = await start({
			projects: ['platform/api', 'people/list', 'works/rota'].map((one) => ({
				path: one,
				sharedWith: [share(40)],
			})),
		});
		const unlisted = new PartFailure(new Error('GitLab answered 500.'));
		const shown = gitlab.shown.map((one) =>
			one.path === 'platform/api'
				? { ...one, unlisted }
				: { ...one, sharedWith: [toLink(share(40))] },
		);
		const { anonymous } = gitlab.clients;
		const alone = await pullAccess({ anonymous, token: undefined }, shown, [ours], today);
		expect(alone.rows.map(({ project }) => project)).toEqual(['people/list', 'works/rota']);
		expect(alone.failed).toEqual(new Map([['platform/api', unlisted]]));
		const signed = await pullAccess(gitlab.clients, shown, [ours], today);
		expect(signed.rows).toHaveLength(3);
		expect(signed.failed.size).toBe(0);
	});

	test('a rejected token is said', async () => {
		await using gitlab = await start({ projects });
		gitlab.gitlab.world.tokens.clear();
		await expect(gitlab.pull()).rejects.toThrow(TokenRejectedError);
	});

	test('an answer of another shape is said, without its contents', async () => {
		await using gitlab = await start({ projects: [{ path }] });
		gitlab.say(/\/projects\//, { name: 'planted-secret' });
		await expect(gitlab.pull()).rejects.toThrow(InvalidDataError);
		await expect(gitlab.pull()).rejects.not.toThrow('planted-secret');
	});
});

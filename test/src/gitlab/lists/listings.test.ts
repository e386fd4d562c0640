import { describe, expect, test } from 'vitest';
import type { AnonymousClient } from '#gitlab/transport/client.ts';
import {
	askWithin,
	findListingFailure,
	findListedGroups,
	pullListings,
	shareListings,
	type AskListing,
	type ListedGroup,
} from '#gitlab/lists/listings.ts';
import { GroupPath } from '#model/identifiers.ts';
import { InvalidDataError } from '#model/parse.ts';
import { aProjectPath } from '../../../builders.ts';
import { aWorldGroup, aWorldProject } from '../../../gitlab/small-world.ts';
import type { HideablePart } from '../../../gitlab/world.ts';
import { startSmallGitLab } from '../small-gitlab.ts';

const listingsOf = ({ client }: { client: AnonymousClient }) => shareListings()(client);
const listed = (path: string, withSubgroups = false): ListedGroup => ({
	path: GroupPath.parse(path),
	withSubgroups,
});

describe('the fewest listings that cover the projects', () => {
	test.each([
		{ paths: [], groups: [], why: 'no project, no listing' },
		{ paths: ['platform/api'], groups: ['platform'], why: 'a group at the top' },
		{ paths: ['platform/api', 'platform/web'], groups: ['platform'], why: 'each group once' },
		{
			paths: ['platform/billing/api', 'platform/billing/tools/cli'],
			groups: ['platform/billing +'],
			why: 'a group takes those below it along',
		},
		{
			paths: ['platform/billing/tools/deep/er/cli', 'platform/billing/api'],
			groups: ['platform/billing +'],
			why: 'however deep, in whatever order',
		},
		{
			paths: ['platform/api', 'platform/billing/api'],
			groups: ['platform', 'platform/billing +'],
			why: 'a group at the top does not: below it lies a whole company',
		},
		{
			paths: ['platform/bill/api', 'platform/billing/api'],
			groups: ['platform/bill +', 'platform/billing +'],
			why: 'a name that begins like another is not below it',
		},
	])('$groups: $why', ({ paths, groups }) => {
		const found = findListedGroups(paths.map(aProjectPath));
		expect(found.map(({ path, withSubgroups }) => `${path}${withSubgroups ? ' +' : ''}`)).toEqual(
			groups,
		);
	});
});

const active = aWorldProject({ path: 'platform/billing/api' });
const below = aWorldProject({ path: 'platform/billing/tools/cli' });
const archived = aWorldProject({ path: 'platform/billing/old', archived: true });
const secret = aWorldProject({ path: 'platform/billing/secret', visibility: 'private' });
const world = {
	groups: [
		aWorldGroup(),
		aWorldGroup({ path: 'platform/billing' }),
		aWorldGroup({ path: 'hidden', visibility: 'private' }),
	],
	projects: [active, below, archived, secret],
	milestones: [],
	issues: [],
};
const group = listed('platform/billing', true);

describe('listings', () => {
	test('have every project that a stranger sees, by its number', async () => {
		await using gitlab = await startSmallGitLab(world);
		const rows = await pullListings(listingsOf(gitlab), [group]);
		expect([...rows.byId.keys()].toSorted()).toEqual([active.id, below.id, archived.id].toSorted());
		expect(rows.byId.get(active.id)).toMatchObject({ basic: { path: active.path, stars: 7 } });
	});

	test('are looked through by path, to the letter', async () => {
		await using gitlab = await startSmallGitLab(world);
		const rows = await pullListings(listingsOf(gitlab), [group]);
		expect(rows.byPath.get(aProjectPath(active.path))?.basic.id).toBe(active.id);
		expect(rows.byPath.get(aProjectPath('platform/Billing/api'))).toBeUndefined();
		expect(rows.byPath.get(aProjectPath(secret.path))).toBeUndefined();
	});

	test.each<{ why: string; hidden: HideablePart[]; listings?: 'short'; shows: object }>([
		{ why: 'all', hidden: [], shows: { releases: true, pipelines: true } },
		{ why: 'no pipelines', hidden: ['pipelines'], shows: { releases: true, pipelines: false } },
		{ why: 'no releases', hidden: ['releases'], shows: { releases: false, pipelines: true } },
		{ why: 'no code: levels say nothing then', hidden: ['repository'], shows: {} },
		{ why: 'what the short form leaves out', hidden: [], listings: 'short', shows: {} },
	])('say that strangers see $why', async ({ hidden, listings, shows }) => {
		const project = aWorldProject({ hidden });
		await using gitlab = await startSmallGitLab({ projects: [project], listings });
		const rows = await pullListings(listingsOf(gitlab), [listed('platform')]);
		expect(rows.byId.get(project.id)?.shows).toEqual(shows);
	});

	test.each([
		{ why: 'disabled builds', level: { builds_access_level: 'disabled' } },
		{ why: 'jobs that are not public', level: { public_jobs: false } },
		{ why: 'a project that is not said to be public', level: { visibility: null } },
	])('do not say what strangers see of $why', async ({ level }) => {
		await using gitlab = await startSmallGitLab();
		const open = { visibility: 'public', builds_access_level: 'enabled', public_jobs: true };
		const row = { id: 7, path_with_namespace: 'platform/api', default_branch: 'main' };
		gitlab.say(/\/groups\//, [{ ...row, archived: false, ...open, ...level }]);
		const rows = await pullListings(listingsOf(gitlab), [listed('platform')]);
		expect(rows.byId.get(7)?.shows).toEqual({});
	});

	test('of no group ask for nothing', async () => {
		await using gitlab = await startSmallGitLab(world);
		expect((await pullListings(listingsOf(gitlab), [])).byId.size).toBe(0);
		expect(gitlab.asked()).toEqual([]);
	});

	test.each([
		{ listings: undefined, requests: 1, why: 'rows that say it themselves' },
		{
			listings: 'short' as const,
			requests: 2,
			why: 'a listing of archived ones, where rows do not',
		},
	])('tell which are archived, by $why', async ({ listings, requests }) => {
		await using gitlab = await startSmallGitLab({ ...world, listings });
		const rows = await pullListings(listingsOf(gitlab), [group]);
		const found = [...rows.byId.values()].map(({ basic }) => [basic.id, basic.archived]);
		expect(new Map(found as [number, boolean][])).toEqual(
			new Map([active, below, archived].map((project) => [project.id, project.archived])),
		);
		expect(gitlab.asked()).toHaveLength(requests);
		for (const asked of gitlab.asked()) expect(asked).toContain('with_shared=false');
	});

	test('tell strangers with whom a project is shared, as far as they see those groups', async () => {
		const sharedWith = ['platform', 'hidden'].map((path) => ({ group: path, accessLevel: 40 }));
		const projects = [aWorldProject({ path: 'platform/billing/api', sharedWith })];
		const sharesIn = async (listings: 'short' | undefined) => {
			await using gitlab = await startSmallGitLab({ ...world, projects, listings });
			const rows = await pullListings(listingsOf(gitlab), [group]);
			return [...rows.byId.values()][0]?.sharedWith;
		};
		expect(await sharesIn(undefined)).toEqual([
			{ group_full_path: 'platform', group_access_level: 40, expires_at: null },
		]);
		expect(await sharesIn('short')).toBeUndefined();
	});

	test('follow their pages', async () => {
		const projects = Array.from({ length: 101 }, (_, index) =>
			aWorldProject({ path: `platform/p${String(index)}` }),
		);
		await using gitlab = await startSmallGitLab({ ...world, projects });
		expect((await pullListings(listingsOf(gitlab), [listed('platform')])).byId.size).toBe(101);
	});

	test('of a group at the top tell nothing of what is below', async () => {
		await using gitlab = await startSmallGitLab(world);
		expect((await pullListings(listingsOf(gitlab), [listed('platform')])).byId.size).toBe(0);
	});

	test.each([401, 403, 404])(
		'of a group that answers %i tell nothing, and go on',
		async (status) => {
			const api = aWorldProject({ path: 'platform/api' });
			await using gitlab = await startSmallGitLab({ ...world, projects: [active, api] });
			gitlab.refuse(/\/groups\/platform\/billing\//, status);
			const rows = await pullListings(listingsOf(gitlab), [group, listed('platform')]);
			expect([...rows.byId.keys()]).toEqual([api.id]);
		},
	);

	test.each([
		{ why: 'an error of GitLab', status: 500, body: { message: '500 Internal Server Error' } },
		{ why: 'a no from something in between', status: 403, body: 'Blocked by policy 7' },
	])('that GitLab fails to give hold back no others: $why', async ({ status, body }) => {
		const api = aWorldProject({ path: 'platform/api' });
		await using gitlab = await startSmallGitLab({ ...world, projects: [active, api] });
		gitlab.gitlab.fault(/\/groups\/platform\/projects/, { status, body });
		const listings = await pullListings(listingsOf(gitlab), [group, listed('platform')]);
		expect([...listings.byId.keys()]).toEqual([active.id]);
		const why = (path: string) => findListingFailure(listings, aProjectPath(path))?.why;
		expect(why(api.path)).toContain(`GET /groups/:id/projects answered ${String(status)}`);
		expect(why(active.path)).toBeUndefined();
	});

	test('fail together when it is no failure of GitLab', async () => {
		const late = new TypeError('x');
		const ask = () => Promise.reject(late);
		await expect(pullListings(ask, [group, listed('platform')])).rejects.toBe(late);
	});

	test('take no row that says it is not public', async () => {
		await using gitlab = await startSmallGitLab(world);
		gitlab.say(/groups/, [
			{ id: 1, path_with_namespace: 'platform/secret', visibility: 'private' },
			{ id: 2, path_with_namespace: 'platform/inside', visibility: 'internal' },
			{ id: 3, path_with_namespace: 'platform/open', visibility: 'public' },
		]);
		const rows = await pullListings(listingsOf(gitlab), [listed('platform')]);
		expect([...rows.byId.keys()]).toEqual([3]);
	});

	test.each([
		{ answer: [{ id: 1 }], why: 'a row without identity' },
		{ answer: { projects: [] }, why: 'no list' },
	])('fail with words for people: $why', async ({ answer }) => {
		await using gitlab = await startSmallGitLab(world);
		gitlab.say(/groups/, answer);
		const { failed } = await pullListings(listingsOf(gitlab), [listed('platform')]);
		expect(failed.map(({ failure }) => failure.error)).toEqual([expect.any(InvalidDataError)]);
		expect(failed[0]?.failure.why).toContain("GitLab's answer to the projects of platform is not");
	});

	test('that two lists need are asked for once, by the first of them', async () => {
		await using gitlab = await startSmallGitLab(world);
		const share = shareListings();
		const [one, other] = await Promise.all([
			share(gitlab.client)(listed('platform')),
			share(gitlab.client)(listed('platform')),
		]);
		expect(other).toBe(one);
		// GitLab does not tell them apart.
		expect(await share(gitlab.client)(listed('Platform'))).toBe(one);
		await share(gitlab.client)(listed('platform', true));
		expect(gitlab.asked()).toHaveLength(2);
	});
});

describe('the listing of a group above that is asked for anyway', () => {
	const tools = listed('platform/billing/tools', true);
	const pathsOf = (rows: Awaited<ReturnType<AskListing>>) => rows?.map(({ basic }) => basic.path);
	const groups = [...world.groups, aWorldGroup({ path: tools.path })];

	test('has what is in the group, which is not asked for then', async () => {
		await using gitlab = await startSmallGitLab({ ...world, groups });
		const ask = listingsOf(gitlab);
		await pullListings(ask, [group]);
		gitlab.asked();
		expect(pathsOf(await askWithin(ask, [group])(tools))).toEqual([below.path]);
		expect(gitlab.asked()).toEqual([]);
	});

	test.each([
		{ why: 'it has nothing of the group', change: { projects: [active] }, above: group },
		{ why: 'it leaves out the groups below', change: {}, above: listed('platform/billing') },
		{ why: 'it is of another group', change: {}, above: listed('platform/bill', true) },
	])('is not enough when $why', async ({ change, above }) => {
		await using gitlab = await startSmallGitLab({ ...world, groups, ...change });
		const ask = listingsOf(gitlab);
		expect(pathsOf(await askWithin(ask, [above])(tools))).toEqual(pathsOf(await ask(tools)));
		expect(gitlab.asked().at(-1)).toContain('/groups/platform/billing/tools/projects');
	});

	test('does not matter when it fails', async () => {
		await using gitlab = await startSmallGitLab({ ...world, groups });
		gitlab.refuse(/\/groups\/platform\/billing\/projects/, 400);
		const rows = await askWithin(listingsOf(gitlab), [group])(tools);
		expect(pathsOf(rows)).toEqual([below.path]);
	});

	test('says nothing of a group that strangers do not see', async () => {
		await using gitlab = await startSmallGitLab({ ...world, groups });
		const hidden = listed('platform/billing/hidden', true);
		expect(await askWithin(listingsOf(gitlab), [group])(hidden)).toBeUndefined();
	});
});

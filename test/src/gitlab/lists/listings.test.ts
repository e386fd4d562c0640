import { describe, expect, test } from 'vitest';
import type { AnonymousClient } from '#gitlab/transport/client.ts';
import {
	findListedGroups,
	pullListings,
	shareListings,
	type ListedGroup,
} from '#gitlab/lists/listings.ts';
import { GroupPath } from '#model/identifiers.ts';
import { InvalidDataError } from '#model/parse.ts';
import { aProjectPath } from '../../../builders.ts';
import { aWorldGroup, aWorldProject } from '../../../gitlab/small-world.ts';
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
const at = (project: { id: number; path: string }) => ({
	id: project.id,
	path: aProjectPath(project.path),
});
/** So that archived projects are asked for, too. */
const elsewhere = ['platform/gone', 'platform/billing/gone'].map(aProjectPath);

describe('listings', () => {
	test('with rows have every project that a stranger sees, by its number', async () => {
		await using gitlab = await startSmallGitLab(world);
		const { rows } = await pullListings(
			listingsOf(gitlab),
			[listed('platform/billing', true)],
			[archived.path].map(aProjectPath),
		);
		expect([...rows.keys()].toSorted()).toEqual([active.id, below.id, archived.id].toSorted());
		expect(rows.get(active.id)).toMatchObject({ path: active.path, archived: null, stars: 7 });
	});

	test('without rows ask for archived projects alone', async () => {
		await using gitlab = await startSmallGitLab(world);
		const { rows } = await pullListings(
			listingsOf(gitlab),
			[listed('platform/billing', true)],
			undefined,
		);
		expect(rows.size).toBe(0);
		const asked = gitlab.asked();
		expect(asked).toHaveLength(1);
		expect(asked[0]).toContain('archived=true');
		expect(asked[0]).toContain('with_shared=false');
	});

	test('of no group ask for nothing', async () => {
		await using gitlab = await startSmallGitLab(world);
		const { rows, isArchived } = await pullListings(listingsOf(gitlab), [], []);
		expect(rows.size).toBe(0);
		expect(isArchived(at(archived))).toBeNull();
		expect(gitlab.asked()).toEqual([]);
	});

	test('do not ask for archived projects where all that are wanted are active', async () => {
		await using gitlab = await startSmallGitLab(world);
		const group = listed('platform/billing', true);
		const wanted = [active.path, below.path.toUpperCase(), 'other/project'].map(aProjectPath);
		const { rows, isArchived } = await pullListings(listingsOf(gitlab), [group], wanted);
		expect(gitlab.asked()).toEqual([expect.stringContaining('archived=false')]);
		expect([...rows.keys()].toSorted()).toEqual([active.id, below.id].toSorted());
		expect(isArchived(at(active))).toBe(false);
	});

	test('follow their pages', async () => {
		const projects = Array.from({ length: 101 }, (_, index) =>
			aWorldProject({ path: `platform/p${String(index)}` }),
		);
		await using gitlab = await startSmallGitLab({ ...world, projects });
		const { rows } = await pullListings(listingsOf(gitlab), [listed('platform')], elsewhere);
		expect(rows.size).toBe(101);
	});

	test.each([
		{ project: at(archived), is: true, why: 'it is in the listing of archived ones' },
		{ project: at(active), is: false, why: 'its group is listed, and it is not there' },
		{ project: at(below), is: false, why: 'a group above it is listed with all below' },
		{
			project: at({ id: archived.id, path: 'elsewhere/old' }),
			is: true,
			why: 'by its number, whatever the path',
		},
		{
			project: at({ id: 1, path: 'Platform/Billing/new' }),
			is: false,
			why: 'capitals do not matter',
		},
		{ project: at({ id: 1, path: 'platform/other/new' }), is: null, why: 'of a group not listed' },
		{
			project: at({ id: 1, path: 'platform/new' }),
			is: null,
			why: 'of the group above the one that is listed',
		},
		{ project: at({ id: 1, path: 'hidden/new' }), is: null, why: 'of a group that hides' },
	])('tell whether $project.path is archived: $is, $why', async ({ project, is }) => {
		await using gitlab = await startSmallGitLab(world);
		const groups = [listed('platform/billing', true), listed('hidden')];
		const { isArchived } = await pullListings(listingsOf(gitlab), groups, undefined);
		expect(isArchived(project)).toBe(is);
	});

	test('of a group at the top tell nothing of what is below', async () => {
		await using gitlab = await startSmallGitLab(world);
		const { isArchived } = await pullListings(listingsOf(gitlab), [listed('platform')], undefined);
		expect(isArchived(at({ id: 1, path: 'platform/api' }))).toBe(false);
		expect(isArchived(at(active))).toBeNull();
	});

	test.each([401, 403, 404])(
		'of a group that answers %i tell nothing, and go on',
		async (status) => {
			await using gitlab = await startSmallGitLab(world);
			gitlab.refuse(/\/groups\/platform\/billing\//, status);
			const groups = [listed('platform/billing', true), listed('platform')];
			const { rows, isArchived } = await pullListings(listingsOf(gitlab), groups, elsewhere);
			expect(rows.size).toBe(0);
			expect(isArchived(at(active))).toBeNull();
			expect(isArchived(at({ id: 1, path: 'platform/api' }))).toBe(false);
		},
	);

	test('fail when one of them does, whatever the others say', async () => {
		await using gitlab = await startSmallGitLab(world);
		gitlab.refuse(/\/groups\/platform\/projects.*archived=false/, 400);
		const groups = [listed('platform/billing', true), listed('platform')];
		await expect(pullListings(listingsOf(gitlab), groups, elsewhere)).rejects.toThrow(
			'answered 400',
		);
	});

	test('take no row that says it is not public', async () => {
		await using gitlab = await startSmallGitLab(world);
		gitlab.say(/archived=true/, [
			{ id: 1, path_with_namespace: 'platform/secret', visibility: 'private' },
			{ id: 2, path_with_namespace: 'platform/inside', visibility: 'internal' },
			{ id: 3, path_with_namespace: 'platform/open', visibility: 'public' },
		]);
		gitlab.say(/archived=false/, []);
		const { rows, isArchived } = await pullListings(
			listingsOf(gitlab),
			[listed('platform')],
			elsewhere,
		);
		expect([...rows.keys()]).toEqual([3]);
		expect(isArchived(at({ id: 1, path: 'platform/secret' }))).toBe(false);
		expect(isArchived(at({ id: 3, path: 'platform/open' }))).toBe(true);
	});

	test.each([
		{ answer: [{ id: 1 }], why: 'a row without identity' },
		{ answer: { projects: [] }, why: 'no list' },
	])('fail with words for people: $why', async ({ answer }) => {
		await using gitlab = await startSmallGitLab(world);
		gitlab.say(/archived=true/, answer);
		const pull = pullListings(listingsOf(gitlab), [listed('platform')], elsewhere);
		await expect(pull).rejects.toThrow(InvalidDataError);
		await expect(pull).rejects.toThrow("GitLab's answer to the projects of platform is not valid");
	});

	test('that two lists need are asked for once, by the first of them', async () => {
		await using gitlab = await startSmallGitLab(world);
		const share = shareListings();
		const [one, other] = await Promise.all([
			share(gitlab.client)(listed('platform'), true),
			share(gitlab.client)(listed('platform'), true),
		]);
		expect(other).toBe(one);
		await share(gitlab.client)(listed('platform', true), true);
		await share(gitlab.client)(listed('platform'), false);
		expect(gitlab.asked()).toHaveLength(3);
	});
});

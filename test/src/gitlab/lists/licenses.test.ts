import { describe, expect, test } from 'vitest';
import { Graphql } from '#gitlab/files/graphql.ts';
import { Licenses } from '#gitlab/lists/licenses.ts';
import { pullListings, shareListings } from '#gitlab/lists/listings.ts';
import { PartFailure } from '#gitlab/lists/part-failure.ts';
import { tellProjects } from '#gitlab/lists/told-projects.ts';
import { GroupPath } from '#model/identifiers.ts';
import { apacheText, mitText } from '../../../gitlab/license-texts.ts';
import { idFor } from '../../../gitlab/seed.ts';
import { aWorldProject } from '../../../gitlab/small-world.ts';
import type { WorldProject } from '../../../gitlab/world.ts';
import { gidOf, startSmallGitLab } from '../small-gitlab.ts';

type Gitlab = Awaited<ReturnType<typeof startSmallGitLab>>;

const paths = ['platform/a', 'platform/b', 'platform/c'] as const;
const years = ['2015', '2019-2024', '2026'];
const mit = years.map((year) => mitText(`Copyright (c) ${year} Example`));
const own = `The terms of Example\n\n${'You may do with it what you like. '.repeat(9)}`;

/** Three projects, all with the MIT License unless a change says otherwise. */
const projectsWith = (...changes: Partial<WorldProject>[]) =>
	paths.map((path, index) =>
		aWorldProject({ path, files: { LICENSE: mit[index]! }, ...changes[index] }),
	);

/** The licences of all projects of the group, and which of them were asked for. */
async function pull({ client, requester, asked }: Gitlab, withGraphql = true) {
	const nothing = () => undefined;
	const group = { path: GroupPath.parse('platform'), withSubgroups: false };
	const listed = [...(await pullListings(shareListings()(client), [group])).byId.values()].toSorted(
		(one, other) => (one.basic.path < other.basic.path ? -1 : 1),
	);
	const questions = listed.map(({ basic, shows }) => ({ ...basic, shows, asksAll: true }));
	const told = await tellProjects(new Graphql(requester), withGraphql ? questions : [], nothing);
	asked();
	const licenses = new Licenses();
	const found = await Promise.all(
		listed.map(({ basic }) => licenses.pull(client, basic, told.get(basic.id))),
	);
	const names = asked().map((one) => one.replace(/^\/projects\/(.*)\?license=true$/, '$1'));
	return { found, asked: names.map(decodeURIComponent).toSorted() };
}

describe('of projects with one text', () => {
	test('one is asked, and each has the licence with the address of its own file', async () => {
		await using gitlab = await startSmallGitLab({
			projects: projectsWith({}, { defaultBranch: 'trunk/v2' }),
		});
		const { found, asked } = await pull(gitlab);
		const address = 'https://gitlab.example/platform';
		expect(found).toEqual([
			{ license: 'MIT License', licenseUrl: `${address}/a/-/blob/main/LICENSE` },
			{ license: 'MIT License', licenseUrl: `${address}/b/-/blob/trunk/v2/LICENSE` },
			{ license: 'MIT License', licenseUrl: `${address}/c/-/blob/main/LICENSE` },
		]);
		expect(asked).toEqual(['platform/a']);
	});

	test('the next one is asked when GitLab fails to answer, and the others have its licence', async () => {
		await using gitlab = await startSmallGitLab({ projects: projectsWith() });
		gitlab.refuse(/platform\/a\?/, 400);
		const { found, asked } = await pull(gitlab);
		expect(found[0]).toBeInstanceOf(PartFailure);
		expect(found.slice(1)).toMatchObject([{ license: 'MIT License' }, { license: 'MIT License' }]);
		expect(asked).toEqual(['platform/a', 'platform/b']);
	});

	test('the next one is asked when strangers see the first no more', async () => {
		await using gitlab = await startSmallGitLab({ projects: projectsWith() });
		gitlab.refuse(/platform\/a\?/, 404);
		const { found, asked } = await pull(gitlab);
		expect(found[0]).toBeUndefined();
		expect(asked).toEqual(['platform/a', 'platform/b']);
	});

	test('the licence of another project that is at its path by now is none', async () => {
		await using gitlab = await startSmallGitLab({ projects: projectsWith() });
		gitlab.say(/platform\/a\?/, {
			id: 7,
			path_with_namespace: paths[0],
			license: { key: 'mit', name: 'MIT License' },
		});
		const { found, asked } = await pull(gitlab);
		expect(found[0]).toBeUndefined();
		expect(asked).toEqual(['platform/a', 'platform/b']);
	});

	test('each is asked where GitLab makes other addresses', async () => {
		await using gitlab = await startSmallGitLab({ projects: projectsWith() });
		for (const path of paths) {
			gitlab.say(new RegExp(`${path}\\?license=true`), {
				id: idFor(path),
				path_with_namespace: path,
				license: { key: 'mit', name: 'MIT License' },
				license_url: `https://gitlab.example/${path}/blob/LICENSE`,
			});
		}
		const { found, asked } = await pull(gitlab);
		expect(asked).toEqual(paths);
		expect(found).toHaveLength(3);
		for (const one of found) expect(one).toMatchObject({ license: 'MIT License' });
	});
});

describe('what is known is the same with GraphQL and without', () => {
	const apache = apacheText('Copyright 2026 Example');
	const isApache = { key: 'apache-2.0', name: 'Apache License 2.0' };
	const isOther = { key: 'other', name: 'Other' };
	const two = { LICENSE: mit[0]!, 'LICENSE-APACHE': apache };
	const cases: { why: string; changes: Partial<WorldProject>[]; asked: readonly string[] }[] = [
		{ why: 'all have one text', changes: [], asked: ['platform/a'] },
		{
			why: 'one has another text',
			changes: [{}, { files: { LICENSE: apache }, license: isApache }],
			asked: ['platform/a', 'platform/b'],
		},
		{
			why: 'one has a clause more',
			changes: [{}, { files: { LICENSE: `${mit[1]!}\nNot on Sundays.\n` }, license: isOther }],
			asked: ['platform/a', 'platform/b'],
		},
		{
			why: 'one has its text in a file of another name',
			changes: [{}, { files: { COPYING: mit[1]! } }],
			asked: ['platform/a', 'platform/b'],
		},
		{
			why: 'one has a name that nobody asks for',
			changes: [{}, { files: { 'licence.rst': mit[1]! } }],
			asked: ['platform/a', 'platform/b'],
		},
		{
			why: 'some have two files, of which GitLab alone knows which counts',
			changes: [{ files: two }, { files: two, license: isApache }],
			asked: paths,
		},
		{
			why: 'some have none, and a licence in the README',
			changes: [{ files: {} }, { files: {}, license: null }],
			asked: paths,
		},
		{
			why: 'none is recognised by its text, and one by its README',
			changes: [
				{ files: { LICENSE: own } },
				{ files: { LICENSE: own }, license: isOther },
				{ files: { LICENSE: own }, license: isApache },
			],
			asked: paths,
		},
		{
			why: 'some have a link, whose text is the name of a file',
			changes: [{}, { files: {}, links: { LICENSE: 'docs/mit' } }],
			asked: ['platform/a', 'platform/b'],
		},
		{
			why: 'one has a branch that is written otherwise in addresses',
			changes: [{}, { defaultBranch: 'v1#2' }],
			asked: ['platform/a', 'platform/b'],
		},
		{
			why: 'one is empty',
			changes: [{}, { defaultBranch: null, files: {}, license: null }],
			asked: ['platform/a', 'platform/b'],
		},
		{
			why: 'one hides its code',
			changes: [{ hidden: ['repository'] }],
			asked: ['platform/a', 'platform/b'],
		},
	];
	test.each(cases)('when $why', async ({ changes, asked }) => {
		await using gitlab = await startSmallGitLab({ projects: projectsWith(...changes) });
		const byRest = await pull(gitlab, false);
		expect(byRest.asked).toEqual(paths);
		expect(await pull(gitlab)).toEqual({ found: byRest.found, asked });
	});

	test.each([
		{ why: 'says nothing', nodes: [] },
		{
			why: 'tells names, and no texts',
			tree: { blobs: { nodes: [{ name: 'LICENSE' }], pageInfo: { hasNextPage: false } } },
		},
		{
			why: 'tells texts, and no names',
			blobs: { nodes: [{ path: 'LICENSE', rawTextBlob: mit[0] }] },
		},
	])('when GraphQL $why', async ({ tree = null, blobs = null, nodes }) => {
		await using gitlab = await startSmallGitLab({ projects: projectsWith() });
		const byRest = await pull(gitlab, false);
		const repository = { empty: false, rootRef: 'main', tree, blobs };
		const all = paths.map((path) => ({ id: gidOf(path), repository }));
		gitlab.say(/graphql/, { data: { projects: { nodes: nodes ?? all } } });
		expect(await pull(gitlab)).toEqual(byRest);
	});
});

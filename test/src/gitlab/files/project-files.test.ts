import { describe, expect, test } from 'vitest';
import { fileKinds, type FileKind } from '#core/inventory/file-kinds.ts';
import { Graphql } from '#gitlab/files/graphql.ts';
import { pullFiles } from '#gitlab/files/project-files.ts';
import type { Fault } from '../../../gitlab/faults.ts';
import { aProjectPath } from '../../../builders.ts';
import { aWorldProject } from '../../../gitlab/small-world.ts';
import type { World, WorldProject } from '../../../gitlab/world.ts';
import { startSmallGitLab } from '../small-gitlab.ts';

type Files = Record<string, string>;
const name = 'platform/billing-api';

async function start(projects: Partial<WorldProject>[], graphql: World['graphql'] = 'on') {
	const world = projects.map((change) => aWorldProject(change));
	const gitlab = await startSmallGitLab({ projects: world, graphql });
	const { client, requester } = gitlab;
	const pull = async ({
		kinds = fileKinds,
		left = 1000,
		branch = 'main',
	}: { kinds?: readonly FileKind[]; left?: number; branch?: string } = {}) => {
		const before = gitlab.gitlab.requests.length;
		const counted = () =>
			gitlab.gitlab.requests.slice(before).filter(({ path }) => path.includes('/repository/'))
				.length;
		const readings = await pullFiles(
			world.map(({ id, path }) => ({ id, path: aProjectPath(path), branch, kinds })),
			{
				client,
				graphql: new Graphql(requester),
				onQuery: () => undefined,
				left: () => Math.max(0, left - counted()),
			},
		);
		return readings.map(({ texts, unread, isHidden }) => ({
			read: [...texts.keys()].toSorted(),
			unread: [...unread].toSorted(),
			isHidden,
		}));
	};
	return { ...gitlab, [Symbol.asyncDispose]: gitlab[Symbol.asyncDispose], pull };
}

const startWith = (files: Files, graphql?: World['graphql']) => start([{ files }], graphql);
const ci = (...paths: string[]) =>
	`include:\n${paths.map((path) => `  - local: /${path}\n`).join('')}`;
const many = Array.from({ length: 25 }, (_, index) => `ci/${String(10 + index)}.yml`);

describe.each(['on', 'off'] as const)('files, with GraphQL %s', (graphql) => {
	test.each<{ why: string; files: Files; read: string[]; unread?: string[] }>([
		{
			why: 'all that may pin a tool, and no others',
			files: { 'go.mod': 'a', 'mise.toml': 'b', '.tool-versions': 'c', 'README.md': 'd' },
			read: ['.tool-versions', 'go.mod', 'mise.toml'],
		},
		{ why: 'none', files: { 'README.md': 'd' }, read: [] },
		{ why: 'an empty one', files: { 'go.mod': '' }, read: ['go.mod'] },
		{ why: 'none in folders of their names', files: { 'go.mod/readme.md': 'd' }, read: [] },
		{
			why: 'the first CODEOWNERS, at the root',
			files: { CODEOWNERS: 'a', 'docs/CODEOWNERS': 'b', '.gitlab/CODEOWNERS': 'c' },
			read: ['CODEOWNERS'],
		},
		{
			why: 'the next one, in docs',
			files: { 'docs/CODEOWNERS': 'b', '.gitlab/CODEOWNERS': 'c' },
			read: ['docs/CODEOWNERS'],
		},
		{
			why: 'the last one, though there are docs',
			files: { 'docs/index.md': 'b', '.gitlab/CODEOWNERS': 'c' },
			read: ['.gitlab/CODEOWNERS'],
		},
		{
			why: 'what the CI file includes, and what that includes',
			files: {
				'.gitlab-ci.yml': ci('.gitlab/ci/a.yml'),
				'.gitlab/ci/a.yml': ci('ci/b.yml'),
				'ci/b.yml': '',
				'ci/other.yml': '',
			},
			read: ['.gitlab-ci.yml', '.gitlab/ci/a.yml', 'ci/b.yml'],
		},
		{
			why: 'not what those include again: it stays unread',
			files: {
				'.gitlab-ci.yml': ci('a.yml'),
				'a.yml': ci('b.yml'),
				'b.yml': ci('c.yml'),
				'c.yml': '',
			},
			read: ['.gitlab-ci.yml', 'a.yml', 'b.yml'],
			unread: ['Included files (too deep)'],
		},
		{
			why: 'what those include again: nothing is unread when that is not there',
			files: { '.gitlab-ci.yml': ci('a.yml'), 'a.yml': ci('b.yml'), 'b.yml': ci('x/c.yml') },
			read: ['.gitlab-ci.yml', 'a.yml', 'b.yml'],
		},
		{
			why: 'each once, though they include each other',
			files: {
				'.gitlab-ci.yml': ci('a.yml', '.gitlab-ci.yml'),
				'a.yml': ci('b.yml', 'a.yml'),
				'b.yml': ci('a.yml', '.gitlab-ci.yml'),
			},
			read: ['.gitlab-ci.yml', 'a.yml', 'b.yml'],
		},
		{
			why: 'no included file that is not there',
			files: { '.gitlab-ci.yml': ci('gone.yml', 'ci/gone.yml'), 'ci/a.yml': '' },
			read: ['.gitlab-ci.yml'],
		},
		{
			why: 'none whose path has a variable or a wildcard: they stay unread',
			files: { '.gitlab-ci.yml': ci('ci/*.yml', '$FOLDER/a.yml'), 'ci/a.yml': '' },
			read: ['.gitlab-ci.yml'],
			unread: ['Included files (no plain path)'],
		},
		{
			why: 'none that is named by whatever words: they are said in ours',
			files: {
				'.gitlab-ci.yml': ci('ada@example.com/a.yml', '../b.yml', `${'long'.repeat(60)}.yml`),
			},
			read: ['.gitlab-ci.yml'],
			unread: ['Included files (no plain path)'],
		},
		{
			why: 'all but a CI file of more than half a mebibyte',
			files: {
				'go.mod': 'a',
				'.gitlab-ci.yml': ci('a.yml', 'b.yml'),
				'a.yml': `${ci('b.yml', 'c.yml')}#${'x'.repeat(600_000)}\n`,
				'b.yml': '',
				'c.yml': '',
			},
			read: ['.gitlab-ci.yml', 'b.yml', 'go.mod'],
			unread: ['a.yml (too large)'],
		},
		{
			why: 'twenty included ones at most: the others stay unread',
			files: {
				'.gitlab-ci.yml': ci(...many),
				...Object.fromEntries(many.map((path) => [path, ''])),
			},
			read: ['.gitlab-ci.yml', ...many.slice(0, 20)],
			unread: ['Included files (too many)'],
		},
	])('are $why', async ({ files, read, unread = [] }) => {
		await using gitlab = await startWith(files, graphql);
		expect(await gitlab.pull()).toEqual([{ read, unread, isHidden: false }]);
	});

	test('are those that are asked for alone', async () => {
		const files = { 'go.mod': 'a', CODEOWNERS: 'b', '.gitlab-ci.yml': ci('a.yml'), 'a.yml': '' };
		await using gitlab = await startWith(files, graphql);
		expect(await gitlab.pull({ kinds: ['CODEOWNERS'] })).toMatchObject([{ read: ['CODEOWNERS'] }]);
		expect(await gitlab.pull({ kinds: ['.gitlab-ci.yml'] })).toMatchObject([
			{ read: ['.gitlab-ci.yml', 'a.yml'] },
		]);
	});

	test('come in the order of the questions, whatever the order of the paths', async () => {
		await using gitlab = await start(
			[
				{ path: 'platform/z', files: { 'go.mod': 'a' } },
				{ path: 'platform/a', files: { 'mise.toml': 'b' } },
			],
			graphql,
		);
		expect((await gitlab.pull()).map(({ read }) => read)).toEqual([['go.mod'], ['mise.toml']]);
	});
});

describe('by REST', () => {
	const asked = (gitlab: { asked: () => string[] }) =>
		gitlab
			.asked()
			.filter((one) => !one.includes('graphql'))
			.map((one) => one.replace(/.*\/repository\//, '').replace(/[?&](ref|per_page)=[^&]*/g, ''));

	test.each<{ why: string; files: Files; asks: string[] }>([
		{
			why: 'no folder when the root has CODEOWNERS',
			files: { CODEOWNERS: 'a', 'docs/a.md': '', '.gitlab/a.md': '' },
			asks: ['tree', 'files/CODEOWNERS/raw'],
		},
		{
			why: 'no folder that the root does not have',
			files: { 'src/CODEOWNERS': 'a' },
			asks: ['tree'],
		},
		{
			why: 'docs first, then the other',
			files: { 'docs/a.md': '', '.gitlab/CODEOWNERS': '' },
			asks: ['tree', 'tree&path=docs', 'tree&path=.gitlab', 'files/.gitlab/CODEOWNERS/raw'],
		},
		{
			why: 'three pages of a folder at most',
			files: Object.fromEntries(
				Array.from({ length: 450 }, (_, index) => [`a${String(1000 + index)}.txt`, '']),
			),
			asks: ['tree', 'tree&page=2', 'tree&page=3'],
		},
		{
			why: 'no folder twice, and none that its own does not have',
			files: {
				'.gitlab/a.md': '',
				'ci/a.yml': '',
				'ci/b.yml': '',
				'.gitlab-ci.yml': ci(
					'.gitlab/x.yml',
					'.gitlab/ci/x.yml',
					'ci/a.yml',
					'ci/b.yml',
					'no/c.yml',
				),
			},
			asks: [
				'tree',
				'tree&path=.gitlab',
				'files/.gitlab-ci.yml/raw',
				'tree&path=ci',
				'files/ci/a.yml/raw',
				'files/ci/b.yml/raw',
			],
		},
	])('asks for $why', async ({ files, asks }) => {
		await using gitlab = await startWith(files, 'off');
		await gitlab.pull();
		expect(asked(gitlab).map((one) => one.replace('?', '&'))).toEqual(asks);
	});

	test('reads the default branch, behind as many pages of the tree as there are', async () => {
		const others = Array.from({ length: 120 }, (_, index): [string, string] => [
			`a${String(index)}.txt`,
			'x',
		]);
		await using gitlab = await start(
			[
				{
					files: { ...Object.fromEntries(others), 'go.mod': 'a' },
					defaultBranch: 'release/main',
				},
			],
			'off',
		);
		expect(await gitlab.pull({ branch: 'release/main' })).toMatchObject([{ read: ['go.mod'] }]);
		expect(gitlab.asked().at(-1)).toMatch(/\/files\/go\.mod\/raw\?ref=release\/main$/);
	});

	test.each([401, 403])('a tree that is answered with %i is hidden', async (status) => {
		await using gitlab = await startWith({ 'go.mod': 'a' }, 'off');
		gitlab.refuse(/\/tree/, status);
		expect(await gitlab.pull()).toEqual([{ read: [], unread: [], isHidden: true }]);
	});

	test('a file that strangers may not read is hidden, and unread', async () => {
		await using gitlab = await startWith({ 'go.mod': 'a' }, 'off');
		gitlab.refuse(/\/raw/, 403);
		expect(await gitlab.pull()).toEqual([{ read: [], unread: ['go.mod'], isHidden: true }]);
	});

	test('an empty repository, whose branch is to come, has no files', async () => {
		await using gitlab = await startWith({ 'go.mod': 'a' }, 'off');
		gitlab.say(/\/tree/, { message: '404 Tree Not Found' }, 404);
		expect(await gitlab.pull()).toEqual([{ read: [], unread: [], isHidden: false }]);
	});

	test('files behind the third page of a folder are unread, those before it are not there', async () => {
		const pad: Files = Object.fromEntries(
			Array.from({ length: 320 }, (_, index) => [`m${String(1000 + index)}.txt`, '']),
		);
		const files = { ...pad, 'README.md': '', 'mise.toml': 'x', 'zz/a.md': '' };
		await using gitlab = await startWith(files, 'off');
		expect(await gitlab.pull()).toEqual([{ read: [], unread: ['mise.toml'], isHidden: false }]);
	});

	const all = {
		'go.mod': 'a',
		'.gitlab/CODEOWNERS': 'b',
		'.gitlab-ci.yml': ci('ci/a.yml', 'b.yml'),
		'ci/a.yml': '',
		'b.yml': '',
	};
	test.each<{ why: string; match: RegExp; fault: Fault; read: string[]; unread: string[] }>([
		...[
			{ why: '404', fault: { status: 404, body: { message: '404 File Not Found' } } },
			{ why: '500', fault: { status: 500 } },
			{ why: 'half an answer', fault: 'short' as const },
		].map(({ why, fault }) => ({
			why: `a file that is listed, and answered with ${why}`,
			match: /go\.mod\/raw/,
			fault,
			read: ['.gitlab-ci.yml', '.gitlab/CODEOWNERS', 'b.yml', 'ci/a.yml'],
			unread: ['go.mod'],
		})),
		{
			why: 'an included file that fails',
			match: /ci\/a\.yml\/raw/,
			fault: { status: 502 },
			read: ['.gitlab-ci.yml', '.gitlab/CODEOWNERS', 'b.yml', 'go.mod'],
			unread: ['ci/a.yml'],
		},
		{
			why: 'files of a project that has just gone',
			match: /\/tree/,
			fault: { status: 404, body: { message: '404 Project Not Found' } },
			read: [],
			unread: [
				'.gitlab-ci.yml',
				'.gitlab/CODEOWNERS',
				'.tool-versions',
				'CODEOWNERS',
				'docs/CODEOWNERS',
				'go.mod',
				'mise.toml',
			],
		},
		{
			why: 'a folder that is listed, and answered with 404',
			match: /\/tree\?.*path=\.gitlab/,
			fault: { status: 404, body: { message: '404 Tree Not Found' } },
			read: ['.gitlab-ci.yml', 'b.yml', 'ci/a.yml', 'go.mod'],
			unread: ['.gitlab/CODEOWNERS'],
		},
	])('unread is $why, and nothing else', async ({ match, fault, read, unread }) => {
		await using gitlab = await startWith(all, 'off');
		gitlab.gitlab.fault(match, fault);
		expect(await gitlab.pull()).toEqual([{ read, unread, isHidden: false }]);
	});

	test('a CI file that is larger than any answer may be is left for good', async () => {
		await using gitlab = await startWith(all, 'off');
		const headers = { 'content-type': 'text/plain' };
		gitlab.gitlab.fault(/gitlab-ci\.yml\/raw/, {
			status: 200,
			headers,
			body: 'x'.repeat(17 * 2 ** 20),
		});
		expect(await gitlab.pull()).toMatchObject([{ unread: ['.gitlab-ci.yml (too large)'] }]);
	});

	test('a host that nothing gets through to fails', async () => {
		const projects = many.slice(0, 5).map((_, index) => ({ path: `platform/${String(index)}` }));
		await using gitlab = await start(projects, 'off');
		gitlab.gitlab.fault(/./, 'reset');
		await expect(gitlab.pull()).rejects.toThrow('attempts in a row failed');
	});

	test('files that GitLab always fails to give are unread, and soon asked for no more', async () => {
		const files: Files = Object.fromEntries(many.slice(0, 20).map((path) => [path, '']));
		const main = ci(...Object.keys(files));
		await using gitlab = await startWith({ ...files, '.gitlab-ci.yml': main, 'go.mod': '' }, 'off');
		gitlab.refuse(/ci\/.*\/raw/, 503);
		expect(await gitlab.pull()).toEqual([
			{ read: ['.gitlab-ci.yml', 'go.mod'], unread: Object.keys(files), isHidden: false },
		]);
		const asked = gitlab.asked().filter((path) => /ci\/.*\/raw/.test(path));
		expect(asked.length).toBeLessThan(28);
	});

	describe('with few requests left', () => {
		const files = {
			'go.mod': 'a',
			'.gitlab/CODEOWNERS': 'b',
			'docs/a.md': '',
			'.gitlab-ci.yml': ci('ci/a.yml', 'ci/b.yml'),
			'ci/a.yml': '',
			'ci/b.yml': '',
		};
		const [a, b] = [
			{ path: 'platform/a', files },
			{ path: 'platform/b', files },
		];
		const whole = ['.gitlab-ci.yml', '.gitlab/CODEOWNERS', 'ci/a.yml', 'ci/b.yml', 'go.mod'];

		test.each<{ left: number; first: string[]; second: string[]; why: string }>([
			{ left: 0, first: [], second: [], why: 'none' },
			{ left: 3, first: [], second: [], why: 'a folder may have three pages, and then its file' },
			{ left: 4, first: ['go.mod'], second: [], why: 'go.mod comes first, of the first path' },
			{ left: 6, first: ['go.mod'], second: ['go.mod'], why: 'then that of the others' },
			{
				left: 12,
				first: ['.gitlab/CODEOWNERS', 'go.mod'],
				second: ['.gitlab/CODEOWNERS', 'go.mod'],
				why: 'CODEOWNERS of all projects comes before CI files',
			},
			{
				left: 15,
				first: whole,
				second: ['.gitlab/CODEOWNERS', 'go.mod'],
				why: 'CI files of one project come together, before those of the next',
			},
			{ left: 19, first: whole, second: whole, why: 'all' },
		])('$left: $why', async ({ left, first, second }) => {
			await using gitlab = await start([b, a], 'off');
			const [ofB, ofA] = await gitlab.pull({ left });
			expect(ofA?.read).toEqual(first);
			expect(ofB?.read).toEqual(second);
			expect(gitlab.asked().filter((one) => one.includes('/repository/')).length).toBeLessThan(
				left + 1,
			);
		});

		test('says what is unread, as far as that is known', async () => {
			await using gitlab = await start([a], 'off');
			const [none] = await gitlab.pull({ left: 0 });
			expect(none?.unread).toContain('go.mod');
			expect(none?.unread).toContain('docs/CODEOWNERS');
			const [some] = await gitlab.pull({ left: 8 });
			expect(some).toEqual({
				read: ['.gitlab/CODEOWNERS', 'go.mod'],
				// With all that it includes.
				unread: ['.gitlab-ci.yml'],
				isHidden: false,
			});
		});

		test('never asks for more than sixty for one CI file, and then leaves the rest for good', async () => {
			const deep = many.slice(0, 20).map((path) => path.replace('/', '/deep/').replace('.', '/x.'));
			const folders = deep.flatMap((path) =>
				Array.from({ length: 210 }, (_, index) =>
					path.replace(/[^/]*$/, `a${String(1000 + index)}.txt`),
				),
			);
			const included = Object.fromEntries([...deep, ...folders].map((path) => [path, '']));
			await using gitlab = await startWith({ ...included, '.gitlab-ci.yml': ci(...deep) }, 'off');
			const [reading] = await gitlab.pull({ left: 100 });
			expect(reading?.unread).toEqual(['Included files (too many)']);
			expect(reading?.read).toContain('.gitlab-ci.yml');
			expect(gitlab.asked().length).toBeLessThanOrEqual(1 + 1 + 60);
		});
	});
});

describe('by GraphQL', () => {
	const files = { 'go.mod': 'a', '.gitlab-ci.yml': ci('ci/a.yml'), 'ci/a.yml': 'b' };
	const all = [{ read: ['.gitlab-ci.yml', 'ci/a.yml', 'go.mod'], unread: [], isHidden: false }];
	const queries = ({ gitlab }: Awaited<ReturnType<typeof start>>) =>
		gitlab.requests.filter(({ path }) => path.includes('graphql'));

	test('nothing is asked for one by one, and nobody signs in', async () => {
		await using gitlab = await startWith(files);
		expect(await gitlab.pull({ left: 0 })).toEqual(all);
		expect(gitlab.gitlab.requests).toHaveLength(2);
		expect(queries(gitlab).map(({ token }) => token)).toEqual([null, null]);
	});

	test('many projects with many files take few queries', async () => {
		const included = Object.fromEntries(many.slice(0, 20).map((path) => [path, '']));
		const projects = Array.from({ length: 30 }, (_, index) => ({
			path: `platform/p${String(index)}`,
			files: { ...included, '.gitlab-ci.yml': ci(...Object.keys(included)) },
		}));
		await using gitlab = await start(projects);
		const readings = await gitlab.pull({ left: 0 });
		expect(new Set(readings.map(({ read }) => read.length))).toEqual(new Set([21]));
		expect(gitlab.gitlab.requests).toHaveLength(3 + 10);
	});

	test('the queries after one that fails are not sent, however fast they would be answered', async () => {
		const projects = Array.from({ length: 30 }, (_, index) => ({
			path: `platform/p${String(10 + index)}`,
			files,
		}));
		await using gitlab = await start(projects);
		gitlab.gitlab.fault(/graphql/, { delayMs: 0 }, 1);
		gitlab.gitlab.fault(/graphql/, { status: 502 }, 1);
		const readings = await gitlab.pull({ left: 0 });
		expect(queries(gitlab)).toHaveLength(2);
		expect(readings.filter(({ read }) => read.includes('go.mod'))).toHaveLength(12);
	});

	const foreign = { headers: { 'content-type': 'text/plain' }, body: 'No' };
	test.each<{ why: string; fault: Fault }>([
		...[401, 403, 404, 405, 429, 500, 503].map((status) => ({
			why: String(status),
			fault: { status },
		})),
		{ why: 'another server', fault: { status: 404, ...foreign } },
		{ why: 'a login page', fault: 'html' },
		{ why: 'a redirect', fault: { status: 302, headers: { location: '/users/sign_in' } } },
		{ why: 'errors', fault: { status: 200, body: { errors: [{ message: 'Timeout' }] } } },
		{
			why: 'errors beside data',
			fault: { status: 200, body: { data: { projects: { nodes: [] } }, errors: [{}] } },
		},
		{ why: 'no data', fault: { status: 200, body: { data: null } } },
		{ why: 'data of another shape', fault: { status: 200, body: { data: { projects: [] } } } },
		{ why: 'a list', fault: { status: 200, body: [] } },
		{ why: 'nothing', fault: 'empty' },
		{ why: 'a broken connection', fault: 'reset' },
		{ why: 'half an answer', fault: 'cut' },
	])('what cannot be used is asked for once, then all by REST: $why', async ({ fault }) => {
		await using gitlab = await startWith(files);
		gitlab.gitlab.fault(/graphql/, fault);
		expect(await gitlab.pull()).toEqual(all);
		expect(queries(gitlab)).toHaveLength(1);
	});

	test('what fails between two queries is asked for by REST', async () => {
		await using gitlab = await startWith(files);
		// The branch is told by the first query alone.
		gitlab.gitlab.fault(/graphql/, { delayMs: 0 }, 1);
		gitlab.gitlab.fault(/graphql/, { status: 502 });
		expect(await gitlab.pull()).toEqual(all);
		expect(queries(gitlab)).toHaveLength(2);
	});

	const node = (change: object) => ({
		status: 200,
		body: {
			data: {
				projects: {
					nodes: [
						{
							fullPath: name,
							repository: { rootRef: 'main', blobs: { nodes: [] } },
							...change,
						},
					],
				},
			},
		},
	});
	test.each<{ why: string; fault: Fault }>([
		{ why: 'that it does not name', fault: node({ fullPath: 'platform/other' }) },
		{
			why: 'that it names twice',
			fault: {
				status: 200,
				body: {
					data: {
						projects: {
							nodes: ['go 1', 'go 2'].map((rawTextBlob) => ({
								fullPath: name,
								repository: {
									rootRef: 'main',
									blobs: { nodes: [{ path: 'go.mod', rawTextBlob }] },
								},
							})),
						},
					},
				},
			},
		},
		{ why: 'without repository', fault: node({ repository: null }) },
		{
			why: 'with another branch',
			fault: node({ repository: { rootRef: 'trunk', blobs: { nodes: [] } } }),
		},
		{
			why: 'with a file that comes twice',
			fault: node({
				repository: {
					rootRef: 'main',
					blobs: { nodes: ['1', '2'].map((rawTextBlob) => ({ path: 'go.mod', rawTextBlob })) },
				},
			}),
		},
		{ why: 'without files', fault: node({ repository: { rootRef: 'main', blobs: null } }) },
	])('a project $why is asked for by REST', async ({ fault }) => {
		await using gitlab = await startWith(files);
		gitlab.gitlab.fault(/graphql/, fault);
		expect(await gitlab.pull()).toEqual(all);
	});

	test('a file without text is asked for by REST, and that file alone', async () => {
		await using gitlab = await startWith(files);
		const nodes = [
			{ path: 'go.mod', rawTextBlob: null },
			{ path: '.gitlab-ci.yml', rawTextBlob: '' },
			null,
		];
		const repository = { rootRef: 'main', blobs: { nodes } };
		gitlab.gitlab.fault(/graphql/, node({ fullPath: name.toUpperCase(), repository }));
		expect(await gitlab.pull()).toMatchObject([{ read: ['.gitlab-ci.yml', 'go.mod'] }]);
		expect(gitlab.asked().filter((one) => !one.includes('graphql'))).toEqual([
			expect.stringContaining('/files/go.mod/raw'),
		]);
	});
});

import { describe, expect, test } from 'vitest';
import { describeUnread, sortUnread } from '#core/inventory/unread-files.ts';
import { Graphql } from '#gitlab/files/graphql.ts';
import { pullFiles } from '#gitlab/files/project-files.ts';
import { tellProjects } from '#gitlab/lists/told-projects.ts';
import { createRequester, type RequesterOptions } from '#gitlab/transport/requester.ts';
import type { Fault } from '../../../gitlab/faults.ts';
import { aProjectPath } from '../../../builders.ts';
import { aWorldProject } from '../../../gitlab/small-world.ts';
import type { World, WorldProject } from '../../../gitlab/world.ts';
import { quick } from '../loopback.ts';
import { gidOf, startSmallGitLab } from '../small-gitlab.ts';

type Files = Record<string, string>;
const name = 'platform/billing-api';

async function start(
	projects: Partial<WorldProject>[],
	graphql: World['graphql'] = 'on',
	options: Partial<RequesterOptions> = {},
) {
	const world = projects.map((change) => aWorldProject(change));
	const gitlab = await startSmallGitLab({ projects: world, graphql });
	const requester = createRequester({ url: gitlab.url, ...quick, ...options });
	const source = { client: gitlab.client, requester, onAttempt: () => undefined };
	const pull = async ({
		left = 1000,
		branch = 'main',
	}: { left?: number; branch?: string } = {}) => {
		const graphql = new Graphql(requester);
		const asked = {
			defaultBranch: branch,
			webUrl: null,
			hidesCode: false,
			shows: {},
			asksAll: true,
		};
		const places = world.map(({ id, path }) => ({ id, path: aProjectPath(path) }));
		const told = await tellProjects(
			graphql,
			places.map((place) => ({ ...place, ...asked })),
			() => undefined,
		);
		const read = await pullFiles(
			places.map((place) => ({ ...place, branch, blobs: told.get(place.id)?.blobs })),
			{ ...source, graphql, left: () => left },
		);
		return read.map(({ texts, unread, isHidden }) => ({
			read: [...texts.keys()].toSorted(),
			unread: sortUnread(unread).map(describeUnread),
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

/** All that may count, when nothing is known of a project. */
const everything = [
	'.gitlab-ci.yml',
	'.gitlab/CODEOWNERS',
	'.tool-versions',
	'CODEOWNERS',
	'docs/CODEOWNERS',
	'go.mod',
	'mise.toml',
];

describe('from an archive', () => {
	const files = { 'go.mod': 'a', '.gitlab-ci.yml': ci('ci/a.yml'), 'ci/a.yml': '' };
	const whole = ['.gitlab-ci.yml', 'ci/a.yml', 'go.mod'];
	const withoutGraphql = (gitlab: { asked: () => string[] }) =>
		gitlab.asked().filter((one) => !one.includes('graphql'));

	test('of the default branch, which is one request of a stranger, all are read', async () => {
		await using gitlab = await start([{ files, defaultBranch: 'release/main' }], 'off');
		const pulled = await gitlab.pull({ branch: 'release/main' });
		expect(pulled).toEqual([{ read: whole, unread: [], isHidden: false }]);
		expect(gitlab.gitlab.requests.every(({ token }) => token === null)).toBe(true);
		expect(withoutGraphql(gitlab)).toEqual([
			expect.stringMatching(/\/archive\.tar\.gz\?sha=release\/main$/),
		]);
	});

	test.each([401, 403])('that is answered with %i they are hidden', async (status) => {
		await using gitlab = await startWith(files, 'off');
		gitlab.refuse(/\/archive/, status);
		expect(await gitlab.pull()).toEqual([{ read: [], unread: [], isHidden: true }]);
	});

	test('of an empty repository, whose branch is to come, there are none', async () => {
		await using gitlab = await startWith({}, 'off');
		gitlab.say(/\/branches\//, { message: '404 Branch Not Found' }, 404);
		expect(await gitlab.pull()).toEqual([{ read: [], unread: [], isHidden: false }]);
		expect(withoutGraphql(gitlab)).toHaveLength(2);
	});

	const says = (status: number, message: string) => ({ status, body: { message } });
	test.each<{ why: string; fault: Fault; note: string }>([
		{ why: 'is cut off', fault: 'short', note: '' },
		{ why: 'breaks off', fault: 'cut', note: '' },
		{ why: 'is answered with 500', fault: { status: 500 }, note: '' },
		{ why: 'cannot be made', fault: says(404, '404 File Not Found'), note: '' },
		{
			why: 'is of a project that has just gone',
			fault: says(404, '404 Project Not Found'),
			note: '',
		},
		{ why: 'is not given', fault: { status: 406 }, note: ' (archive refused)' },
		{
			why: 'is asked for too often',
			fault: { status: 429, headers: { 'retry-after': '60' } },
			note: ' (archive refused)',
		},
	])('that $why all are unread', async ({ fault, note }) => {
		await using gitlab = await startWith(files, 'off');
		gitlab.gitlab.fault(/\/archive/, fault);
		expect(await gitlab.pull()).toEqual([
			{ read: [], unread: everything.map((file) => `${file}${note}`), isHidden: false },
		]);
	});

	test('that is larger than what is read all are unread, and those of others are read', async () => {
		const large = Array.from({ length: 200 }, (_, index): [string, string] => [
			`a/${String(index)}`,
			String(index),
		]);
		await using gitlab = await start(
			[{ path: 'platform/large', files: { ...files, ...Object.fromEntries(large) } }, { files }],
			'off',
			{ archive: { maxBytes: 1000 } },
		);
		expect(await gitlab.pull()).toMatchObject([
			{ read: [], unread: everything.map((file) => `${file} (archive too large)`) },
			{ read: whole, unread: [] },
		]);
	});

	test('a file that is larger than any that is read is left for good', async () => {
		const large = `#${'x'.repeat(5 * 2 ** 20)}\n`;
		await using gitlab = await startWith({ ...files, '.gitlab-ci.yml': large }, 'off');
		expect(await gitlab.pull()).toMatchObject([
			{ read: ['go.mod'], unread: ['.gitlab-ci.yml (too large)'] },
		]);
	});

	test('what it does not have is unread where the project keeps files out of archives', async () => {
		const attributes = { '.gitattributes': 'docs/** export-ignore\n' };
		await using gitlab = await startWith({ ...files, ...attributes, CODEOWNERS: '' }, 'off');
		expect(await gitlab.pull()).toMatchObject([
			{
				read: [...whole, 'CODEOWNERS'].toSorted(),
				unread: ['.tool-versions (not archived)', 'mise.toml (not archived)'],
			},
		]);
		const others = { '.gitattributes': '*.svg binary\n' };
		await using other = await startWith({ ...files, ...others }, 'off');
		expect(await other.pull()).toMatchObject([{ read: whole, unread: [] }]);
	});

	test('links are not followed', async () => {
		const links = { 'go.mod': '../../etc/passwd', 'ci/a.yml': 'b.yml' };
		const ofCi = { '.gitlab-ci.yml': ci('ci/a.yml'), 'ci/b.yml': '' };
		await using gitlab = await start([{ files: ofCi, links }], 'off');
		expect(await gitlab.pull()).toMatchObject([{ read: ['.gitlab-ci.yml'], unread: [] }]);
	});

	test('nothing comes of a host that nothing gets through to', async () => {
		const projects = many.slice(0, 5).map((_, index) => ({ path: `platform/${String(index)}` }));
		await using gitlab = await start(projects, 'off', { maxFailuresInARow: 3 });
		gitlab.gitlab.fault(/./, 'reset');
		await expect(gitlab.pull()).rejects.toThrow('attempts in a row failed');
	});

	test('that GitLab always fails to give is soon asked for no more', async () => {
		const projects = many.map((_, index) => ({ path: `platform/${String(index)}`, files }));
		await using gitlab = await start(projects, 'off');
		gitlab.refuse(/\/archive/, 503);
		const pulled = await gitlab.pull();
		expect(new Set(pulled.map(({ unread }) => unread.join()))).toEqual(
			new Set([everything.join()]),
		);
		expect(withoutGraphql(gitlab).length).toBeLessThan(projects.length + 8);
	});

	test('as many projects are read as may be asked for, in the order of their paths', async () => {
		const projects = ['c', 'a', 'b'].map((one) => ({ path: `platform/${one}`, files }));
		await using gitlab = await start(projects, 'off');
		const [c, ...others] = await gitlab.pull({ left: 2 });
		expect(c).toEqual({ read: [], unread: everything, isHidden: false });
		expect(others.map(({ read }) => read)).toEqual([whole, whole]);
		expect(withoutGraphql(gitlab)).toHaveLength(2);
	});
});

describe('by GraphQL', () => {
	const files = { 'go.mod': 'a', '.gitlab-ci.yml': ci('ci/a.yml'), 'ci/a.yml': 'b' };
	const all = [{ read: ['.gitlab-ci.yml', 'ci/a.yml', 'go.mod'], unread: [], isHidden: false }];
	const queries = ({ gitlab }: Awaited<ReturnType<typeof start>>) =>
		gitlab.requests.filter(({ path }) => path.includes('graphql'));

	test('no archive is asked for, and nobody signs in', async () => {
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
		expect(gitlab.gitlab.requests).toHaveLength(2 + 10);
	});

	/** Two questions for the files of the same names, and as many for those of their own. */
	const manyProjects = Array.from({ length: 30 }, (_, index) => ({
		path: `platform/p${String(10 + index)}`,
		files,
	}));
	const isRead = ({ read }: { read: string[] }) => read.includes('go.mod');

	test('one query that fails costs its own projects alone', async () => {
		await using gitlab = await start(manyProjects);
		gitlab.gitlab.fault(/graphql/, { delayMs: 0 }, 1);
		gitlab.gitlab.fault(/graphql/, { status: 502 }, 1);
		const readings = await gitlab.pull({ left: 0 });
		expect(readings.filter(isRead)).toHaveLength(20);
		await using refilled = await start(manyProjects);
		refilled.gitlab.fault(/graphql/, { status: 502 }, 1);
		expect((await refilled.pull()).filter(isRead)).toHaveLength(30);
	});

	test('the queries after two that fail are not sent, however fast they would be answered', async () => {
		await using gitlab = await start(manyProjects);
		gitlab.gitlab.fault(/graphql/, { delayMs: 0 }, 1);
		gitlab.gitlab.fault(/graphql/, { status: 502 }, 2);
		const readings = await gitlab.pull({ left: 0 });
		expect(queries(gitlab)).toHaveLength(3);
		expect(readings.filter(isRead)).toHaveLength(20);
	});

	test('what comes beside errors counts, and what they have made null comes from an archive', async () => {
		const [one, other] = ['platform/one', 'platform/other'];
		const mine = { 'go.mod': 'a' };
		await using gitlab = await start([one, other].map((path) => ({ path, files: mine })));
		const blobs = { nodes: [{ path: 'go.mod', rawTextBlob: 'a' }] };
		const nodes = [{ id: gidOf(one), repository: { rootRef: 'main', blobs } }, null];
		const errors = [{ message: 'Timeout on Repository.blobs', path: ['projects', 'nodes', 1] }];
		const body = { data: { projects: { nodes } }, errors };
		gitlab.gitlab.fault(/graphql/, { status: 200, body });
		expect((await gitlab.pull()).map(({ read }) => read)).toEqual([['go.mod'], ['go.mod']]);
		const archives = gitlab.gitlab.requests.filter(({ path }) => path.includes('/archive'));
		expect(archives).toHaveLength(1);
	});

	test('an empty repository has no files, which takes no archive', async () => {
		await using gitlab = await start([{ defaultBranch: null, files: {} }]);
		expect(await gitlab.pull()).toEqual([{ read: [], unread: [], isHidden: false }]);
		expect(gitlab.gitlab.requests).toHaveLength(1);
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
		{ why: 'no projects', fault: { status: 200, body: { data: { projects: null } } } },
		{ why: 'no nodes', fault: { status: 200, body: { data: { projects: { nodes: null } } } } },
		{ why: 'data of another shape', fault: { status: 200, body: { data: { projects: [] } } } },
		{ why: 'a list', fault: { status: 200, body: [] } },
		{ why: 'nothing', fault: 'empty' },
		{ why: 'a broken connection', fault: 'reset' },
		{ why: 'half an answer', fault: 'cut' },
	])(
		'what cannot be used is asked for once, then all comes from an archive: $why',
		async ({ fault }) => {
			await using gitlab = await startWith(files);
			gitlab.gitlab.fault(/graphql/, fault);
			expect(await gitlab.pull()).toEqual(all);
			expect(queries(gitlab)).toHaveLength(1);
		},
	);

	test('what fails between two queries comes from an archive', async () => {
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
							id: gidOf(name),
							repository: { rootRef: 'main', blobs: { nodes: [] } },
							...change,
						},
					],
				},
			},
		},
	});
	test.each<{ why: string; fault: Fault }>([
		{ why: 'that it does not name', fault: node({ id: gidOf('platform/other') }) },
		{
			why: 'that it names twice',
			fault: {
				status: 200,
				body: {
					data: {
						projects: {
							nodes: ['go 1', 'go 2'].map((rawTextBlob) => ({
								id: gidOf(name),
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
		{
			why: 'without one of the files, for an error',
			fault: node({ repository: { rootRef: 'main', blobs: { nodes: [null] } } }),
		},
		{
			why: 'without any, for an error',
			fault: node({ repository: { rootRef: 'main', blobs: { nodes: null } } }),
		},
		{ why: 'with a repository of another shape', fault: node({ repository: { rootRef: 1 } }) },
		{ why: 'without files', fault: node({ repository: { rootRef: 'main', blobs: null } }) },
	])('a project $why is read from an archive', async ({ fault }) => {
		await using gitlab = await startWith(files);
		gitlab.gitlab.fault(/graphql/, fault);
		expect(await gitlab.pull()).toEqual(all);
	});

	test('a project with a file without text is read from an archive', async () => {
		await using gitlab = await startWith(files);
		const nodes = [
			{ path: 'go.mod', rawTextBlob: null },
			{ path: '.gitlab-ci.yml', rawTextBlob: '' },
			null,
		];
		const repository = { rootRef: 'main', blobs: { nodes } };
		gitlab.gitlab.fault(/graphql/, node({ repository }));
		expect(await gitlab.pull()).toEqual(all);
	});

	test('what was told before an archive that fails is known, and what is missing is unread', async () => {
		await using gitlab = await startWith(files);
		gitlab.gitlab.fault(/graphql/, { delayMs: 0 }, 1);
		gitlab.gitlab.fault(/graphql/, { status: 502 });
		gitlab.refuse(/\/archive/, 406);
		expect(await gitlab.pull()).toMatchObject([
			{ read: ['.gitlab-ci.yml', 'go.mod'], unread: ['ci/a.yml (archive refused)'] },
		]);
	});
});

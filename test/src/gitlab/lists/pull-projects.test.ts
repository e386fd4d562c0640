import { describe, expect, test } from 'vitest';
import { pullCurrentProjects, type KnownProjects } from '#gitlab/lists/current-projects.ts';
import { Graphql } from '#gitlab/files/graphql.ts';
import { Licenses } from '#gitlab/lists/licenses.ts';
import {
	findListedGroups,
	pullListings,
	shareListings,
	type Listings,
} from '#gitlab/lists/listings.ts';
import { pullFiles } from '#gitlab/files/project-files.ts';
import { pullProjects, type Declared } from '#gitlab/lists/pull-projects.ts';
import { GroupPath } from '#model/identifiers.ts';
import { InvalidDataError } from '#model/parse.ts';
import { Project, type ProjectFacts, type UnreadFile } from '#model/project.ts';
import { aProjectPath, aTool, unreadFiles } from '../../../builders.ts';
import { aWorldProject, aWorldRelease } from '../../../gitlab/small-world.ts';
import type { World, WorldProject } from '../../../gitlab/world.ts';
import { counter, startSmallGitLab } from '../small-gitlab.ts';

const now = '2026-03-04T12:00:00Z';
const path = aProjectPath('platform/billing-api');
const here: Declared = { path };
const nothingListed: Listings = { byId: new Map(), byPath: new Map(), failed: [] };
const rules = { tools: [aTool()], groups: [GroupPath.parse('platform')] };

interface Pull {
	declared?: Declared[];
	known?: KnownProjects;
	listings?: Promise<Listings>;
	onRow?: () => void;
	/** Requests for files that may be made. */
	left?: number;
}

async function start(change: Partial<World> = {}) {
	const gitlab = await startSmallGitLab(change);
	const { client } = gitlab;
	const pullList = async ({ declared = [here], known, listings, onRow, left = 100 }: Pull = {}) => {
		const paths = declared.filter(({ instance }) => !instance).map((one) => one.path);
		const listing = listings ?? pullListings(shareListings()(client), findListedGroups(paths));
		const { requester } = gitlab;
		const files = {
			client,
			requester,
			graphql: new Graphql(requester),
			onAttempt: () => undefined,
			left: () => left,
		};
		return pullProjects(declared, {
			client,
			current: pullCurrentProjects(paths, {
				client,
				listings: () => listing,
				known,
				left: () => left,
			}),
			// What GraphQL tells is told by REST, too, and that is what is looked at here.
			tellProjects: () => Promise.resolve(new Map()),
			licenses: new Licenses(),
			pullFiles: (questions) => pullFiles(questions, files),
			rules,
			now,
			onRow: onRow ?? (() => undefined),
		});
	};
	return {
		...gitlab,
		[Symbol.asyncDispose]: gitlab[Symbol.asyncDispose],
		pullList,
		pull: async (asked?: Pull) => (await pullList(asked)).rows,
	};
}

const startWith = (change: Partial<WorldProject> = {}) =>
	start({ projects: [aWorldProject(change)] });

describe('a declared project', () => {
	test('that a stranger sees is found, with facts that a snapshot takes', async () => {
		await using gitlab = await start();
		const [row] = await gitlab.pull();
		expect(Project.parse(row)).toMatchObject({
			path,
			answer: 'found',
			facts: {
				path,
				description: 'Writes the bills',
				license: 'MIT License',
				licenseUrl: 'https://gitlab.example/platform/billing-api/-/blob/main/LICENSE',
				archived: false,
				stars: 7,
				latestVersion: { tag: 'v1.2.0' },
				pipeline: { status: 'success' },
				toolPins: [{ tool: 'go', file: 'go.mod', version: '1.26.5' }],
				codeowners: null,
				unreadFiles: [],
				hidden: [],
			},
		});
	});

	test.each([
		{ why: 'private', change: { visibility: 'private' as const }, status: undefined },
		{ why: 'gone', change: { path: 'platform/other' }, status: undefined },
		{ why: 'answered with 401', change: {}, status: 401 },
		{ why: 'answered with 403', change: {}, status: 403 },
	])('that is $why is missing or private: a stranger cannot tell', async ({ change, status }) => {
		await using gitlab = await startWith(change);
		if (status !== undefined) gitlab.refuse(/\/projects\/platform\/billing-api/, status);
		expect(await gitlab.pull()).toEqual([{ path, answer: 'missing-or-private', facts: null }]);
	});

	test.each(['private', 'internal'])(
		'that GitLab shows though it is %s is not published',
		async (visibility) => {
			await using gitlab = await start();
			const answer = { id: 7, path_with_namespace: path, default_branch: 'main', visibility };
			gitlab.say(/\/projects\/platform\/billing-api/, answer);
			expect(await gitlab.pull()).toEqual([{ path, answer: 'missing-or-private', facts: null }]);
		},
	);

	test('of another instance is a row that nobody asks for', async () => {
		await using gitlab = await start();
		const declared = [{ path, instance: 'https://ops.example.com' }];
		const listings = Promise.resolve(nothingListed);
		expect(await gitlab.pull({ declared, listings })).toEqual([
			{ path, answer: 'other-instance', facts: null },
		]);
		expect(gitlab.asked()).toEqual([]);
	});

	test('that has moved is found where it is now', async () => {
		const project = aWorldProject({ path: 'platform/tools/billing-api' });
		await using gitlab = await start({
			projects: [project],
			moved: new Map([[path, project.id]]),
		});
		const [row] = await gitlab.pull();
		expect(row).toMatchObject({
			path,
			answer: 'found',
			facts: {
				path: 'platform/tools/billing-api',
				license: 'MIT License',
				// The new group is not listed, so a stranger is not told.
				archived: null,
			},
		});
	});

	test('that has moved within a listed group and is archived says both', async () => {
		const project = aWorldProject({ path: 'platform/billing', archived: true });
		await using gitlab = await start({
			projects: [project],
			moved: new Map([[path, project.id]]),
		});
		const [row] = await gitlab.pull();
		expect(row?.facts).toMatchObject({ path: 'platform/billing', archived: true });
	});

	test('in its full form tells itself whether it is archived', async () => {
		await using gitlab = await start();
		gitlab.say(/\/projects\/platform\/billing-api/, {
			id: aWorldProject().id,
			path_with_namespace: path,
			default_branch: 'main',
			archived: true,
			visibility: 'public',
		});
		const [row] = await gitlab.pull({ listings: Promise.resolve(nothingListed) });
		expect(row?.facts?.archived).toBe(true);
	});

	test.each([
		{ hidden: ['pipelines'] as const, parts: ['pipelines'] },
		{ hidden: ['repository'] as const, parts: ['code', 'languages', 'releases'] },
		{
			hidden: ['repository', 'pipelines', 'releases'] as const,
			parts: ['code', 'languages', 'releases'],
		},
	])('without $hidden says so, and is found all the same', async ({ hidden, parts }) => {
		await using gitlab = await startWith({ hidden: [...hidden] });
		const [row] = await gitlab.pull();
		expect(row).toMatchObject({ answer: 'found', facts: { hidden: parts } });
	});

	test('with a licence that GitLab does not recognise has none', async () => {
		await using gitlab = await startWith({ license: { key: 'other', name: 'Other' } });
		const [row] = await gitlab.pull();
		expect(row?.facts).toMatchObject({
			license: null,
			licenseUrl: expect.stringContaining('/LICENSE') as string,
		});
	});

	test('without anything but its identity is a row', async () => {
		await using gitlab = await startWith({ visibility: 'private' });
		gitlab.say(/\/projects\/platform\/billing-api/, { id: 7, path_with_namespace: path });
		const [row] = await gitlab.pull();
		expect(Project.parse(row).facts).toMatchObject({
			description: null,
			license: null,
			stars: null,
			hidden: ['code', 'languages', 'releases'],
		});
	});
});

describe('the rows of a list', () => {
	const declared = [here, { path: aProjectPath('platform/gone') }];

	test('come in the order of the registry, and are counted', async () => {
		await using gitlab = await start();
		const { steps, step } = counter();
		const rows = await gitlab.pull({ declared, onRow: step });
		expect(rows.map(({ answer }) => answer)).toEqual(['found', 'missing-or-private']);
		expect(steps.count).toBe(2);
	});

	test.each([
		{ match: /\/projects\//, why: 'of every project', declared },
		{ match: /\/languages/, why: 'of the details of every project', declared: [here] },
		{ match: /\/pipelines/, why: 'of the pipeline of every project', declared: [here] },
	])('fail as a whole on a failure $why', async ({ match, declared: asked }) => {
		await using gitlab = await start();
		gitlab.refuse(match, 400);
		await expect(gitlab.pull({ declared: asked })).rejects.toThrow('answered 400');
	});

	test('fail with a listing in place of which too little may be asked, and ask for nothing', async () => {
		await using gitlab = await start();
		gitlab.refuse(/\/groups\//, 400);
		const three = [...declared, { path: aProjectPath('platform/other') }];
		await expect(gitlab.pull({ declared: three, left: 1 })).rejects.toThrow('projects?');
		expect(gitlab.asked().filter((one) => one.startsWith('/projects/'))).toEqual([]);
	});

	test('fail as a whole on a project without identity', async () => {
		await using gitlab = await start();
		gitlab.say(/\/projects\/platform\/billing-api/, { name: 'Billing API' });
		await expect(gitlab.pull()).rejects.toThrow(InvalidDataError);
	});
});

describe('the row of a listing', () => {
	const other = {
		id: aWorldProject().id,
		path_with_namespace: path,
		default_branch: 'main',
		star_count: 99,
	};
	const asksFor = (asked: string[], part: string) => asked.some((one) => one.includes(part));

	test('tells all but the licence, for which the project itself is asked', async () => {
		await using gitlab = await start();
		gitlab.say(/license=true/, { ...other, license: { key: 'x', name: 'Some License' } });
		const [row] = await gitlab.pull();
		expect(row?.facts).toMatchObject({ stars: 7, license: 'Some License' });
	});

	test.each([
		{ why: 'there is none', listed: 'platform/other' },
		{ why: 'its path is written otherwise', listed: 'platform/Billing-API' },
	])('is not enough when $why', async ({ listed }) => {
		await using gitlab = await startWith({ path: listed });
		gitlab.say(/license=true/, other);
		expect((await gitlab.pull())[0]?.facts).toMatchObject({ path, stars: 99 });
	});

	test('is not needed: when the listing fails, the project is asked', async () => {
		await using gitlab = await start();
		gitlab.refuse(/\/groups\/platform\/projects/, 400);
		const { id } = gitlab.gitlab.world.projects[0]!;
		expect((await gitlab.pull())[0]?.facts).toMatchObject({ id, stars: 7, license: 'MIT License' });
	});

	test('says that code is hidden, which takes no question for licence and tags', async () => {
		await using gitlab = await startWith({ hidden: ['repository'], releases: [] });
		const [row] = await gitlab.pull();
		expect(row?.facts).toMatchObject({ license: null, licenseUrl: null });
		expect(row?.facts?.hidden).toEqual(['code', 'languages', 'releases']);
		const asked = gitlab.asked();
		expect(asksFor(asked, 'license=true') || asksFor(asked, '/tags')).toBe(false);
	});

	test.each([
		{ listings: undefined, asks: false },
		{ listings: 'short' as const, asks: true },
	])('says that pipelines are hidden, else they are asked for: $listings', async (how) => {
		const projects = [aWorldProject({ hidden: ['pipelines'] })];
		await using gitlab = await start({ projects, listings: how.listings });
		expect((await gitlab.pull())[0]?.facts?.hidden).toEqual(['pipelines']);
		expect(asksFor(gitlab.asked(), '/pipelines')).toBe(how.asks);
	});
});

describe('a second pull', () => {
	/** Pulls, changes the world and what was known, and pulls again: what was asked for then? */
	async function pullTwice({
		before = {},
		after = {},
		remember = {},
		pulledAt = '2026-03-02T00:00:00Z',
		listings,
	}: {
		listings?: 'short' | undefined;
		before?: Partial<WorldProject>;
		after?: Partial<WorldProject>;
		remember?: Partial<ProjectFacts>;
		pulledAt?: string;
	}) {
		await using gitlab = await startWith(before);
		gitlab.gitlab.world.listings = listings;
		const [first] = await gitlab.pull();
		const [project] = gitlab.gitlab.world.projects;
		Object.assign(project!, after);
		const facts = first?.facts ? { ...first.facts, ...remember } : null;
		const known: KnownProjects = { rows: [{ ...first!, facts }], pulledAt };
		gitlab.asked();
		const [second] = await gitlab.pull({ known });
		const asked = gitlab.asked();
		return {
			first,
			second,
			asksProject: asked.some((one) => one.includes('license=true')),
			readsSource: asked.some((one) => one.includes('/languages')),
			readsFiles: asked.some((one) => /graphql|\/archive/.test(one)),
			asksPipeline: asked.some((one) => one.includes('/pipelines')),
			count: asked.length,
		};
	}

	test('of what has not changed asks for the listings and the pipeline alone', async () => {
		const { first, second, count, asksPipeline } = await pullTwice({});
		expect(second).toEqual(first);
		expect(asksPipeline).toBe(true);
		expect(count).toBe(2);
	});

	test('of what has not changed has its new pipeline, stars and state', async () => {
		const { second, readsSource, readsFiles } = await pullTwice({
			after: { pipelines: [], stars: 8, archived: true, description: 'New words' },
		});
		expect(readsSource).toBe(false);
		expect(readsFiles).toBe(false);
		expect(second?.facts).toMatchObject({
			pipeline: null,
			stars: 8,
			archived: true,
			description: 'New words',
			license: 'MIT License',
		});
	});

	test.each<{ why: string; reads: boolean } & Parameters<typeof pullTwice>[0]>([
		{
			why: 'a push that GitLab noted',
			reads: true,
			after: { lastActivityAt: '2026-03-03T08:00:00.000Z' },
		},
		{ why: 'another default branch', reads: true, after: { defaultBranch: 'trunk' } },
		{ why: 'code that is shown no more', reads: true, after: { hidden: ['repository'] } },
		{
			why: 'a path of its own that is new',
			reads: true,
			remember: { path: aProjectPath('platform/old') },
		},
		{ why: 'another project at the path', reads: true, after: { id: 4711 } },
		{ why: 'hidden code', reads: true, before: { hidden: ['repository'] } },
		{ why: 'hidden releases', reads: true, before: { hidden: ['releases'] } },
		{
			why: 'a hidden pipeline, which is asked for anyway',
			reads: false,
			before: { hidden: ['pipelines'] },
		},
		{
			why: 'a release to come, which comes out without activity',
			reads: true,
			before: { releases: [aWorldRelease({ releasedAt: '2026-04-01T00:00:00.000Z' })] },
		},
		{
			why: 'an activity that GitLab did not tell',
			reads: true,
			remember: { lastActivityAt: null },
		},
		{ why: 'a pull in the minute of the activity', reads: true, pulledAt: '2026-03-01T08:00:00Z' },
		{ why: 'a pull in the hour after it', reads: true, pulledAt: '2026-03-01T08:59:59Z' },
		{
			why: 'a pull that began before it, and read after it',
			reads: true,
			pulledAt: '2026-03-01T07:59:50Z',
		},
		{ why: 'a pull when the hour was over', reads: false, pulledAt: '2026-03-01T09:00:00Z' },
		{
			why: 'a pull for which an earlier day stood for today',
			reads: false,
			pulledAt: '2026-03-01T00:00:00Z',
		},
	])('reads the source again: $reads, $why', async (given) => {
		const { readsSource } = await pullTwice(given);
		expect(readsSource).toBe(given.reads);
	});

	test.each([undefined, 'short'] as const)(
		'of releases that are kept to members now tells nothing of them: %s listings',
		async (listings) => {
			const { first, second } = await pullTwice({
				listings,
				before: { tags: [] },
				after: { hidden: ['releases'] },
			});
			expect(first?.facts?.latestVersion).not.toBeNull();
			expect(second?.facts).toMatchObject({
				latestVersion: null,
				releaseDates: [],
				hidden: ['releases'],
			});
		},
	);

	test('of a project that has gone private says so', async () => {
		const { second } = await pullTwice({ after: { visibility: 'private' } });
		expect(second).toEqual({ path, answer: 'missing-or-private', facts: null });
	});

	test('of a project that was not found asks for it again', async () => {
		await using gitlab = await start();
		const rows = [{ path, answer: 'missing-or-private' as const, facts: null }];
		const [row] = await gitlab.pull({ known: { rows, pulledAt: '2026-03-02T00:00:00Z' } });
		expect(row?.answer).toBe('found');
	});

	test('of a project that has moved asks for it by its old path', async () => {
		const project = aWorldProject({ path: 'platform/billing' });
		await using gitlab = await start({
			projects: [project],
			moved: new Map([[path, project.id]]),
		});
		const rows = await gitlab.pull();
		gitlab.asked();
		const again = await gitlab.pull({ known: { rows, pulledAt: '2026-03-02T00:00:00Z' } });
		expect(again).toEqual(rows);
		const asked = gitlab.asked();
		expect(asked.some((one) => one.includes('/projects/platform/billing-api?'))).toBe(true);
		expect(asked.some((one) => one.includes('/languages'))).toBe(false);
	});

	test('asks for the project itself where no listing covers it', async () => {
		await using gitlab = await start();
		const rows = await gitlab.pull();
		gitlab.refuse(/\/groups\//, 404);
		gitlab.asked();
		const again = await gitlab.pull({ known: { rows, pulledAt: '2026-03-02T00:00:00Z' } });
		expect(again[0]?.facts).toEqual({ ...rows[0]?.facts, archived: null });
		expect(gitlab.asked().some((one) => one.includes('/languages'))).toBe(false);
	});

	test('reads files that the first has left, and nothing else of the source', async () => {
		const files = {
			'go.mod': 'module a\n\ngo 1.24\n',
			'mise.toml': '[tools]\ngo = "1.26"\n',
			CODEOWNERS: '* @platform\n',
			'.gitlab-ci.yml': 'variables:\n  GO_VERSION: "1.25"\n',
		};
		await using gitlab = await start({ projects: [aWorldProject({ files })], graphql: 'off' });
		const rows = await gitlab.pull({ left: 0 });
		expect(rows[0]?.facts).toMatchObject({
			toolPins: [],
			codeowners: null,
			unreadFiles: expect.arrayContaining(
				unreadFiles(['.gitlab-ci.yml', 'CODEOWNERS', 'go.mod', 'mise.toml']),
			) as UnreadFile[],
		});
		gitlab.asked();
		const known = { rows, pulledAt: '2026-03-02T00:00:00Z' };
		const [second] = await gitlab.pull({ known });
		expect(second?.facts).toMatchObject({
			toolPins: [{ file: 'go.mod' }, { file: 'mise.toml' }, { file: '.gitlab-ci.yml' }],
			codeowners: { file: 'CODEOWNERS' },
			unreadFiles: [],
		});
		const asked = gitlab.asked();
		expect(asked.filter((one) => one.includes('/languages') || one.includes('/releases'))).toEqual(
			[],
		);
		const [complete] = await gitlab.pull();
		expect(second).toEqual(complete);
	});

	test.each([
		{ why: 'fails again', status: 406, note: 'archive refused' as const, pins: 1, hidden: [] },
		{ why: 'is hidden now', status: 403, note: undefined, pins: 0, hidden: ['files'] },
	])(
		'of what is looked for otherwise, whose reading $why, has $pins of its pins',
		async ({ status, note, pins, hidden }) => {
			await using gitlab = await start({ graphql: 'off' });
			const [first] = await gitlab.pull();
			expect(first?.facts?.toolPins).toHaveLength(1);
			gitlab.refuse(/\/archive/, status);
			const forgotten = { ...first!.facts!, unreadFiles: unreadFiles(['go.mod']) };
			const rows = [{ ...first!, facts: forgotten }];
			const [second] = await gitlab.pull({ known: { rows, pulledAt: '2026-03-02T00:00:00Z' } });
			expect(second?.facts?.toolPins).toHaveLength(pins);
			expect(second?.facts?.hidden).toEqual(hidden);
			const whys = new Set(second?.facts?.unreadFiles.map(({ why }) => why));
			expect([...whys]).toEqual(note === undefined ? [] : [note]);
		},
	);
});

import { describe, expect, test } from 'vitest';
import { Graphql } from '#gitlab/files/graphql.ts';
import { pullPipeline, pullSourceDetails } from '#gitlab/lists/project-details.ts';
import type { ShownParts } from '#gitlab/lists/listings.ts';
import type { ToldProject, ToldQuestion } from '#gitlab/lists/told-answer.ts';
import { tellProjects } from '#gitlab/lists/told-projects.ts';
import { aProjectPath } from '../../../builders.ts';
import { aWorldPipeline, aWorldProject, aWorldRelease } from '../../../gitlab/small-world.ts';
import type { WorldProject } from '../../../gitlab/world.ts';
import { gidOf, startSmallGitLab } from '../small-gitlab.ts';

const now = '2026-03-04T12:00:00Z';

function toQuestion({ id, path, defaultBranch, hidden }: WorldProject): ToldQuestion {
	const webUrl = `https://gitlab.example/${path}`;
	const hidesCode = hidden.includes('repository');
	const basic = { id, path: aProjectPath(path), defaultBranch, webUrl, hidesCode };
	return { ...basic, shows: {}, asksAll: true };
}

async function startWith(projects: WorldProject[]) {
	const gitlab = await startSmallGitLab({ projects });
	const graphql = new Graphql(gitlab.requester);
	return {
		...gitlab,
		[Symbol.asyncDispose]: gitlab[Symbol.asyncDispose],
		tell: (more: Partial<ToldQuestion> = {}) =>
			tellProjects(
				graphql,
				projects.map((project) => ({ ...toQuestion(project), ...more })),
				() => undefined,
			),
	};
}

describe('what is known of a project is the same with GraphQL and without', () => {
	const many = Array.from({ length: 30 }, (_, index) =>
		aWorldRelease({
			tag: `v0.${String(index)}.0`,
			releasedAt: `2025-01-${String(index + 1).padStart(2, '0')}T08:00:00.000Z`,
		}),
	);
	const cases: {
		why: string;
		change: Partial<WorldProject>;
		shows?: ShownParts;
		asks: RegExp[];
	}[] = [
		{ why: 'it shows all', change: {}, asks: [] },
		{ why: 'it has more releases than a page', change: { releases: many }, asks: [] },
		{ why: 'it has tags alone', change: { releases: [] }, asks: [/releases/, /tags/] },
		{
			why: 'it has tags alone, and strangers see all releases',
			change: { releases: [] },
			shows: { releases: true },
			asks: [/tags/],
		},
		{ why: 'releases are hidden', change: { hidden: ['releases'] }, asks: [/releases/, /tags/] },
		{ why: 'pipelines are hidden', change: { hidden: ['pipelines'] }, asks: [/pipelines/] },
		{ why: 'it has no pipeline', change: { pipelines: [] }, asks: [/pipelines/] },
		{
			why: 'it has no pipeline, and strangers see all',
			change: { pipelines: [] },
			shows: { pipelines: true },
			asks: [],
		},
		{
			why: 'its newest pipeline is one of another branch',
			change: {
				pipelines: [
					aWorldPipeline({ id: 7, ref: 'main', status: 'success' }),
					aWorldPipeline({ id: 8, ref: 'other', status: 'failed' }),
				],
			},
			asks: [],
		},
		{
			why: 'it waits for something',
			change: { pipelines: [aWorldPipeline({ ref: 'main', status: 'waiting_for_resource' })] },
			asks: [],
		},
		{ why: 'its code is hidden', change: { hidden: ['repository'] }, asks: [/languages/] },
		{
			why: 'its code is hidden, and it has no release',
			change: { hidden: ['repository'], releases: [] },
			asks: [/languages/],
		},
	];

	test.each(cases)('$why', async ({ change, shows = {}, asks }) => {
		const project = aWorldProject(change);
		await using gitlab = await startWith([project]);
		const asked = toQuestion(project);
		const pull = async (told = {}) => ({
			details: await pullSourceDetails(gitlab.client, asked, now, told),
			pipeline: await pullPipeline(gitlab.client, asked, told),
		});
		const byRest = await pull();
		gitlab.asked();
		const told = (await gitlab.tell({ shows })).get(project.id);
		expect(gitlab.asked()).toEqual([expect.stringContaining('/graphql')]);
		expect(await pull(told)).toEqual(byRest);
		const rest = gitlab.asked();
		expect(rest).toHaveLength(asks.length);
		for (const part of asks) expect(rest.some((path) => part.test(path))).toBe(true);
	});
});

const parts = ['languages', 'releases', 'pipelines', 'rootFiles', 'blobs'];
const partsOf = (told: ToldProject | undefined) => Object.keys(told ?? {});

test('fifty projects take three queries, none of which costs more than GitLab allows strangers', async () => {
	const projects = Array.from({ length: 50 }, (_, index) =>
		aWorldProject({ id: index + 1, path: `platform/service-${String(index)}` }),
	);
	await using gitlab = await startWith(projects);
	const told = await gitlab.tell();
	expect(gitlab.asked()).toHaveLength(3);
	for (const { id } of projects) expect(partsOf(told.get(id))).toEqual(parts);
	// Of those that have not changed only the pipeline is asked for.
	const unchanged = await gitlab.tell({ asksAll: false });
	expect(gitlab.asked()).toHaveLength(1);
	expect(partsOf(unchanged.get(1))).toEqual(['pipelines']);
});

test.each([true, false])(
	'each has its own branch in as few queries as may be: all %s',
	async (asksAll) => {
		const projects = Array.from({ length: 20 }, (_, index) => {
			const branch = `branch-${String(index)}`;
			const pipelines = [aWorldPipeline({ id: index + 1, ref: branch })];
			return aWorldProject({
				id: index + 1,
				path: `a/p${String(index)}`,
				defaultBranch: branch,
				pipelines,
			});
		});
		await using gitlab = await startWith(projects);
		const told = await gitlab.tell({ asksAll });
		expect(gitlab.asked()).toHaveLength(2);
		for (const { id } of projects) {
			const address = expect.stringMatching(`/pipelines/${String(id)}$`) as string;
			expect(told.get(id)?.pipelines).toMatchObject([{ web_url: address }]);
		}
	},
);

test('a project that is declared twice has all that either is asked for', async () => {
	const project = aWorldProject();
	await using gitlab = await startWith([project]);
	const question = toQuestion(project);
	const twice = [question, { ...question, shows: { releases: true }, asksAll: false }];
	for (const questions of [twice, twice.toReversed()]) {
		const told = await tellProjects(new Graphql(gitlab.requester), questions, () => undefined);
		expect(partsOf(told.get(project.id))).toEqual(parts);
	}
});

describe('the files at the root', () => {
	test('are told by name, links among them, but not when there is more than a page', async () => {
		const files = { LICENSE: 'a', 'docs/LICENSE.md': 'b' };
		const many = Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`f${String(at)}`, '']));
		const projects = [
			aWorldProject({ path: 'a/few', files, links: { COPYING: 'LICENSE' } }),
			aWorldProject({ path: 'a/many', files: many }),
			aWorldProject({ path: 'a/empty', defaultBranch: null, files: {} }),
			aWorldProject({ path: 'a/hidden', hidden: ['repository'] }),
		];
		await using gitlab = await startWith(projects);
		const told = await gitlab.tell();
		expect(projects.map(({ id }) => told.get(id)?.rootFiles)).toEqual([
			['COPYING', 'LICENSE'],
			undefined,
			undefined,
			undefined,
		]);
	});

	test('are not told of another branch', async () => {
		const project = aWorldProject();
		await using gitlab = await startWith([project]);
		const told = (await gitlab.tell({ defaultBranch: 'other' })).get(project.id);
		expect(told).toMatchObject({ blobs: undefined });
		expect(told).not.toHaveProperty('rootFiles');
	});
});

describe('nothing is told', () => {
	const told = {
		id: gidOf('platform/billing-api'),
		languages: [{ name: 'Go', share: 100 }],
		releases: { nodes: [{ tagName: 'v1', releasedAt: null, upcomingRelease: false }] },
		pipelines0: { nodes: [{ status: 'SUCCESS', updatedAt: now, path: '/a/-/pipelines/1' }] },
	};
	const answer = (...nodes: unknown[]) => ({ data: { projects: { nodes } } });
	test.each([
		{ why: 'by an error', says: { errors: [{ message: 'Timeout' }] }, parts: [] },
		{ why: 'of a project that is not there', says: answer(), parts: [] },
		{
			why: 'of another project',
			says: answer({ ...told, id: 'gid://gitlab/Project/7' }),
			parts: [],
		},
		{ why: 'of a project that comes twice', says: answer(told, told), parts: [] },
		{
			why: 'of a part that failed',
			says: answer({ ...told, releases: null, languages: null }),
			parts: ['pipelines', 'blobs'],
		},
		{
			why: 'of releases one of which failed',
			says: answer({ ...told, releases: { nodes: [null] } }),
			parts: ['languages', 'pipelines', 'blobs'],
		},
		{
			why: 'of a root and files that failed, but of all else',
			says: answer({ ...told, repository: { rootRef: 'main', tree: null, blobs: null } }),
			parts: ['languages', 'releases', 'pipelines', 'blobs'],
		},
	])('$why', async ({ says, parts: some }) => {
		const project = aWorldProject({ path: 'platform/billing-api' });
		await using gitlab = await startWith([project]);
		gitlab.say(/graphql/, says);
		const one = (await gitlab.tell()).get(project.id);
		expect(partsOf(one)).toEqual(some);
		expect(one?.blobs).toBeUndefined();
	});

	test('of a pipeline whose project or branch has no name', async () => {
		const project = aWorldProject();
		await using gitlab = await startWith([project]);
		for (const more of [{ webUrl: null }, { defaultBranch: null }]) {
			expect((await gitlab.tell(more)).get(project.id)).not.toHaveProperty('pipelines');
		}
	});

	test('of a pipeline whose address is none, and of the languages of hidden code', async () => {
		const project = aWorldProject({ hidden: ['repository'] });
		await using gitlab = await startWith([project]);
		const pipelines0 = { nodes: [{ ...told.pipelines0.nodes[0], path: 'https://[' }] };
		gitlab.say(/graphql/, answer({ ...told, pipelines0 }));
		expect(partsOf((await gitlab.tell()).get(project.id))).toEqual(['releases', 'blobs']);
	});
});

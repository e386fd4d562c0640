import { describe, expect, test } from 'vitest';
import { Graphql } from '#gitlab/files/graphql.ts';
import { pullPipeline, pullSourceDetails } from '#gitlab/lists/project-details.ts';
import { tellDetails, type DetailsQuestion } from '#gitlab/lists/told-details.ts';
import { aProjectPath } from '../../../builders.ts';
import { aWorldPipeline, aWorldProject, aWorldRelease } from '../../../gitlab/small-world.ts';
import type { WorldProject } from '../../../gitlab/world.ts';
import { startSmallGitLab } from '../small-gitlab.ts';

const now = '2026-03-04T12:00:00Z';

function toQuestion({ id, path, defaultBranch }: WorldProject): DetailsQuestion {
	const webUrl = `https://gitlab.example/${path}`;
	return { id, path: aProjectPath(path), defaultBranch, webUrl, hasChanged: true };
}

async function startWith(projects: WorldProject[]) {
	const gitlab = await startSmallGitLab({ projects });
	const graphql = new Graphql(gitlab.requester);
	return {
		...gitlab,
		[Symbol.asyncDispose]: gitlab[Symbol.asyncDispose],
		tell: (more: Partial<DetailsQuestion> = {}) =>
			tellDetails(
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
	const cases: { why: string; change: Partial<WorldProject>; asks: RegExp[] }[] = [
		{ why: 'it shows all', change: {}, asks: [] },
		{ why: 'it has more releases than a page', change: { releases: many }, asks: [] },
		{ why: 'it has tags alone', change: { releases: [] }, asks: [/releases/, /tags/] },
		{ why: 'releases are hidden', change: { hidden: ['releases'] }, asks: [/releases/, /tags/] },
		{ why: 'pipelines are hidden', change: { hidden: ['pipelines'] }, asks: [/pipelines/] },
		{ why: 'it has no pipeline', change: { pipelines: [] }, asks: [/pipelines/] },
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
	];

	test.each(cases)('$why', async ({ change, asks }) => {
		const project = aWorldProject(change);
		await using gitlab = await startWith([project]);
		const asked = toQuestion(project);
		const pull = async (told = {}) => ({
			details: await pullSourceDetails(gitlab.client, asked, now, told),
			pipeline: await pullPipeline(gitlab.client, asked, told),
		});
		const byRest = await pull();
		gitlab.asked();
		const told = (await gitlab.tell()).get(project.id);
		expect(gitlab.asked()).toEqual([expect.stringContaining('/graphql')]);
		expect(await pull(told)).toEqual(byRest);
		const rest = gitlab.asked();
		for (const part of asks) expect(rest.some((path) => part.test(path))).toBe(true);
		if (asks.length === 0) expect(rest).toEqual([]);
	});
});

test('fifty projects take six queries, none of which costs more than GitLab allows strangers', async () => {
	const projects = Array.from({ length: 50 }, (_, index) =>
		aWorldProject({ id: index + 1, path: `platform/service-${String(index)}` }),
	);
	await using gitlab = await startWith(projects);
	const told = await gitlab.tell();
	expect(gitlab.asked()).toHaveLength(6);
	for (const { id } of projects) {
		expect(Object.keys(told.get(id) ?? {})).toEqual(['languages', 'releases', 'pipeline']);
	}
	// Of those that have not changed only the pipeline is asked for.
	const unchanged = await gitlab.tell({ hasChanged: false });
	expect(gitlab.asked()).toHaveLength(3);
	expect(Object.keys(unchanged.get(1) ?? {})).toEqual(['pipeline']);
});

describe('nothing is told', () => {
	const told = {
		fullPath: 'platform/billing-api',
		languages: [{ name: 'Go', share: 100 }],
		releases: { nodes: [{ tagName: 'v1', releasedAt: null, upcomingRelease: false }] },
		pipelines: { nodes: [{ status: 'SUCCESS', updatedAt: now, path: '/a/-/pipelines/1' }] },
	};
	test.each([
		{ why: 'by an error', answer: { errors: [{ message: 'Timeout' }] }, parts: [] },
		{ why: 'of a project that is not there', answer: { data: { project0: null } }, parts: [] },
		{
			why: 'of another project',
			answer: { data: { project0: { ...told, fullPath: 'platform/other' } } },
			parts: [],
		},
		{
			why: 'of a part that failed',
			answer: { data: { project0: { ...told, releases: null, languages: null } } },
			parts: ['pipeline'],
		},
		{
			why: 'of releases one of which failed',
			answer: { data: { project0: { ...told, releases: { nodes: [null] } } } },
			parts: ['languages', 'pipeline'],
		},
	])('$why', async ({ answer, parts }) => {
		const project = aWorldProject({ path: 'platform/billing-api' });
		await using gitlab = await startWith([project]);
		gitlab.say(/graphql/, answer);
		expect(Object.keys((await gitlab.tell()).get(project.id) ?? {})).toEqual(parts);
	});

	test('of a pipeline whose project or branch has no name', async () => {
		const project = aWorldProject();
		await using gitlab = await startWith([project]);
		for (const more of [{ webUrl: null }, { defaultBranch: null }]) {
			expect((await gitlab.tell(more)).get(project.id)).not.toHaveProperty('pipeline');
		}
	});
});

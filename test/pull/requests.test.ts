import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { idFor } from '../gitlab/seed.ts';
import { mitText } from '../gitlab/license-texts.ts';
import { aWorldRelease, aWorldTag } from '../gitlab/small-world.ts';
import type { World, WorldProject } from '../gitlab/world.ts';
import { Checkout, registry, withoutRun } from './checkout.ts';

/** All that a project can have, where finding it takes most requests. */
const files = {
	'README.md': '# Sample\n',
	'go.mod': 'module example.com/sample\n\ngo 1.25.4\n',
	'mise.toml': '[tools]\ngo = "1.25.4"\n',
	'.tool-versions': 'golang 1.25.4\n',
	'docs/index.md': '',
	'.gitlab/CODEOWNERS': `* @${registry.checks.maintainers!}\n`,
	'.gitlab-ci.yml':
		'include:\n  - local: /.gitlab/ci/zero.yml\n  - local: /ci/one.yml\n  - local: /ci/two.yml\n',
	'.gitlab/ci/zero.yml': 'include: /jobs/three.yml\n',
	'jobs/three.yml': 'three:\n  script: make three\n',
	'ci/one.yml': 'variables:\n  GO_VERSION: "1.25.4"\n',
	'ci/two.yml': 'test:\n  image: golang:${GO_VERSION}\n  script: make test\n',
};

/** Everything is there, nothing is hidden, and no access is given to a project itself. */
async function createFull(
	graphql: World['graphql'],
	more: Partial<WorldProject> = {},
): Promise<Checkout> {
	const checkout = await Checkout.create();
	const { world } = checkout.gitlab;
	world.graphql = graphql;
	for (const project of world.projects) {
		const tags = [aWorldTag({ name: 'v1.0.0' })];
		const defaultBranch = project.defaultBranch ?? 'main';
		const full = { files, releases: [], tags, defaultBranch, hidden: [], sharedWith: [] };
		Object.assign(project, { ...full, pipelines: [], ...more });
	}
	return checkout;
}

const unreadOf = async (checkout: Checkout) => {
	const { projects, consumers } = (await checkout.snapshot()).rows;
	return [...projects, ...consumers].flatMap(({ facts }) => facts?.unreadFiles ?? []).length;
};

/** Pulls until every file is read, and resolves to the requests of each pull. */
async function pullAll(checkout: Checkout, pull: () => Promise<unknown>): Promise<number[]> {
	const requests: number[] = [];
	do {
		await pull();
		requests.push(checkout.gitlab.requests.splice(0).length);
	} while ((await unreadOf(checkout)) > 0 && requests.length < 9);
	return requests;
}

describe.concurrent('where every project has every file', () => {
	test.each([
		{ graphql: 'off' as const, token: true },
		{ graphql: 'off' as const, token: false },
		{ graphql: 'refuses' as const, token: false },
		{ graphql: 'on' as const, token: true },
	])(
		'no pull takes 300 requests: GraphQL $graphql, token $token',
		async ({ graphql, token }) => {
			await using checkout = await createFull(graphql);
			const requests = await pullAll(checkout, () =>
				token ? checkout.pull() : checkout.run('pull'),
			);
			for (const count of requests) expect(count).toBeLessThan(300);
			expect(await unreadOf(checkout)).toBe(0);
			expect(requests).toHaveLength(1);
			// What is known is not asked for again.
			await (token ? checkout.pull() : checkout.run('pull'));
			expect(checkout.gitlab.requests.length).toBeLessThanOrEqual(120);
		},
		60_000,
	);
});

test('a cold pull takes 100 requests at most where GraphQL tells what projects have alike', async () => {
	const LICENSE = mitText('Copyright (c) 2026 Example');
	const more = { files: { ...files, LICENSE }, license: { key: 'mit', name: 'MIT License' } };
	await using checkout = await createFull('on', { ...more, releases: [aWorldRelease()] });
	await checkout.pull();
	expect(checkout.gitlab.requests.length).toBeLessThanOrEqual(100);
	const { projects } = (await checkout.snapshot()).rows;
	const licenses = projects.flatMap(({ facts }) => (facts ? [facts.license] : []));
	expect(new Set(licenses)).toEqual(new Set(['MIT License']));
	const asked = checkout.gitlab.requests.filter(({ path }) => path.includes('license=true'));
	expect(asked.length).toBeLessThan(licenses.length / 2);
});

describe.concurrent('answers of several pages', () => {
	const tags = Array.from({ length: 450 }, (_, index) =>
		aWorldTag({ name: `v1.${String(index)}.0` }),
	);
	test.each([
		{ why: 'tags', graphql: 'off' as const, more: { tags } },
		{ why: 'tags', graphql: 'on' as const, more: { tags } },
	])(
		'of $why make no pull take 300 requests, with GraphQL $graphql',
		async ({ graphql, more }) => {
			await using checkout = await createFull(graphql, more);
			for (const pull of ['cold', 'warm']) {
				await checkout.pull();
				expect(checkout.gitlab.requests.splice(0).length, pull).toBeLessThan(300);
			}
		},
		60_000,
	);
});

/** Adds so many that the milestones, the issues of one, and listings of groups have several pages. */
function addPages({ gitlab: { world } }: Checkout): void {
	const [milestone] = world.milestones;
	const [issue] = world.issues;
	const [project] = world.projects;
	const many = (count: number) => Array.from({ length: count }, (_, index) => index);
	world.milestones.push(
		...many(220).map((index) => ({
			...milestone!,
			id: 1_000 + index,
			iid: 1_000 + index,
			title: `Later ${String(index)}`,
		})),
	);
	const current = world.milestones.find(({ title }) => title === '19.7')!;
	world.issues.push(
		...many(120).map((index) => ({
			...issue!,
			id: 1_000 + index,
			iid: 100_000 + index,
			milestoneId: current.id,
			labels: [...registry.plan.groupLabels],
		})),
	);
	world.projects.push(
		...registry.checks.completeGroups.flatMap(({ path: group }) =>
			many(220).map((index) => ({
				...project!,
				id: idFor(`${group} ${String(index)}`),
				path: `${group}/sample-${String(index)}`,
				archived: index % 2 === 0,
			})),
		),
	);
}

test.each([true, false])(
	'several pages of milestones, issues and listings make no pull take 300 requests, token %s',
	async (token) => {
		await using checkout = await createFull('off');
		addPages(checkout);
		const requests = await pullAll(checkout, () =>
			token ? checkout.pull() : checkout.run('pull'),
		);
		for (const count of requests) expect(count).toBeLessThan(300);
		expect(await unreadOf(checkout)).toBe(0);
	},
	120_000,
);

/** What GraphQL alone tells is a list of its own, which is missing or is there. */
function withoutGraphqlsOwn(files: Record<string, string>): Record<string, string> {
	const about = z
		.looseObject({ lists: z.record(z.string(), z.unknown()) })
		.parse(JSON.parse(files['about.json'] ?? ''));
	const lists = Object.entries(about.lists).filter(([list]) => !ofGraphql.includes(list));
	const shared = Object.entries(files).filter(
		([file]) => !ofGraphql.some((list) => file === `${list}.json`),
	);
	return {
		...Object.fromEntries(shared),
		'about.json': JSON.stringify({ ...about, lists: Object.fromEntries(lists) }),
	};
}
const ofGraphql = ['named', 'answers'];

describe.concurrent('the snapshot', () => {
	test.each([true, false])('is otherwise the same without GraphQL, token %s', async (token) => {
		await using checkout = await Checkout.create();
		const snapshotWith = async (graphql: World['graphql']) => {
			await rm(join(checkout.root, 'content/snapshot'), { recursive: true, force: true });
			checkout.gitlab.world.graphql = graphql;
			await pullAll(checkout, () => (token ? checkout.pull() : checkout.run('pull')));
			return withoutGraphqlsOwn(withoutRun(await checkout.files()));
		};
		const withGraphql = await snapshotWith('on');
		expect(withGraphql['projects.json']).toContain('"codeowners"');
		expect(await snapshotWith('off')).toEqual(withGraphql);
		expect(await snapshotWith('refuses')).toEqual(withGraphql);
	});

	test('is the same whatever has to be tried again', async () => {
		const cold = async (isBusy: boolean) => {
			await using checkout = await Checkout.create();
			checkout.gitlab.world.graphql = 'off';
			if (isBusy) checkout.gitlab.fault(/\/(languages|archive)/, { status: 503 }, 5);
			await checkout.run('pull', ['--only', 'projects']);
			expect(await unreadOf(checkout)).toBe(0);
			return (await checkout.snapshot()).rows.projects;
		};
		expect(await cold(true)).toEqual(await cold(false));
	});
});

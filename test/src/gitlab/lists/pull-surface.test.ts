import { describe, expect, test } from 'vitest';
import { Graphql } from '#gitlab/files/graphql.ts';
import { pullSurface } from '#gitlab/lists/pull-surface.ts';
import { DocumentedSurface } from '#model/api.ts';
import { DocumentedEndpoint } from '#model/evidence.ts';
import { headOf } from '../../../gitlab/entities/commit-entity.ts';
import { aWorldProject } from '../../../gitlab/small-world.ts';
import type { World } from '../../../gitlab/world.ts';
import { counter, startSmallGitLab } from '../small-gitlab.ts';

const surface = DocumentedSurface.parse({
	project: 'platform/docs',
	pages: ['doc/cars.md', 'doc/garages.md'],
	openapi: 'doc/openapi.yaml',
	pattern: '(^|/)cars(/|$)',
});
const files = {
	'doc/cars.md': '# Cars\n\n```plaintext\nGET /cars\nGET /carts\n```\n',
	'doc/garages.md': '```plaintext\nGET /garages/:id/cars\n```\n',
	'doc/openapi.yaml': 'paths:\n  "/api/v4/cars":\n    get:\n      summary: List\n',
};
const docs = aWorldProject({ path: 'platform/docs', files });
async function start(change: Partial<typeof docs> = {}, graphql: World['graphql'] = 'on') {
	const gitlab = await startSmallGitLab({
		projects: [{ ...docs, files: { ...files }, ...change }],
		graphql,
	});
	const source = {
		client: gitlab.client,
		graphql: new Graphql(gitlab.requester),
		onAttempt: () => undefined,
	};
	return { ...gitlab, [Symbol.asyncDispose]: gitlab[Symbol.asyncDispose], source };
}
const nothing = () => undefined;

describe('the documentation of the API', () => {
	test.each([
		{ graphql: 'on' as const, requests: 3, raw: 1 },
		{ graphql: 'refuses' as const, requests: 5, raw: 3 },
	])('is read of all its files at one commit, with GraphQL $graphql', async (how) => {
		await using gitlab = await start({}, how.graphql);
		const { steps, step } = counter();
		const { rows, surfaceFor } = await pullSurface(gitlab.source, surface, undefined, step);
		expect(rows.map((row) => DocumentedEndpoint.parse(row))).toEqual([
			{ source: 'page', method: 'GET', path: '/cars', file: 'doc/cars.md', line: 4 },
			{ source: 'page', method: 'GET', path: '/garages/:id/cars', file: 'doc/garages.md', line: 2 },
			{ source: 'openapi', method: 'GET', path: '/cars', file: 'doc/openapi.yaml', line: 3 },
		]);
		expect(surfaceFor.commit).toBe(headOf(docs));
		expect(surfaceFor.anchors).toEqual({ 'doc/cars.md': ['cars'], 'doc/garages.md': [] });
		const asked = gitlab.asked();
		expect(asked).toHaveLength(how.requests);
		expect(asked.filter((one) => one.endsWith(`raw?ref=${headOf(docs)}`))).toHaveLength(how.raw);
		expect(steps.count).toBe(4);
	});

	test('is not read again at the same commit', async () => {
		await using gitlab = await start();
		const known = await pullSurface(gitlab.source, surface, undefined, nothing);
		gitlab.asked();
		expect(await pullSurface(gitlab.source, surface, known, nothing)).toEqual(known);
		expect(gitlab.asked()).toHaveLength(1);
	});

	test.each([
		{ why: 'another commit', change: { files: { ...files, README: '' } }, of: surface },
		{ why: 'another pattern', change: {}, of: { ...surface, pattern: '/cars$' } },
		{ why: 'other pages', change: {}, of: { ...surface, pages: ['doc/garages.md'] } },
	])('is read again for $why', async ({ change, of }) => {
		await using gitlab = await start();
		const known = await pullSurface(gitlab.source, surface, undefined, nothing);
		Object.assign(gitlab.gitlab.world.projects[0]!, change);
		gitlab.asked();
		const { surfaceFor } = await pullSurface(gitlab.source, of, known, nothing);
		expect(gitlab.asked().length).toBeGreaterThan(2);
		expect(surfaceFor).not.toEqual(known.surfaceFor);
	});

	test('without a description in OpenAPI is its pages', async () => {
		await using gitlab = await start();
		const pages = DocumentedSurface.parse({ ...surface, openapi: undefined });
		const { rows } = await pullSurface(gitlab.source, pages, undefined, nothing);
		expect(rows.map(({ source }) => source)).toEqual(['page', 'page']);
	});
});

describe('never is a part of it taken for all', () => {
	test.each([
		{ why: 'a file cannot be got', match: /openapi/, status: 400, says: 'doc%2Fopenapi.yaml' },
		{ why: 'the newest commit is unknown', match: /commits/, status: 404, says: 'commits/HEAD' },
	])('when $why', async ({ match, status, says }) => {
		await using gitlab = await start();
		gitlab.refuse(match, status);
		const pull = pullSurface(gitlab.source, surface, undefined, nothing);
		await expect(pull).rejects.toThrow(says);
		await expect(pull).rejects.toThrow(`answered ${String(status)}`);
	});

	test('when a page is gone', async () => {
		await using gitlab = await start();
		delete gitlab.gitlab.world.projects[0]!.files['doc/cars.md'];
		await expect(pullSurface(gitlab.source, surface, undefined, nothing)).rejects.toThrow(
			'platform/docs has no file doc/cars.md that GitLab shows to everyone.\n' +
				'Correct surface in content/registry/api.yaml.',
		);
	});

	test('when the description is none', async () => {
		await using gitlab = await start({ files: { ...files, 'doc/openapi.yaml': '# Moved\n' } });
		const pull = pullSurface(gitlab.source, surface, undefined, nothing);
		await expect(pull).rejects.toThrow(
			'doc/openapi.yaml of platform/docs has no paths as an OpenAPI description in YAML has them.\n' +
				'Correct surface.openapi in content/registry/api.yaml, or remove it.',
		);
	});

	test('when a page has no endpoint at all, as one that has moved', async () => {
		const moved = '---\nredirect_to: vehicles.md\n---\n\nThis document was moved.\n';
		await using gitlab = await start({ files: { ...files, 'doc/cars.md': moved } });
		const pull = pullSurface(gitlab.source, surface, undefined, nothing);
		await expect(pull).rejects.toThrow('doc/cars.md of platform/docs documents no endpoint');
	});
});

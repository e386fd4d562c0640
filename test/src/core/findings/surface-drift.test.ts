import { describe, expect, test } from 'vitest';
import { findSurfaceDrift } from '#core/findings/surface-drift.ts';
import type { Api } from '#model/api.ts';
import type { DocumentedEndpoint } from '#model/evidence.ts';
import { aDocumentedEndpoint, anApi, anEndpoint } from '../../../builders.ts';

const api = anApi();
const page = (change: Parameters<typeof aDocumentedEndpoint>[0] = {}) =>
	aDocumentedEndpoint(change);
const openapi = (change: Parameters<typeof aDocumentedEndpoint>[0] = {}) =>
	aDocumentedEndpoint({ source: 'openapi', file: 'doc/openapi.yaml', ...change });

/** All endpoints of the registry, with other names for what varies. */
const wholePage = api.endpoints.map(({ method, path }, index) =>
	page({ method, path: path.replace(':id', ':car_id'), line: index + 1 }),
);
const wholeOpenapi = wholePage.map(({ method, path, line }) => openapi({ method, path, line }));

const find = (documented: readonly DocumentedEndpoint[], of: Api = api) =>
	findSurfaceDrift({ api: of }, documented);
const without = (rows: readonly DocumentedEndpoint[], path: string) =>
	rows.filter((row) => row.path !== path);

test('nothing, when all is documented everywhere', () => {
	expect(find([...wholePage, ...wholeOpenapi])).toEqual([]);
});

describe('what is documented and not declared', () => {
	const added = { method: 'PUT', path: '/cars/:id/wash' } as const;

	test('is told once, with the first line of each file', () => {
		const rows = [
			page({ ...added, line: 90 }),
			page({ ...added, line: 80 }),
			openapi({ ...added, path: '/cars/:car/wash', line: 7 }),
		];
		expect(find([...wholePage, ...wholeOpenapi, ...rows])).toMatchObject([
			{
				rule: 'endpoint-not-declared',
				level: 'broken',
				endpoint: 'PUT /cars/:id/wash',
				project: 'example/docs',
				places: [
					{ file: 'doc/cars.md', line: 80 },
					{ file: 'doc/openapi.yaml', line: 7 },
				],
			},
		]);
	});

	test('is none when the registry says why it does not count', () => {
		const ignored = [{ ...added, path: '/cars/:any/wash', reason: 'An example.' }];
		const surface = { ...api.surface, ignored };
		expect(find([...wholePage, page(added)], { ...api, surface })).toEqual([]);
	});

	test('is none when it is no part of this API', () => {
		expect(find([...wholePage, page({ path: '/trucks' })])).toEqual([]);
	});
});

describe('what is declared and not documented', () => {
	test('is gone when no source has it', () => {
		const rows = [...without(wholePage, '/cars'), ...without(wholeOpenapi, '/cars')];
		expect(find(rows)).toMatchObject([
			{
				rule: 'endpoint-not-documented',
				level: 'broken',
				id: 'list-cars',
				endpoint: 'GET /cars',
				files: ['doc/cars.md', 'doc/openapi.yaml'],
			},
		]);
	});

	test('in one of two sources is worth knowing, and told together', () => {
		expect(find([...wholePage, openapi()])).toMatchObject([
			{
				rule: 'endpoints-not-in-source',
				level: 'notice',
				source: 'openapi',
				files: ['doc/openapi.yaml'],
				endpoints: ['GET /cars/:id', 'POST /cars/:id/crank'],
			},
		]);
	});

	test('says nothing of a source that was not read', () => {
		expect(find([])).toEqual([]);
		expect(find(wholePage)).toEqual([]);
		expect(find(wholeOpenapi)).toMatchObject([
			{
				rule: 'page-without-endpoints',
				level: 'unknown',
				file: 'doc/cars.md',
				project: 'example/docs',
			},
		]);
	});

	test('may stand in a page that gave nothing, so nobody can tell', () => {
		const surface = { ...api.surface, pages: ['doc/cars.md', 'doc/cranks.md'] };
		const { endpoints } = api;
		const rows = without(wholePage, '/cars/:car_id/crank');
		expect(find(rows, { ...api, surface, endpoints })).toMatchObject([
			{
				rule: 'page-without-endpoints',
				level: 'unknown',
				file: 'doc/cranks.md',
				project: 'example/docs',
			},
		]);
	});

	test('counts the method, too', () => {
		const rows = wholePage.map((row) =>
			row.method === 'POST' ? page({ ...row, method: 'PUT' }) : row,
		);
		expect(find(rows).map(({ rule }) => rule)).toEqual([
			'endpoint-not-declared',
			'endpoint-not-documented',
		]);
	});
});

describe('an anchor of docs', () => {
	const docs = (address: string) => anApi({ endpoints: [anEndpoint({ docs: address })] });
	const rows = [page(), openapi()];
	const anchors = { 'doc/cars.md': ['cars-api', 'list-all-cars'] };

	test('that the page has no more is told', () => {
		const of = docs('https://docs.example.com/cars/#list-cars');
		expect(findSurfaceDrift({ api: of }, rows, anchors)).toMatchObject([
			{
				rule: 'docs-anchor-gone',
				level: 'broken',
				id: 'list-cars',
				file: 'doc/cars.md',
				project: 'example/docs',
			},
		]);
	});

	test.each([
		['https://docs.example.com/cars/#list-all-cars', 'is there'],
		['https://docs.example.com/ee/cars.html#list-all-cars', 'is there at an older address'],
		['https://docs.example.com/cars/', 'there is none'],
		['https://docs.example.com/garages/#list-cars', 'is of a page that was not read'],
	])('%s %s', (address) => {
		expect(findSurfaceDrift({ api: docs(address) }, rows, anchors)).toEqual([]);
	});

	test('says nothing where the anchors were not read yet', () => {
		const of = docs('https://docs.example.com/cars/#list-cars');
		expect(findSurfaceDrift({ api: of }, rows)).toEqual([]);
	});
});

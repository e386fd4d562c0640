import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { findOpenapiEndpoints } from '#core/consumers/surface/openapi-endpoints.ts';

const file = 'doc/openapi.yaml';
const find = (yaml: string) => findOpenapiEndpoints(yaml, file, '(^|/)cars(/|$)');
const linesOf = (yaml: string) =>
	find(yaml)?.map(({ method, path, line }) => `${String(line)} ${method} ${path}`);

const description = `openapi: 3.0.1
info:
  title: Cars
  description: |
    paths:
      /cars/in/a/text:
        get:
servers:
  - url: https://cars.example.com/api/v4
# All paths.
paths:
  "/api/v4/cars":
    get:
      summary: 'List: the cars'
      parameters:
        - name: get
          in: query
    parameters:
      - $ref: '#/components/parameters/a'
    post:
      description: |
        /api/v4/cars/in/a/text:
          delete:
  /api/v4/cars/{id}/crank:
    # Crank it.
    put: {}
  '/api/v4/garages/{garage_id}/cars':
    get: { summary: one line }
    x-note: none
  "/api/v4/carts":
    get:
      summary: Another API
components:
  paths:
    /cars/in/components:
      get:
`;

describe('of an OpenAPI description', () => {
	test('come its paths with their methods and lines', () => {
		// It is YAML, and says what the test means.
		expect(Object.keys((parse(description) as { paths: object }).paths)).toHaveLength(4);
		expect(linesOf(description)).toEqual([
			'13 GET /cars',
			'20 POST /cars',
			'26 PUT /cars/:id/crank',
			'28 GET /garages/:garage_id/cars',
		]);
	});

	test('with wider steps and line ends of Windows come the same', () => {
		const wide = description.replace(/^ +/gm, (space) => space.repeat(2));
		expect(linesOf(wide)).toEqual(linesOf(description));
		expect(linesOf(description.replaceAll('\n', '\r\n'))).toEqual(linesOf(description));
	});

	test('each says where it is from', () => {
		expect(find(description)?.[0]).toEqual({
			source: 'openapi',
			method: 'GET',
			path: '/cars',
			file,
			line: 13,
		});
	});

	test('of another API alone comes nothing', () => {
		expect(find('paths:\n  /carts:\n    get:\n')).toEqual([]);
	});

	test.each([
		{ yaml: '', why: 'is empty' },
		{ yaml: 'paths:\ncomponents:\n  a:\n', why: 'has no paths' },
		{ yaml: '{"paths": {"/cars": {"get": {}}}}', why: 'is JSON' },
		{ yaml: '# Moved\n', why: 'has moved' },
	])('that $why comes no answer at all', ({ yaml }) => {
		expect(find(yaml)).toBeUndefined();
	});

	test('of several megabytes is read as any other', () => {
		const path = (index: number) =>
			`  "/api/v4/things/${String(index)}":\n    get:\n      summary: A thing\n${'      # filling\n'.repeat(20)}`;
		const large = `paths:\n${Array.from({ length: 9000 }, (_, index) => path(index)).join('')}  /cars:\n    get:\n`;
		expect(large.length).toBeGreaterThan(3_300_000);
		expect(find(large)).toHaveLength(1);
	});
});

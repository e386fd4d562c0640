import { describe, expect, test } from 'vitest';
import { findEndpoints } from '#core/consumers/endpoints/api-uses.ts';
import { startScan } from '#core/consumers/source/source-scan.ts';
import { findOpenapiEndpoints } from '#core/consumers/surface/openapi-endpoints.ts';
import { findPageEndpoints } from '#core/consumers/surface/page-endpoints.ts';
import { readRegistry } from '#store/registry.ts';
import { teams } from '../fixtures/teams.ts';
import { addDays } from './sample/calendar.ts';
import { sampleWorld } from './sample-world.ts';

const today = '2026-11-23';
const registry = await readRegistry(teams.kettle);
const { api } = registry;
const world = sampleWorld(registry, today);
const at = (path: string, of = world) => of.projects.find((project) => project.path === path)!;

function scan(files: Record<string, string>) {
	const running = startScan(api);
	for (const [path, text] of Object.entries(files))
		if (running.wants(path)) running.add(path, text);
	return running.finish();
}

describe.each(registry.consumers)('the source of $path', ({ path }) => {
	const { uses, skipped, clients } = scan(at(path).files);

	test('calls the API by a library whose version it names, in a package for each endpoint', () => {
		expect(clients).toHaveLength(1);
		const methods = uses.filter(({ kind }) => kind === 'method');
		expect(methods.length).toBeGreaterThan(4);
		expect(new Set(methods.map(({ file }) => file)).size).toBe(methods.length);
	});

	test('has tests, mocks and copies with calls that do not count', () => {
		expect(skipped).toEqual({ tests: 1, mocks: 1, vendored: 1, generated: 0 });
		expect(uses.filter(({ file }) => /_test\.go|mocks|vendor/.test(file))).toEqual([]);
	});

	test('changes from month to month by an endpoint', () => {
		const before = sampleWorld(registry, addDays(today, -28));
		const callsOf = (files: Record<string, string>) =>
			scan(files).uses.flatMap((use) => findEndpoints(use, api).map(({ id }) => id));
		const [then, now] = [callsOf(at(path, before).files), callsOf(at(path).files)];
		expect(now.filter((id) => !then.includes(id))).toHaveLength(1);
		expect(now.filter((id) => then.includes(id)).length).toBeGreaterThan(4);
	});
});

test('of all consumers together, something is deprecated, unknown, a path, and a query', () => {
	const uses = registry.consumers.flatMap(({ path }) => scan(at(path).files).uses);
	const called = uses.flatMap((use) => findEndpoints(use, api));
	expect(called.some(({ status }) => status === 'deprecated')).toBe(true);
	expect(uses.filter((use) => findEndpoints(use, api).length === 0)).toEqual([
		expect.objectContaining({ name: expect.stringContaining('SampleNewMethod') as string }),
	]);
	expect(new Set(uses.map(({ kind }) => kind))).toEqual(new Set(['method', 'path', 'graphql']));
});

test('a library has the versions that consumers require', () => {
	const versions = registry.consumers.flatMap(({ path }) =>
		scan(at(path).files).clients.map(({ client, version }) => ({ client, version })),
	);
	for (const { client, version } of versions) {
		const { project } = api.clients.find(({ id }) => id === client)!;
		expect(at(project!).tags.map(({ name }) => name)).toContain(version);
	}
});

describe('the documentation of the API', () => {
	const { files } = at(api.surface.project);
	const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
	const declared = new Set([...api.endpoints, ...api.surface.ignored].map(nameOf));

	test.each([
		{
			source: 'in pages',
			found: api.surface.pages.flatMap((page) =>
				findPageEndpoints(files[page]!, page, api.surface.pattern),
			),
		},
		{
			source: 'in OpenAPI',
			found: findOpenapiEndpoints(
				files[api.surface.openapi!]!,
				api.surface.openapi!,
				api.surface.pattern,
			)!,
		},
	])('$source has all endpoints but the last one, and one that nobody declares', ({ found }) => {
		const documented = new Set(found.map(nameOf));
		const last = nameOf(api.endpoints.at(-1)!);
		const missing = api.endpoints.map(nameOf).filter((name) => !documented.has(name));
		expect(missing).toEqual([last]);
		expect([...documented].filter((name) => !declared.has(name))).toEqual([
			'GET /kettles/:id/sample_reports',
		]);
	});
});

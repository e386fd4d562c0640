import { describe, expect, test } from 'vitest';
import { keepFirst } from '#core/consumers/source/engine/kept-uses.ts';
import { findConsumers } from '#core/consumers/find-consumers.ts';
import { findCallFindings } from '#core/findings/call-findings.ts';
import { toExportedConsumer } from '#core/publish/exports/exported-consumer.ts';
import { SourceReading } from '#model/evidence.ts';
import {
	aDeclaredConsumer,
	aReading,
	aSnapshot,
	aSite,
	anApi,
	aUse,
} from '../../../../../builders.ts';
import { scanFiles } from '../scan-files.ts';

const api = anApi();
const calls = (count: number, change: Parameters<typeof aUse>[0] = {}) =>
	Array.from({ length: count }, (_, index) => aUse({ line: index + 1, ...change }));

describe('of each endpoint the first places are kept, and the others counted', () => {
	test('in the order of the files', () => {
		const { uses, more } = keepFirst(calls(150_000), [], api);
		expect(uses.map(({ line }) => line)).toEqual(Array.from({ length: 50 }, (_, at) => at + 1));
		expect(more).toEqual({
			endpoints: { 'list-cars': 149_950 },
			unmapped: {},
			otherNames: 0,
			clients: 0,
		});
	});

	test('in each way by itself, so that no way is forgotten', () => {
		const graphql = calls(60, { kind: 'graphql', client: null, name: 'Query.cars' });
		const { uses, more } = keepFirst([...calls(60), ...graphql], [], api);
		expect(uses.filter(({ kind }) => kind === 'graphql')).toHaveLength(50);
		expect(more?.endpoints).toEqual({ 'list-cars': 20 });
	});

	test('a place that may be several endpoints counts for each of them', () => {
		const paths = calls(60, { kind: 'path', client: null, name: '/cars/:x' });
		const own = anApi();
		const twice = { ...own.endpoints[1]!, id: 'change-car', method: 'PUT' as const };
		const both = { ...own, endpoints: [...own.endpoints, twice] };
		const { more } = keepFirst(paths, [], both);
		expect(more?.endpoints).toEqual({ 'change-car': 10, 'get-car': 10 });
		expect(more?.withoutMethod).toEqual({ 'change-car': 10, 'get-car': 10 });
	});

	test('a path without its method takes no place of one that is known', () => {
		const own = anApi();
		const twice = { ...own.endpoints[1]!, id: 'change-car', method: 'PUT' as const };
		const both = { ...own, endpoints: [...own.endpoints, twice] };
		const ofPath = (name: string) => calls(60, { kind: 'path', client: null, name });
		const { uses, more } = keepFirst([...ofPath('/cars/:x'), ...ofPath('GET /cars/:x')], [], both);
		expect(uses.filter(({ name }) => name === 'GET /cars/:x')).toHaveLength(50);
		expect(more?.endpoints).toEqual({ 'change-car': 10, 'get-car': 20 });
		expect(more?.withoutMethod).toEqual({ 'change-car': 10, 'get-car': 10 });
	});

	test('what is whole says nothing of more', () => {
		expect(keepFirst(calls(50), [], api)).toEqual({ uses: calls(50), clients: [] });
	});
});

describe('of what is no endpoint', () => {
	test('the first places of a name are kept', () => {
		const { uses, more } = keepFirst(calls(70, { name: 'Cars.New' }), [], api);
		expect(uses).toHaveLength(50);
		expect(more?.unmapped).toEqual({ 'Cars.New': 20 });
	});

	test('the first names are kept, and none that nobody has written', () => {
		const names = Array.from({ length: 60 }, (_, index) =>
			aUse({ name: `Cars.New${String(index)}` }),
		);
		const { uses, more } = keepFirst(
			[aUse({ name: `Cars.${'x'.repeat(500)}` }), ...names],
			[],
			api,
		);
		expect(uses.map(({ name }) => name)).toEqual(names.slice(0, 50).map(({ name }) => name));
		expect(more?.otherNames).toBe(11);
	});
});

test('no part of a place is longer than a line', () => {
	const long = 'x'.repeat(100_000);
	const client = { client: 'car-go', package: 'a', version: long, file: 'go.mod', line: 1 };
	const options = Array.from({ length: 100_000 }, (_, index) => `o${String(index)}`);
	const { uses, clients } = keepFirst([aUse({ options, condition: long })], [client], api);
	expect(uses[0]!.options).toBeNull();
	expect(uses[0]!.condition!.length).toBeLessThan(300);
	expect(clients[0]!.version.length).toBeLessThan(300);
	expect(
		keepFirst(
			[],
			Array.from({ length: 80 }, () => client),
			api,
		).more?.clients,
	).toBe(30);
	expect(scanFiles({ [`${'a/'.repeat(300)}a.go`]: 'package a' }).files).toBe(0);
});

test('what is left out is said wherever calls are listed', () => {
	const uses = [...calls(60), ...calls(80, { name: 'Cars.New' })];
	const reading = SourceReading.parse({ ...aReading(), ...keepFirst(uses, [], api) });
	const declared = aDeclaredConsumer();
	const evidence = [{ path: declared.path, reading, trouble: null }];
	const snapshot = aSnapshot({ rows: { evidence } });
	const registry = { site: aSite(), consumers: [declared], api };
	const [consumer] = findConsumers(registry, snapshot, []);
	expect(consumer).toMatchObject({ calls: [{ more: 10 }], unmapped: [{ more: 30 }] });
	expect(findCallFindings([consumer!])).toMatchObject([{ rule: 'call-unmapped', count: 80 }]);
	expect(toExportedConsumer(consumer!, (path) => path)).toMatchObject({
		calls: [{ more: 10 }],
		unmapped: [{ more: 30 }],
		otherUnmapped: 0,
		otherClients: 0,
	});
});

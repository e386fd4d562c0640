import { describe, expect, test } from 'vitest';
import { findConsumers } from '#core/consumers/find-consumers.ts';
import type { Consumer } from '#core/consumers/consumer.ts';
import type { Snapshot } from '#model/snapshot.ts';
import {
	aCommit,
	aDeclaredConsumer,
	anApi,
	anEndpoint,
	aProject,
	aReading,
	aRegistry,
	aSnapshot,
	aUse,
	evidenceOf,
	someCalls,
	someFacts,
	source,
} from '../../../builders.ts';

const path = 'example/cli';
const registry = aRegistry({ consumers: [aDeclaredConsumer({ path })] });
const project = aProject({ path });

function find(snapshot: Snapshot, history = [someCalls()]): Consumer {
	return findConsumers(registry, snapshot, history)[0]!;
}

function read(reading: Parameters<typeof aReading>[0], trouble: string | null = null): Snapshot {
	const evidence = [evidenceOf({ path, reading: aReading(reading), trouble })];
	return aSnapshot({ rows: { consumers: [project], evidence } });
}

describe('the state of a consumer', () => {
	test.each<{ state: Consumer['state']; why: string | null; of: string; snapshot: Snapshot }>([
		{ of: 'a call in a whole reading', snapshot: read({}), state: 'seen', why: null },
		{
			of: 'nothing but a call that is no endpoint',
			snapshot: read({ uses: [aUse({ name: 'Cars.New' })] }),
			state: 'seen',
			why: null,
		},
		{
			of: 'no call in a whole reading',
			snapshot: read({ uses: [] }),
			state: 'not-seen',
			why: null,
		},
		{
			of: 'no call in a part',
			snapshot: read({ uses: [], partial: 'It was cut.' }),
			state: 'partial',
			why: 'It was cut.',
		},
		{
			of: 'a source that was never read',
			snapshot: aSnapshot({
				rows: {
					consumers: [project],
					evidence: [evidenceOf({ path, reading: null, trouble: 'GitLab answered 503.' })],
				},
			}),
			state: 'unknown',
			why: 'GitLab answered 503.',
		},
		{
			of: 'a consumer that is new',
			snapshot: aSnapshot({ rows: { consumers: [project] } }),
			state: 'unknown',
			why: "Its source hasn't been read yet. The next pull reads it.",
		},
		{
			of: 'a list that is missing',
			snapshot: aSnapshot({
				rows: { consumers: [project] },
				lists: { evidence: { state: 'missing', reason: 'Not pulled yet.' } },
			}),
			state: 'unknown',
			why: "The consumers' source hasn't been read yet. Not pulled yet.",
		},
	])('of $of is $state', ({ snapshot, state, why }) => {
		expect(find(snapshot)).toMatchObject({ state, why });
	});

	test.each([
		{ of: 'strangers do not see', consumer: aProject({ path, answer: 'missing-or-private' }) },
		{
			of: 'hides its code',
			consumer: aProject({ path, facts: someFacts({ path, hidden: ['code'] }) }),
		},
	])('of one that $of any more is unknown, whatever was read before', ({ consumer }) => {
		const { rows } = read({});
		const found = find(aSnapshot({ rows: { ...rows, consumers: [consumer] } }));
		expect(found).toMatchObject({ state: 'unknown', reading: null, calls: [], clients: [] });
	});
});

test('paths are compared without regard to case', () => {
	const evidence = [evidenceOf({ path: 'Example/CLI' })];
	expect(find(aSnapshot({ rows: { evidence } })).state).toBe('seen');
});

describe('calls', () => {
	test('are grouped by endpoint in the order of the registry, with their places sorted', () => {
		const { calls } = find(
			read({
				uses: [
					aUse({ name: 'Cars.GetCar', file: 'z.go', line: 1 }),
					aUse({ file: 'b.go', line: 20 }),
					aUse({ file: 'b.go', line: 3 }),
					aUse({ kind: 'graphql', client: null, name: 'Query.cars', file: 'a.go', line: 9 }),
				],
			}),
		);
		const places = calls.map(({ endpoint, places }) => [
			endpoint.id,
			places.map(({ file, line }) => `${file}:${String(line)}`),
		]);
		expect(places).toEqual([
			['list-cars', ['a.go:9', 'b.go:3', 'b.go:20']],
			['get-car', ['z.go:1']],
		]);
	});

	test('that are no endpoint are kept by their names', () => {
		const { calls, unmapped } = find(
			read({
				uses: [
					aUse({ name: 'Cars.Zap', line: 1 }),
					aUse({ name: 'Cars.Add', line: 2 }),
					aUse({ name: 'Cars.Zap', line: 3 }),
				],
			}),
		);
		expect(calls).toEqual([]);
		expect(unmapped.map(({ name, places }) => [name, places.map(({ line }) => line)])).toEqual([
			['Cars.Add', [2]],
			['Cars.Zap', [1, 3]],
		]);
	});

	test('say of how many endpoints a place may be one', () => {
		const api = anApi({
			endpoints: [anEndpoint(), anEndpoint({ id: 'other', method: 'POST', path: '/cars' })],
		});
		const snapshot = read({ uses: [aUse({ kind: 'path', client: null, name: '/cars' })] });
		const [consumer] = findConsumers({ ...registry, api }, snapshot, []);
		expect(
			consumer!.calls.map(({ endpoint, places }) => [endpoint.id, places[0]!.candidates]),
		).toEqual([
			['list-cars', 2],
			['other', 2],
		]);
	});

	test('lead to the line at the commit, whatever the file is called', () => {
		const { calls } = find(read({ uses: [aUse({ file: 'cmd/a #1/näh?.go', line: 7 })] }));
		expect(calls[0]!.places[0]!.url).toBe(
			`${source}/${path}/-/blob/${aCommit}/cmd/a%20%231/n%C3%A4h%3F.go#L7`,
		);
	});

	test('of a project that has moved lead to where it is', () => {
		const facts = someFacts({ path: 'example/moved', webUrl: `${source}/example/moved/` });
		const { rows } = read({});
		const { url, calls } = find(
			aSnapshot({ rows: { ...rows, consumers: [aProject({ path, facts })] } }),
		);
		expect(url).toBe(`${source}/example/moved`);
		expect(calls[0]!.places[0]!.url).toContain(`${source}/example/moved/-/blob/`);
	});

	test('say since when, as far as days were kept', () => {
		const kept = { commit: aCommit, partial: false, endpoints: ['list-cars'], unmapped: [] };
		const { calls } = find(read({}), [someCalls({ consumers: { [path]: kept } })]);
		expect(calls[0]!.since).toEqual({ day: '2026-11-23', isAtLeast: true });
		expect(find(read({}), []).calls[0]!.since).toBeUndefined();
	});
});

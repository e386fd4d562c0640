import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { findConsumers } from '#core/consumers/find-consumers.ts';
import { toConsumersTable, toConsumersExport } from '#core/publish/exports/consumers-export.ts';
import { renderCsv } from '#core/publish/exports/csv.ts';
import { ConsumersExport } from '#model/exports/consumers.ts';
import {
	aCommit,
	aDeclaredConsumer,
	aReading,
	aRegistry,
	aSnapshot,
	aUse,
	evidenceOf,
	pulledAt,
	someCalls,
	source,
} from '../../../../builders.ts';

const host = 'https://pages.example.com';
const registry = aRegistry({
	consumers: ['example/z', 'example/a', 'example/unread', 'example/silent'].map((path) =>
		aDeclaredConsumer({ path, name: path === 'example/a' ? '=1+1' : path }),
	),
});
const calls = { commit: aCommit, partial: false, endpoints: ['list-cars'], unmapped: [] };
const snapshot = aSnapshot({
	rows: {
		evidence: [
			evidenceOf({
				path: 'example/z',
				reading: aReading({
					uses: [
						aUse({ line: 4 }),
						aUse({ line: 2, condition: 'linux' }),
						aUse({ name: 'Cars.CrankCar' }),
						aUse({ name: 'Cars.New' }),
					],
				}),
			}),
			evidenceOf({ path: 'example/a', reading: aReading({ partial: 'It was cut.' }) }),
			evidenceOf({ path: 'example/silent', reading: aReading({ uses: [], clients: [] }) }),
			evidenceOf({ path: 'example/unread', reading: null, trouble: 'GitLab answered 503.' }),
		],
	},
	lists: { libraries: { state: 'missing', reason: 'Not pulled yet.' } },
});
const history = [someCalls({ consumers: { 'example/z': calls } })];
const exported = toConsumersExport({
	site: registry.site,
	about: snapshot.about,
	api: registry.api,
	consumers: findConsumers(registry, snapshot, history),
	addressOf: (path) => host + path,
});
const consumerOf = (path: string) => exported.consumers.find((one) => one.path === path)!;

describe('the JSON', () => {
	test('is of the published shape, with all consumers in the order of their paths', () => {
		expect(ConsumersExport.parse(exported)).toEqual(exported);
		expect(exported.consumers.map(({ path }) => path)).toEqual([
			'example/a',
			'example/silent',
			'example/unread',
			'example/z',
		]);
		expect(exported.snapshot).toMatchObject({
			evidence: { state: 'fresh', pulledAt, reason: null },
			libraries: { state: 'missing', pulledAt: null, reason: 'Not pulled yet.' },
		});
	});

	test('says which endpoints are called, since when, and where', () => {
		const { state, calls: found, unmapped, contact, page } = consumerOf('example/z');
		expect({ state, page, contact: contact.url }).toEqual({
			state: 'seen',
			page: `${host}/consumers/example/z/`,
			contact: `${source}/example/z/-/issues`,
		});
		expect(found).toMatchObject([
			{
				endpoint: 'list-cars',
				since: { day: '2026-11-23', isAtLeast: true },
				methodUnknown: 0,
				places: [
					{ line: 2, condition: 'linux', isCertain: true, isMethodKnown: true },
					{ line: 4, url: `${source}/example/z/-/blob/${aCommit}/internal/list/list.go#L4` },
				],
			},
			{ endpoint: 'crank-car', since: null },
		]);
		expect(unmapped).toMatchObject([{ call: 'Cars.New', places: [{ line: 12 }] }]);
	});

	test('has null where nothing was read, and an empty list where nothing is called', () => {
		expect(consumerOf('example/unread')).toMatchObject({
			state: 'unknown',
			why: 'GitLab answered 503.',
			reading: null,
			clients: null,
			calls: null,
			unmapped: null,
		});
		expect(consumerOf('example/silent')).toMatchObject({
			state: 'not-seen',
			clients: [],
			calls: [],
			unmapped: [],
		});
	});

	test('never calls a client the newest when that is not known', () => {
		expect(consumerOf('example/z').clients).toMatchObject([
			{ version: 'v2.4.0', latest: null, state: 'unknown', behind: null },
		]);
	});

	test('says of deprecated endpoints when they go and what to use instead', () => {
		expect(exported.endpoints.find(({ id }) => id === 'crank-car')).toMatchObject({
			status: 'deprecated',
			deprecatedSince: '19.2',
			removal: '20.0',
			replacement: 'get-car',
			page: `${host}/api/crank-car/`,
		});
	});
});

describe('the CSV', () => {
	const table = toConsumersTable(exported);
	const csv = renderCsv(table);
	const rows: Record<string, string>[] = parse(csv, { columns: true });

	test('has a row for each consumer and what it calls, and one where nothing is known', () => {
		const short = rows.map((row) =>
			['path', 'state', 'endpoint', 'unmapped', 'places', 'removal'].map((name) => row[name]),
		);
		expect(short).toEqual([
			['example/a', 'partial', 'list-cars', '', '1', ''],
			['example/silent', 'not-seen', '', '', '0', ''],
			['example/unread', 'unknown', '', '', '', ''],
			['example/z', 'seen', 'list-cars', '', '2', ''],
			['example/z', 'seen', 'crank-car', '', '1', '20.0'],
			['example/z', 'seen', '', 'Cars.New', '1', ''],
		]);
	});

	test('has no formula, and a name for each column', () => {
		expect(rows[0]!.name).toBe("'=1+1");
		expect(Object.keys(rows[0]!)).toEqual(table.columns.map(({ name }) => name));
		expect(csv.endsWith('\r\n')).toBe(true);
	});
});

import { describe, expect, test } from 'vitest';
import {
	describeCalledSince,
	describeCalls,
	describeClient,
	describeClientNotes,
	describeCount,
	describePlaceOfCall,
	describeSkipped,
	describeUnsure,
	describeWays,
} from '#core/words/consumer-words.ts';
import type { ClientState } from '#core/consumers/client-state.ts';
import type { CallPlace, EndpointCall, UnmappedCall } from '#core/consumers/consumer.ts';
import { aLibrary, anEndpoint, aUse } from '../../../builders.ts';

const place = (change: Partial<CallPlace> = {}): CallPlace => ({
	...aUse(),
	url: 'https://gitlab.example.com/x',
	candidates: 1,
	...change,
});
const call = (...places: CallPlace[]): EndpointCall => ({
	endpoint: anEndpoint(),
	places,
	more: 0,
	methodUnknown: places.filter(({ kind, candidates }) => kind === 'path' && candidates > 1).length,
	since: undefined,
});
const unmapped: UnmappedCall = { name: 'Cars.New', kind: 'method', places: [place()], more: 0 };

describe('calls are counted, and what is not known is not none', () => {
	test.each([
		{ state: 'seen' as const, calls: [call(place())], rest: [], words: '1 endpoint' },
		{
			state: 'partial' as const,
			calls: [call(place()), call(place())],
			rest: [unmapped],
			words: '2 endpoints, and 1 call to no known endpoint',
		},
		{ state: 'not-seen' as const, calls: [], rest: [], words: 'None found' },
		{
			state: 'partial' as const,
			calls: [],
			rest: [],
			words: 'None found in the part we read',
		},
		{ state: 'unknown' as const, calls: [], rest: [], words: 'Not known' },
	])('$state: $words', ({ state, calls, rest, words }) => {
		expect(describeCalls({ state, calls, unmapped: rest })).toBe(words);
	});
});

test('a call by GraphQL alone does not break with REST', () => {
	const graphql = place({ kind: 'graphql', client: null, name: 'Query.cars' });
	expect(describeWays(call(graphql))).toBe(
		"At 1 place, by GraphQL. A change to REST alone doesn't break it.",
	);
	expect(describeWays(call(graphql, place()))).toBe(
		'At 2 places, by a client library and by GraphQL.',
	);
	expect(describeWays({ ...call(place()), more: 149 })).toBe('At 150 places, by a client library.');
});

describe('a path of several endpoints without its method', () => {
	const open = place({ kind: 'path', client: null, name: '/cars/:x', candidates: 2 });

	test('says so, and is counted apart', () => {
		expect(describePlaceOfCall(open)).toBe('/cars/:x; method not known; one of 2 endpoints');
		expect(describeCount(call(open))).toBe('at 1 place, method not known');
		expect(describeCount(call(place(), place(), open))).toBe(
			'at 3 places, at 1 of them the method is not known',
		);
		expect(describeWays(call(open))).toBe(
			"At 1 place, by its path. We don't know the method, so it may be another endpoint of that path.",
		);
	});

	test.each([
		{
			calls: [call(place()), call(open)],
			words: '1 endpoint, maybe 1 endpoint (method not known)',
		},
		{ calls: [call(open)], words: 'maybe 1 endpoint (method not known)' },
		{ calls: [call(place(), open)], words: '1 endpoint' },
	])('$words', ({ calls, words }) => {
		expect(describeCalls({ state: 'seen', calls, unmapped: [] })).toBe(words);
	});
});

test('since when says what is not known', () => {
	expect(describeCalledSince({ day: '2026-11-09', isAtLeast: false })).toBe(
		'Called since 9 November 2026.',
	);
	expect(describeCalledSince({ day: '2026-11-09', isAtLeast: true })).toBe(
		'Called since at least 9 November 2026; we have no data from before.',
	);
	expect(describeCalledSince(undefined)).toBe("We don't know yet since when.");
});

describe('a client library', () => {
	const client: ClientState = {
		used: {
			client: 'car-go',
			package: 'example.com/car-go',
			version: 'v2.4.0',
			file: 'go.mod',
			line: 6,
		},
		library: aLibrary(),
		isReplaced: false,
		latest: 'v2.9.1',
		asOf: null,
		age: { state: 'behind', behind: { part: 'minor', count: 5 } },
	};

	test('says its version and how far behind it is', () => {
		expect(describeClient(client)).toEqual({
			name: 'car-go v2.4.0',
			state: '5 minor versions behind v2.9.1',
		});
	});

	test('says of which day the newest version is that a later pull has kept', () => {
		const asOf = '2026-11-05T08:30:00Z';
		expect(describeClient({ ...client, asOf }).state).toBe(
			'5 minor versions behind v2.9.1, as of 5 November 2026',
		);
	});

	test('says that it is retired, replaced, or not to be compared', () => {
		const age = { state: 'unknown', why: 'Another package stands in its place.' } as const;
		const odd = { ...client, library: aLibrary({ retired: true }), isReplaced: true, age };
		expect(describeClient(odd).state).toBe('Age not known; no longer developed');
		expect(describeClientNotes(odd)).toEqual([
			'car-go is no longer developed.',
			'It replaces car-go.',
			'Another package stands in its place.',
		]);
	});
});

test('a place says when it counts, and when it cannot be told what it calls', () => {
	expect(describePlaceOfCall(place())).toBe('Cars.ListCars of car-go');
	expect(describePlaceOfCall(place({ condition: 'linux', candidates: 3 }))).toBe(
		'Cars.ListCars of car-go; only where linux is built; one of 3 endpoints',
	);
	expect(describePlaceOfCall(place({ kind: 'path', client: null, name: 'GET /cars' }))).toBe(
		'GET /cars',
	);
});

test('files that were left out are counted by kind', () => {
	expect(describeSkipped({ tests: 12, mocks: 0, vendored: 0, generated: 2 })).toBe(
		'test files: 12, generated or minified files: 2',
	);
	expect(describeSkipped({ tests: 0, mocks: 0, vendored: 0, generated: 0 })).toBeNull();
});

test('why more may be called than is known', () => {
	expect(
		describeUnsure({
			state: 'partial',
			why: 'It was cut.',
			trouble: 'It was cut.',
			unmapped: [unmapped],
		}),
	).toBe('We could only read part of its source. It was cut. It has 1 call to no known endpoint.');
	expect(
		describeUnsure({ state: 'unknown', why: 'GitLab answered 503.', trouble: null, unmapped: [] }),
	).toBe('GitLab answered 503.');
	const seen = { state: 'seen', why: null, unmapped: [] } as const;
	expect(describeUnsure({ ...seen, trouble: 'GitLab answered 503.' })).toBe(
		"We couldn't read its newest commit. GitLab answered 503.",
	);
	expect(describeUnsure({ ...seen, trouble: null })).toBe('');
});

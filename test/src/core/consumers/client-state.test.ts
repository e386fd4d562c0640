import { describe, expect, test } from 'vitest';
import { toClientState } from '#core/consumers/client-state.ts';
import type { LibraryVersion, UsedClient } from '#model/evidence.ts';
import { aLibrary, anApi, aProjectPath } from '../../../builders.ts';

const api = anApi();

function used(change: Partial<UsedClient> = {}): UsedClient {
	return {
		client: 'car-go',
		package: 'example.com/car-go/v2',
		version: 'v2.4.0',
		file: 'go.mod',
		line: 6,
		...change,
	};
}

function newest(tag: string | null): LibraryVersion {
	return {
		client: 'car-go',
		project: aProjectPath('example/car-go'),
		latest: tag === null ? null : { kind: 'release', tag, releasedAt: null },
	};
}

const judge = (version: string, latest = 'v2.9.1') =>
	toClientState(used({ version }), api, { rows: [newest(latest)], state: 'fresh' }).age;

describe('a required version against the newest', () => {
	test.each([
		{ version: 'v2.9.1', age: { state: 'newest' } },
		{ version: 'v2.4.0', age: { state: 'behind', behind: { part: 'minor', count: 5 } } },
		{ version: 'v1.0.0', age: { state: 'behind', behind: { part: 'major', count: 1 } } },
		{ version: 'v3.0.0', age: { state: 'ahead' } },
		{ version: '^2.4.0', age: { state: 'newest' } },
		{ version: '~2.4.0', age: { state: 'behind', behind: { part: 'minor', count: 5 } } },
		{ version: '^1.2.0', age: { state: 'behind', behind: { part: 'major', count: 1 } } },
	])('$version is $age.state', ({ version, age }) => {
		expect(judge(version)).toEqual(age);
	});

	test.each([
		{ version: 'v2.0.0-20260102030405-0123456789ab', why: 'a commit of Go without a version' },
		{ version: 'v2.4.1-0.20260102030405-0123456789ab', why: 'a commit after a version' },
		{ version: 'workspace:*', why: 'no version at all' },
		{ version: 'latest', why: 'a tag of npm' },
	])('$version cannot be told: $why', ({ version }) => {
		expect(judge(version).state).toBe('unknown');
	});
});

describe('the newest version is not known', () => {
	test.each([
		{
			why: 'the list is missing',
			versions: { rows: [], state: 'missing' as const },
			says: "The newest versions haven't been pulled yet.",
		},
		{
			why: 'nobody has asked for it yet',
			versions: { rows: [], state: 'fresh' as const },
			says: 'The next pull asks for its newest version.',
		},
		{
			why: 'none is out',
			versions: { rows: [newest(null)], state: 'fresh' as const },
			says: 'GitLab shows no released version of it.',
		},
		{
			why: 'GitLab failed to answer',
			versions: {
				rows: [
					{
						...newest(null),
						unanswered: [{ part: 'releases' as const, keptFrom: null, why: 'GET /x failed.' }],
					},
				],
				state: 'fresh' as const,
			},
			says: 'GitLab failed to answer for its versions. GET /x failed.',
		},
	])('when $why', ({ versions, says }) => {
		expect(toClientState(used(), api, versions)).toMatchObject({
			latest: null,
			age: { state: 'unknown', why: says },
		});
	});

	test('when the registry names no project that makes it', () => {
		const clients = [aLibrary({ project: undefined })];
		const { age } = toClientState(used(), anApi({ clients }), { rows: [], state: 'fresh' });
		expect(age).toMatchObject({
			state: 'unknown',
			why: expect.stringContaining("doesn't name its project") as string,
		});
	});

	test('when the library is declared no more', () => {
		const state = toClientState(used({ client: 'gone' }), api, { rows: [], state: 'fresh' });
		expect(state.library).toBeUndefined();
		expect(state.age.state).toBe('unknown');
	});
});

test('a version that a later pull has kept has its day', () => {
	const keptFrom = '2026-11-05T08:30:00Z';
	const unanswered = [{ part: 'releases' as const, keptFrom, why: 'GET /x failed.' }];
	const kept = { ...newest('v2.9.1'), unanswered };
	const stateOf = (row: LibraryVersion) =>
		toClientState(used(), api, { rows: [row], state: 'fresh' });
	expect(stateOf(kept)).toMatchObject({ latest: 'v2.9.1', asOf: keptFrom });
	expect(stateOf(newest('v2.9.1')).asOf).toBeNull();
});

test('a package in the place of the library has versions of its own', () => {
	const versions = { rows: [newest('v2.9.1')], state: 'fresh' as const };
	const fork = toClientState(used({ package: 'example.com/fork' }), api, versions);
	expect(fork).toMatchObject({ isReplaced: true, age: { state: 'unknown' } });
	for (const name of ['example.com/car-go', 'example.com/car-go/v2', 'example.com/car-go/v17']) {
		expect(toClientState(used({ package: name }), api, versions).isReplaced, name).toBe(false);
	}
	const lookalike = used({ package: 'example.com/car-go/vendor' });
	expect(toClientState(lookalike, api, versions).isReplaced).toBe(true);
});

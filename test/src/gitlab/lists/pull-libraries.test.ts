import { describe, expect, test } from 'vitest';
import { pullLibraries } from '#gitlab/lists/api-pullers.ts';
import { LibraryVersion } from '#model/evidence.ts';
import type { ClientLibrary } from '#model/api.ts';
import type { Snapshot } from '#model/snapshot.ts';
import { aLibrary, aProjectPath, aSnapshot } from '../../../builders.ts';
import { aWorldProject, aWorldTag } from '../../../gitlab/small-world.ts';
import { counter, startSmallGitLab } from '../small-gitlab.ts';

const project = 'example/car-go';
const tags = ['v1.9.0', 'v2.10.0', 'v2.9.0', 'v3.0.0-rc1', 'nightly'].map((name) =>
	aWorldTag({ name, committedAt: '2026-02-19T08:00:00.000Z' }),
);
const startWith = (change: Parameters<typeof aWorldProject>[0] = {}) =>
	startSmallGitLab({ projects: [aWorldProject({ path: project, tags, ...change })] });

function pullFrom(
	{ client }: Pick<Awaited<ReturnType<typeof startWith>>, 'client'>,
	libraries: ClientLibrary[],
	lastGood?: Snapshot,
) {
	return pullLibraries(client, libraries, lastGood, () => undefined);
}

describe('the newest version of a library', () => {
	test('is its highest tag that is a version, in one request', async () => {
		await using gitlab = await startWith();
		const { steps, step } = counter();
		const { rows } = await pullLibraries(gitlab.client, [aLibrary({ project })], undefined, step);
		expect(rows.map((row) => LibraryVersion.parse(row))).toEqual([
			{
				client: 'car-go',
				project,
				latest: { kind: 'tag', tag: 'v2.10.0', releasedAt: '2026-02-19T08:00:00Z' },
			},
		]);
		expect(gitlab.asked()).toHaveLength(1);
		expect(steps.count).toBe(1);
	});

	test('is none where there are no versions', async () => {
		await using gitlab = await startWith({ tags: [aWorldTag({ name: 'nightly' })] });
		const { rows } = await pullFrom(gitlab, [aLibrary({ project })]);
		expect(rows[0]?.latest).toBeNull();
	});

	test.each([
		{ why: 'is private', change: { visibility: 'private' as const } },
		{ why: 'hides its code', change: { hidden: ['repository' as const] } },
		{ why: 'is gone', change: { path: 'example/other' } },
	])('is none when the project $why', async ({ change }) => {
		await using gitlab = await startWith(change);
		const { rows } = await pullFrom(gitlab, [aLibrary({ project })]);
		expect(rows).toEqual([{ client: 'car-go', project, latest: null }]);
	});

	test('of one whose project nobody has declared is not asked for', async () => {
		await using gitlab = await startWith();
		const libraries = [aLibrary({ project: undefined })];
		expect((await pullFrom(gitlab, libraries)).rows).toEqual([]);
		expect(gitlab.asked()).toEqual([]);
	});

	test('fails the list when GitLab fails for most of them', async () => {
		await using gitlab = await startWith();
		gitlab.refuse(/\/tags/, 400);
		const libraries = [aLibrary({ project }), aLibrary({ id: 'other', project })];
		await expect(pullFrom(gitlab, libraries)).rejects.toThrow('answered 400');
	});
});

describe('a library for which GitLab fails to answer, beside another one', () => {
	const libraries = [
		aLibrary({ project }),
		aLibrary({ id: 'bike-go', project: 'example/bike-go' }),
	];
	const latest = { kind: 'tag' as const, tag: 'v2.9.0', releasedAt: '2026-02-01T08:00:00Z' };
	const failing = async (rows: LibraryVersion[], pulledAt = '2026-03-02T12:00:00Z') => {
		await using gitlab = await startWith({ path: 'example/bike-go' });
		gitlab.refuse(/car-go\/repository\/tags/, 500);
		const lists = { libraries: { state: 'fresh' as const, rows: rows.length, pulledAt } };
		return await pullFrom(gitlab, libraries, aSnapshot({ lists, rows: { libraries: rows } }));
	};
	const before = LibraryVersion.parse({ client: 'car-go', project, latest });

	test('keeps its last good version with its day, as long as it fails', async () => {
		const first = await failing([before]);
		expect(first.rows.map((row) => LibraryVersion.parse(row))).toEqual([
			{
				...before,
				unanswered: [
					{
						part: 'releases',
						keptFrom: '2026-03-02T12:00:00Z',
						why: expect.stringContaining('answered 500: ') as string,
					},
				],
			},
			{
				client: 'bike-go',
				project: 'example/bike-go',
				latest: { ...latest, tag: 'v2.10.0', releasedAt: '2026-02-19T08:00:00Z' },
			},
		]);
		expect(first.partial).toMatch(
			/^GitLab failed to answer for 1 project: example\/car-go \(releases\)\./,
		);
		const second = await failing(first.rows, '2026-03-03T12:00:00Z');
		expect(second.rows[0]).toMatchObject({
			latest,
			unanswered: [{ keptFrom: '2026-03-02T12:00:00Z' }],
		});
	});

	test.each([
		{ why: 'nothing is known of it', rows: [] },
		{
			why: 'it was in another project',
			rows: [{ ...before, project: aProjectPath('example/old') }],
		},
	])('has none where $why', async ({ rows }) => {
		const pulled = await failing(rows);
		expect(pulled.rows[0]).toMatchObject({ latest: null, unanswered: [{ keptFrom: null }] });
	});
});

import { describe, expect, test } from 'vitest';
import { pullLibraries } from '#gitlab/lists/api-pullers.ts';
import { LibraryVersion } from '#model/evidence.ts';
import { aLibrary } from '../../../builders.ts';
import { aWorldProject, aWorldTag } from '../../../gitlab/small-world.ts';
import { counter, startSmallGitLab } from '../small-gitlab.ts';

const project = 'example/car-go';
const tags = ['v1.9.0', 'v2.10.0', 'v2.9.0', 'v3.0.0-rc1', 'nightly'].map((name) =>
	aWorldTag({ name, committedAt: '2026-02-19T08:00:00.000Z' }),
);
const startWith = (change: Parameters<typeof aWorldProject>[0] = {}) =>
	startSmallGitLab({ projects: [aWorldProject({ path: project, tags, ...change })] });

describe('the newest version of a library', () => {
	test('is its highest tag that is a version, in one request', async () => {
		await using gitlab = await startWith();
		const { steps, step } = counter();
		const rows = await pullLibraries(gitlab.client, [aLibrary({ project })], step);
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
		const [row] = await pullLibraries(gitlab.client, [aLibrary({ project })], () => undefined);
		expect(row?.latest).toBeNull();
	});

	test.each([
		{ why: 'is private', change: { visibility: 'private' as const } },
		{ why: 'hides its code', change: { hidden: ['repository' as const] } },
		{ why: 'is gone', change: { path: 'example/other' } },
	])('is none when the project $why', async ({ change }) => {
		await using gitlab = await startWith(change);
		const rows = await pullLibraries(gitlab.client, [aLibrary({ project })], () => undefined);
		expect(rows).toEqual([{ client: 'car-go', project, latest: null }]);
	});

	test('of one whose project nobody has declared is not asked for', async () => {
		await using gitlab = await startWith();
		const libraries = [aLibrary({ project: undefined })];
		expect(await pullLibraries(gitlab.client, libraries, () => undefined)).toEqual([]);
		expect(gitlab.asked()).toEqual([]);
	});

	test('fails the list when GitLab fails', async () => {
		await using gitlab = await startWith();
		gitlab.refuse(/\/tags/, 400);
		const libraries = [aLibrary({ project }), aLibrary({ id: 'other', project })];
		const pull = pullLibraries(gitlab.client, libraries, () => undefined);
		await expect(pull).rejects.toThrow('answered 400');
	});
});

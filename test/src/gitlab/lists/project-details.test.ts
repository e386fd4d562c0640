import { describe, expect, test } from 'vitest';
import { pullPipeline, pullSourceDetails } from '#gitlab/lists/project-details.ts';
import { aProjectPath } from '../../../builders.ts';
import {
	aWorldPipeline,
	aWorldProject,
	aWorldRelease,
	aWorldTag,
} from '../../../gitlab/small-world.ts';
import type { WorldProject } from '../../../gitlab/world.ts';
import { startSmallGitLab } from '../small-gitlab.ts';

const now = '2026-03-04T12:00:00Z';

async function startWith(change: Partial<WorldProject> = {}) {
	const project = aWorldProject(change);
	const gitlab = await startSmallGitLab({ projects: [project] });
	const asked = {
		id: project.id,
		path: aProjectPath(project.path),
		defaultBranch: project.defaultBranch,
		hidesCode: false,
	};
	return {
		...gitlab,
		[Symbol.asyncDispose]: gitlab[Symbol.asyncDispose],
		details: () => pullSourceDetails(gitlab.client, asked, now),
		pipeline: () => pullPipeline(gitlab.client, asked),
	};
}

describe('the details of a project', () => {
	test('that shows all are complete, with nothing hidden', async () => {
		await using gitlab = await startWith();
		expect(await gitlab.details()).toEqual({
			languages: [
				{ name: 'Go', share: 90 },
				{ name: 'Shell', share: 10 },
			],
			latestVersion: { kind: 'release', tag: 'v1.2.0', releasedAt: '2026-02-19T08:00:00Z' },
			upcomingRelease: null,
			releaseDates: ['2026-02-19T08:00:00Z'],
			hidden: [],
			failed: {},
		});
	});

	test.each([
		{ match: /\/languages/, part: 'languages', empty: { languages: [] } },
		{
			match: /\/(releases|tags)/,
			part: 'releases',
			empty: { latestVersion: null, releaseDates: [] },
		},
	])('without its $part are an answer', async ({ match, part, empty }) => {
		for (const status of [401, 403]) {
			await using gitlab = await startWith();
			gitlab.refuse(match, status);
			const details = await gitlab.details();
			expect(details).toMatchObject(empty);
			expect(details.hidden).toEqual([part]);
		}
	});

	test.each([
		{ match: /\/languages/, why: 'languages' },
		{ match: /\/releases/, why: 'releases' },
	])('lack what GitLab failed to answer, which is not hidden: $why', async ({ match, why }) => {
		await using gitlab = await startWith();
		gitlab.refuse(match, 400);
		const { hidden, failed } = await gitlab.details();
		expect(hidden).toEqual([]);
		expect(Object.entries(failed)).toMatchObject([
			[why, { why: expect.stringMatching(/answered 400/) as string }],
		]);
	});

	test('say which answer has the wrong shape', async () => {
		await using gitlab = await startWith();
		gitlab.say(/\/languages/, ['Go']);
		expect((await gitlab.details()).failed.languages?.why).toBe(
			"GitLab's answer to the languages of platform/billing-api is not valid.",
		);
	});

	test('of an empty repository are none, and not hidden', async () => {
		await using gitlab = await startWith({
			defaultBranch: null,
			languages: {},
			releases: [],
			tags: [],
			files: {},
		});
		expect(await gitlab.details()).toEqual({
			languages: [],
			latestVersion: null,
			upcomingRelease: null,
			releaseDates: [],
			hidden: [],
			failed: {},
		});
	});
});

describe('the latest version', () => {
	test('is a release where there is one: nobody asks for tags', async () => {
		await using gitlab = await startWith({ tags: [aWorldTag({ name: 'v9.9.9' })] });
		expect((await gitlab.details()).latestVersion?.tag).toBe('v1.2.0');
		expect(gitlab.asked().filter((path) => path.includes('/tags'))).toEqual([]);
	});

	test('is the highest tag where there is none', async () => {
		const tags = ['v1.9.0', 'v1.10.0', 'latest'].map((name) => aWorldTag({ name }));
		await using gitlab = await startWith({ releases: [], tags });
		expect((await gitlab.details()).latestVersion).toEqual({
			kind: 'tag',
			tag: 'v1.10.0',
			releasedAt: '2026-02-19T08:00:00Z',
		});
	});

	test('is a tag beside an upcoming release', async () => {
		const releases = [aWorldRelease({ tag: 'v2.0.0', releasedAt: '2026-04-01T00:00:00.000Z' })];
		await using gitlab = await startWith({ releases });
		expect(await gitlab.details()).toMatchObject({
			latestVersion: { kind: 'tag', tag: 'v1.2.0' },
			upcomingRelease: { kind: 'release', tag: 'v2.0.0', releasedAt: '2026-04-01T00:00:00Z' },
		});
	});

	test('is looked for behind a page of upcoming releases', async () => {
		const upcoming = Array.from({ length: 20 }, (_, index) =>
			aWorldRelease({ tag: `v2.${String(index)}.0`, releasedAt: '2026-04-01T00:00:00.000Z' }),
		);
		await using gitlab = await startWith({ releases: [...upcoming, aWorldRelease()] });
		expect((await gitlab.details()).latestVersion).toMatchObject({
			kind: 'release',
			tag: 'v1.2.0',
		});
	});

	test('takes one page of releases as a rule, however many there are', async () => {
		const releases = Array.from({ length: 30 }, (_, index) =>
			aWorldRelease({ tag: `v1.${String(index)}.0` }),
		);
		await using gitlab = await startWith({ releases });
		await gitlab.details();
		expect(gitlab.asked().filter((path) => path.includes('/releases'))).toHaveLength(1);
	});

	test('is a tag where releases are hidden, which is said', async () => {
		await using gitlab = await startWith({ hidden: ['releases'] });
		expect(await gitlab.details()).toMatchObject({
			latestVersion: { kind: 'tag', tag: 'v1.2.0' },
			hidden: ['releases'],
		});
	});

	test('is not "none" where releases are hidden and no tag is a version', async () => {
		await using gitlab = await startWith({ hidden: ['releases'], tags: [] });
		expect(await gitlab.details()).toMatchObject({ latestVersion: null, hidden: ['releases'] });
	});

	test('is not told where the code is hidden: releases come without their tags', async () => {
		await using gitlab = await startWith({ hidden: ['repository'] });
		const { latestVersion, hidden } = await gitlab.details();
		expect(latestVersion).toBeNull();
		expect(hidden).toContain('releases');
	});

	test.each([
		{ named: (index: number) => `v1.${String(index)}.0`, tag: 'v1.449.0', pages: 1 },
		{ named: (index: number) => `z${String(index)}`, tag: undefined, pages: 3 },
		{ named: (index: number) => `v1.${String(index)}.0-rc1`, tag: 'v1.449.0-rc1', pages: 3 },
	])('is $tag of 450 tags, on $pages pages', async ({ named, tag, pages }) => {
		const tags = Array.from({ length: 450 }, (_, index) => aWorldTag({ name: named(index) }));
		await using gitlab = await startWith({ releases: [], tags });
		expect((await gitlab.details()).latestVersion?.tag).toBe(tag);
		expect(gitlab.asked().filter((path) => path.includes('/tags'))).toHaveLength(pages);
	});
});

describe('languages', () => {
	test('come largest first, equals by name', async () => {
		await using gitlab = await startWith({ languages: { Shell: 10, Go: 80, Awk: 10 } });
		const { languages } = await gitlab.details();
		expect(languages.map(({ name }) => name)).toEqual(['Go', 'Awk', 'Shell']);
	});

	test('leave out a share that is none', async () => {
		await using gitlab = await startWith();
		gitlab.say(/\/languages/, { Go: 97, Shell: null });
		expect((await gitlab.details()).languages).toEqual([{ name: 'Go', share: 97 }]);
	});
});

describe('the dates of versions', () => {
	const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
	const dates = months
		.map((month) => `2025-${month}-01T00:00:00Z`)
		.toReversed()
		.slice(0, 10);

	test('are those of the newest ten releases that are out, newest first', async () => {
		const releases = months.map((month) =>
			aWorldRelease({ tag: `v1.${month}`, releasedAt: `2025-${month}-01T00:00:00.000Z` }),
		);
		const upcoming = aWorldRelease({ tag: 'v2.0.0', releasedAt: '2026-04-01T00:00:00.000Z' });
		await using gitlab = await startWith({ releases: [upcoming, ...releases] });
		expect((await gitlab.details()).releaseDates).toEqual(dates);
	});

	test('are those of tags that are versions where there are no releases', async () => {
		const tags = months.map((month, index) =>
			aWorldTag({
				name: `v1.${String(20 - index)}.0`,
				committedAt: `2025-${month}-01T00:00:00.000Z`,
			}),
		);
		const other = aWorldTag({ name: 'nightly', committedAt: '2026-01-01T00:00:00.000Z' });
		await using gitlab = await startWith({ releases: [], tags: [other, ...tags] });
		expect((await gitlab.details()).releaseDates).toEqual(dates);
	});
});

describe('the pipeline', () => {
	test('is the newest of the default branch', async () => {
		await using gitlab = await startWith({
			pipelines: [
				aWorldPipeline({ id: 1, status: 'success' }),
				aWorldPipeline({ id: 3, status: 'running', ref: 'feature' }),
				aWorldPipeline({ id: 2, status: 'failed' }),
			],
		});
		expect(await gitlab.pipeline()).toMatchObject({
			value: { status: 'failed', updatedAt: '2026-03-01T08:10:00Z' },
		});
		expect(gitlab.asked()).toHaveLength(1);
	});

	test('is none where there is none, and where there is no branch', async () => {
		await using gitlab = await startWith({ pipelines: [] });
		expect(await gitlab.pipeline()).toEqual({ value: null });
		await using empty = await startWith({ defaultBranch: null });
		expect(await empty.pipeline()).toEqual({ value: null });
		expect(empty.asked()).toEqual([]);
	});

	test('is hidden where GitLab keeps it from strangers', async () => {
		await using gitlab = await startWith({ hidden: ['pipelines'] });
		expect(await gitlab.pipeline()).toBe('hidden');
	});

	test('is kept with a status that is not told', async () => {
		await using gitlab = await startWith();
		gitlab.say(/\/pipelines/, [{ id: 1, web_url: 'javascript:alert(1)' }]);
		expect(await gitlab.pipeline()).toEqual({
			value: { status: 'unknown', updatedAt: null, webUrl: null },
		});
	});

	test('is no pipeline that there is none of when GitLab fails', async () => {
		await using gitlab = await startWith();
		gitlab.refuse(/\/pipelines/, 400);
		expect(await gitlab.pipeline()).toMatchObject({
			why: expect.stringMatching(/answered 400/) as string,
		});
	});
});

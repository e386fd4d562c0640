import { describe, expect, test } from 'vitest';
import { pullDefaultHead, pullHead } from '#gitlab/lists/pull-head.ts';
import { InvalidDataError } from '#model/parse.ts';
import { aCommit, aProjectPath } from '../../../builders.ts';
import { headOf } from '../../../gitlab/entities/commit-entity.ts';
import { aWorldProject } from '../../../gitlab/small-world.ts';
import { startSmallGitLab } from '../small-gitlab.ts';

const project = aWorldProject({ defaultBranch: 'stable/main' });
const path = aProjectPath(project.path);
const head = { commit: headOf(project), committedAt: '2026-03-01T08:00:00Z' };
const place = { id: project.id, path, branch: 'stable/main' };
const start = () => startSmallGitLab({ projects: [project] });

describe('the newest commit', () => {
	test('of a branch is one request, without anybody who has made it', async () => {
		await using gitlab = await start();
		expect(await pullHead(gitlab.client, place)).toEqual(head);
		expect(gitlab.asked()).toHaveLength(1);
	});

	test('of the default branch is one request, whatever the branch is called', async () => {
		await using gitlab = await start();
		expect(await pullDefaultHead(gitlab.client, path)).toEqual(head);
		expect(gitlab.asked()).toHaveLength(1);
	});

	test('may be without a date', async () => {
		await using gitlab = await start();
		gitlab.say(/\/branches/, { commit: { id: aCommit, committed_date: 'soon' } });
		expect(await pullHead(gitlab.client, place)).toEqual({ commit: aCommit, committedAt: null });
	});

	test('is never something else than a number', async () => {
		await using gitlab = await start();
		gitlab.say(/\/branches/, { commit: { id: 'main' } });
		await expect(pullHead(gitlab.client, place)).rejects.toThrow(InvalidDataError);
	});

	test('of a branch that is not there is none', async () => {
		await using gitlab = await start();
		const pull = pullHead(gitlab.client, { ...place, branch: 'gone' });
		await expect(pull).rejects.toThrow('404 Branch Not Found');
	});
});

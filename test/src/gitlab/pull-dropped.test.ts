import { expect, test } from 'vitest';
import { pullDropped } from '#gitlab/pull-dropped.ts';
import { aProjectPath } from '../../builders.ts';
import { aWorldIssue, aWorldProject } from '../../gitlab/small-world.ts';
import { startSmallGitLab } from './small-gitlab.ts';

const project = aProjectPath('platform/billing-api');
const missing = (...iids: number[]) => iids.map((iid) => ({ project, iid }));

test('an issue is found wherever it is now, and one that strangers may not see is not', async () => {
	await using gitlab = await startSmallGitLab({
		issues: [
			aWorldIssue({ iid: 1, title: 'In no milestone', milestoneId: null, labels: [] }),
			aWorldIssue({ iid: 2, title: 'Secret', confidential: true }),
			aWorldIssue({ iid: 3, title: 'Not asked for' }),
		],
	});
	const found = await pullDropped(gitlab.client, missing(1, 2, 99));
	expect(found.map(({ title, milestone }) => ({ title, milestone }))).toEqual([
		{ title: 'In no milestone', milestone: null },
	]);
	expect(gitlab.asked()).toHaveLength(1);
});

test('a project that is not shown any more has none, and others have theirs', async () => {
	await using gitlab = await startSmallGitLab({
		projects: [
			aWorldProject(),
			aWorldProject({ id: 2, path: 'platform/hidden', visibility: 'private' }),
		],
		issues: [
			aWorldIssue({ iid: 1 }),
			aWorldIssue({ id: 2, iid: 1, project: 'platform/hidden', title: 'Secret' }),
		],
	});
	const found = await pullDropped(gitlab.client, [
		{ project: aProjectPath('platform/hidden'), iid: 1 },
		...missing(1),
	]);
	expect(found.map((issue) => issue.project)).toEqual(['platform/billing-api']);
});

test('many are asked for in parts, none of them twice', async () => {
	const iids = Array.from({ length: 120 }, (_, index) => index + 1);
	await using gitlab = await startSmallGitLab({
		issues: iids.map((iid) => aWorldIssue({ id: iid, iid })),
	});
	const found = await pullDropped(gitlab.client, missing(...iids));
	expect(found.map(({ iid }) => iid).toSorted((a, b) => a - b)).toEqual(iids);
	expect(gitlab.asked()).toHaveLength(3);
});

test('nothing is asked for when nothing is missing', async () => {
	await using gitlab = await startSmallGitLab();
	expect(await pullDropped(gitlab.client, [])).toEqual([]);
	expect(gitlab.asked()).toEqual([]);
});

test('a failure is no answer: whoever asks must not take the issues for hidden', async () => {
	await using gitlab = await startSmallGitLab();
	gitlab.refuse(/\/issues/, 500);
	await expect(pullDropped(gitlab.client, missing(1))).rejects.toThrow('500');
});

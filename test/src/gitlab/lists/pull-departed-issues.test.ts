import { describe, expect, test } from 'vitest';
import { pullDepartedIssues } from '#gitlab/lists/pull-departed-issues.ts';
import { anIssue } from '../../../builders.ts';
import { aWorldIssue, aWorldMilestone, aWorldProject } from '../../../gitlab/small-world.ts';
import { startSmallGitLab } from '../small-gitlab.ts';

const project = 'platform/billing-api';
const was = (iid: number, milestone: string | null = '18.6') =>
	anIssue({ project, iid, milestone });
const wasFormer = (iid: number, formerMilestone: string) => ({
	...was(iid, null),
	formerMilestone,
});
const asked = ['18.6', '18.7'];
const nothing = { issues: [], departedIssues: [] };

const later = aWorldMilestone({ id: 77, title: '19.3' });

describe('an issue that was in a milestone of the plan', () => {
	test('is asked for, and is where it is now', async () => {
		await using gitlab = await startSmallGitLab({
			milestones: [aWorldMilestone(), later],
			issues: [
				aWorldIssue({ id: 1, iid: 7, milestoneId: null }),
				aWorldIssue({ id: 2, iid: 8, milestoneId: 77 }),
				aWorldIssue({ id: 3, iid: 9, milestoneId: null }),
			],
		});
		const known = { issues: [was(7), was(8)], departedIssues: [] };
		const { rows, gone } = await pullDepartedIssues(gitlab.client, known, asked, []);
		expect(
			rows.map(({ iid, milestone, formerMilestone }) => [iid, milestone, formerMilestone]),
		).toEqual(
			expect.arrayContaining([
				[7, null, '18.6'],
				[8, '19.3', '18.6'],
			]),
		);
		expect(rows).toHaveLength(2);
		expect(gone.size).toBe(0);
		expect(gitlab.asked()).toHaveLength(1);
	});

	test('is not asked for when it is there still, or its milestone is asked for no more', async () => {
		await using gitlab = await startSmallGitLab();
		const known = { issues: [was(7), was(8, '18.5'), was(9, null)], departedIssues: [] };
		expect(await pullDepartedIssues(gitlab.client, known, asked, [was(7)])).toEqual({
			rows: [],
			gone: new Set(),
		});
		expect(gitlab.asked()).toEqual([]);
	});

	test('is followed for as long as the milestone that it left is asked for', async () => {
		await using gitlab = await startSmallGitLab({
			issues: [aWorldIssue({ id: 1, iid: 7, milestoneId: null })],
		});
		const pull = (formerMilestone: string) =>
			pullDepartedIssues(
				gitlab.client,
				{ ...nothing, departedIssues: [wasFormer(7, formerMilestone)] },
				asked,
				[],
			);
		expect((await pull('18.7')).rows).toMatchObject([{ iid: 7, formerMilestone: '18.7' }]);
		expect((await pull('18.5')).rows).toEqual([]);
		expect(gitlab.asked()).toHaveLength(1);
	});
});

describe('nothing is kept of an issue', () => {
	test('that has become confidential, or is gone', async () => {
		await using gitlab = await startSmallGitLab({
			issues: [aWorldIssue({ id: 1, iid: 7, milestoneId: null, confidential: true })],
		});
		const known = { ...nothing, issues: [was(7), was(8)] };
		const { rows, gone } = await pullDepartedIssues(gitlab.client, known, asked, []);
		expect(rows).toEqual([]);
		expect([...gone]).toEqual([`${project}#7`, `${project}#8`]);
	});

	test('whose project strangers do not see any more', async () => {
		await using gitlab = await startSmallGitLab({
			projects: [aWorldProject({ visibility: 'private' })],
			issues: [aWorldIssue({ id: 1, iid: 7, milestoneId: null })],
		});
		const known = { ...nothing, issues: [was(7)] };
		const { rows, gone } = await pullDepartedIssues(gitlab.client, known, asked, []);
		expect(rows).toEqual([]);
		expect([...gone]).toEqual([`${project}#7`]);
		expect(gitlab.asked()).toHaveLength(1);
	});
});

test('a failure is one: then nobody knows which of them were dropped', async () => {
	await using gitlab = await startSmallGitLab();
	gitlab.say(/\/issues/, [{}]);
	const known = { ...nothing, issues: [was(7)] };
	await expect(pullDepartedIssues(gitlab.client, known, asked, [])).rejects.toThrow(
		'the issues of platform/billing-api that were in the plan',
	);
});

test('many issues take a request for each hundred of a project', async () => {
	await using gitlab = await startSmallGitLab();
	const known = { ...nothing, issues: Array.from({ length: 101 }, (_, index) => was(index + 1)) };
	await pullDepartedIssues(gitlab.client, known, asked, []);
	expect(gitlab.asked()).toHaveLength(2);
});

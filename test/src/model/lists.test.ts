import { expect, test } from 'vitest';
import { lists } from '#model/snapshot.ts';
import { aMember, aMilestone, anIssue, aProject, aRosterRow } from '../../builders.ts';

test('projects stand by path', () => {
	const rows = [aProject({ path: 'example/b' }), aProject({ path: 'example/a' })];
	expect(lists.projects.sort(rows).map(({ path }) => path)).toEqual(['example/a', 'example/b']);
});

test('milestones stand by number', () => {
	const rows = [aMilestone({ title: '19.10' }), aMilestone({ title: '19.9' })];
	expect(lists.milestones.sort(rows).map(({ title }) => title)).toEqual(['19.9', '19.10']);
});

test.each(['issues', 'planning-issues'] as const)('%s stand by project and number', (list) => {
	const rows = [anIssue({ iid: 10 }), anIssue({ iid: 9 })];
	expect(lists[list].sort(rows).map(({ iid }) => iid)).toEqual([9, 10]);
});

test('members stand by group and name', () => {
	const rows = [aMember({ username: 'grace.example' }), aMember({ username: 'ada.example' })];
	const sorted = lists.members.sort(rows).map(({ username }) => username);
	expect(sorted).toEqual(['ada.example', 'grace.example']);
});

test('rosters stand by their names, and in each the order of the list', () => {
	const rows = [
		aRosterRow({ roster: 'members', position: 10 }),
		aRosterRow({ roster: 'members', position: 9 }),
		aRosterRow({ roster: 'counterparts', position: 11 }),
	];
	expect(lists.team.sort(rows).map(({ position }) => position)).toEqual([11, 9, 10]);
});

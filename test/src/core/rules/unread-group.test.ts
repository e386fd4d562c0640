import { expect, test } from 'vitest';
import { ListState } from '#model/snapshot.ts';
import {
	aDeclaredGroup,
	aDeclaredProject,
	aGroup,
	aGroupProject,
	aRegistry,
	checkRules,
	pulledAt,
} from '../../../builders.ts';
import { judge } from './rule-case.ts';

const { checks } = aRegistry({
	checks: checkRules({ completeGroups: ['example/tools', 'example/other'] }),
});
const state = ListState.parse({
	...{ state: 'fresh', rows: 1, pulledAt, partial: 'GitLab answered 503.' },
	keptFrom: { 'example/other': null },
});

test.each([
	{ projects: [aDeclaredProject()], answer: 'unknown', why: 'nobody knows of the other group' },
	{ projects: [], answer: 'broken', why: 'one that is missing is known' },
])('the inventory is $answer while a group was never read: $why', ({ projects, answer }) => {
	const result = judge(
		{ id: 'projects-declared' },
		{
			registry: { projects, checks },
			rows: { 'group-projects': [aGroupProject()] },
			lists: { 'group-projects': state },
		},
	);
	expect(result.answer).toBe(answer);
	if (answer === 'unknown') {
		expect(result.observed).toContain('the projects of example/other. GitLab answered 503.');
	}
});

test('that all groups exist is not known while one was never read', () => {
	const people = ['example/reviewers', 'example/other'].map((path) => aDeclaredGroup({ path }));
	const groupsAre = (visible: boolean) =>
		judge(
			{ id: 'groups-visible' },
			{ registry: { people }, rows: { groups: [aGroup({ visible })] }, lists: { groups: state } },
		);
	expect(groupsAre(true)).toMatchObject({
		answer: 'unknown',
		observed: "We couldn't read example/other. GitLab answered 503.",
	});
	expect(groupsAre(false).answer).toBe('broken');
});

test('a rule about groups is as old as the oldest of them', () => {
	const keptFrom = { 'example/other': '2026-11-20T08:30:00Z' };
	const result = judge(
		{ id: 'projects-declared' },
		{
			registry: { projects: [aDeclaredProject()], checks },
			rows: { 'group-projects': [aGroupProject()] },
			lists: { 'group-projects': ListState.parse({ ...state, keptFrom }) },
		},
	);
	expect(result).toMatchObject({ answer: 'holds', readAt: '2026-11-20T08:30:00Z' });
});

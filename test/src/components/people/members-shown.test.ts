import { describe, expect, test } from 'vitest';
import { findMembersShown } from '#components/people/members-shown.ts';
import { ListState } from '#model/snapshot.ts';
import { aDeclaredGroup, aGroup, aMember, pulledAt } from '../../../builders.ts';

const fresh: ListState = { state: 'fresh', rows: 3, pulledAt };
const members = [
	aMember({ username: 'ben.example', name: 'Ben Example' }),
	aMember({ username: 'ada.two', name: 'Ada Example' }),
	aMember({ username: 'ada.example', name: 'Ada Example' }),
	aMember({ group: 'example/others', username: 'cleo.example', name: 'Cleo Example' }),
];
const allowed = { declared: aDeclaredGroup(), groups: [aGroup()], members, state: fresh };

test('the people of the group itself are shown, by name and then by user name', () => {
	const shown = findMembersShown(allowed);
	expect(shown.members?.map(({ username }) => username)).toEqual([
		'ada.example',
		'ada.two',
		'ben.example',
	]);
});

test('a stale list is shown: its stamp says how old it is', () => {
	const state: ListState = { ...fresh, state: 'stale', reason: 'GitLab did not answer.' };
	expect(findMembersShown({ ...allowed, state }).members).toHaveLength(3);
});

test.each([
	{ keptFrom: { 'example/reviewers': '2026-11-20T08:30:00Z' }, is: '2026-11-20T08:30:00Z' },
	{ keptFrom: { 'example/others': '2026-11-20T08:30:00Z' }, is: null },
])('a group whose answer is older says from when it is: $is', ({ keptFrom, is }) => {
	const state = ListState.parse({ ...fresh, keptFrom });
	expect(findMembersShown({ ...allowed, state })).toMatchObject({ keptFrom: is });
});

describe('nobody is shown, even when the snapshot has names', () => {
	test.each([
		{
			given: { declared: aDeclaredGroup({ publishMembers: false }) },
			why: "doesn't publish",
		},
		{ given: { groups: [aGroup({ visible: false })] }, why: "isn't public on GitLab" },
		{ given: { groups: [] }, why: "don't know whether" },
		{ given: { state: { state: 'missing', reason: 'No token.' } as const }, why: 'No token.' },
		{
			given: {
				state: ListState.parse({
					...{ ...fresh, partial: 'GitLab was down.' },
					keptFrom: { 'example/reviewers': null },
				}),
			},
			why: 'GitLab was down.',
		},
	])('$why', ({ given, why }) => {
		const shown = findMembersShown({ ...allowed, ...given });
		expect(shown).toMatchObject({ members: null, why: expect.stringContaining(why) as string });
	});
});

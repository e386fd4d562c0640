import { describe, expect, test } from 'vitest';
import { findPublishedGroups, pullGroups, pullMembers } from '#gitlab/lists/pull-people.ts';
import type { TokenClient } from '#gitlab/transport/client.ts';
import type { Group } from '#model/member.ts';
import { InvalidDataError } from '#model/parse.ts';
import { aDeclaredGroup, aGroup } from '../../../builders.ts';
import { aWorldGroup, aWorldMember, aWorldUser } from '../../../gitlab/small-world.ts';
import { counter, startSmallGitLab } from '../small-gitlab.ts';

const declared = aDeclaredGroup({ path: 'platform' });
const platform = aGroup({ path: 'platform' });
const unseen = { path: 'platform', visible: false, name: null, webUrl: null };

async function membersOf(client: TokenClient, groups: Group[]) {
	return (await pullMembers(client, groups, new Map(), undefined, () => undefined)).list.rows;
}

describe('a group', () => {
	test('that a stranger sees is visible, and nothing else of it is kept', async () => {
		await using gitlab = await startSmallGitLab();
		expect((await pullGroups(gitlab.client, [declared])).list.rows).toEqual([
			{
				path: 'platform',
				visible: true,
				name: 'platform',
				webUrl: 'https://gitlab.example/groups/platform',
			},
		]);
		expect(gitlab.asked()).toEqual(['/groups/platform?with_projects=false']);
	});

	test.each([
		{ visibility: 'private' as const, why: 'private' },
		{ visibility: 'internal' as const, why: 'for those who sign in' },
	])('that is $why is a row too', async ({ visibility }) => {
		await using gitlab = await startSmallGitLab({ groups: [aWorldGroup({ visibility })] });
		expect((await pullGroups(gitlab.client, [declared])).list.rows).toEqual([unseen]);
	});

	test('that is answered though it is not public stays unseen, name and all', async () => {
		await using gitlab = await startSmallGitLab();
		gitlab.say(/\/groups\/platform/, { id: 1, name: 'Planted', visibility: 'private' });
		expect((await pullGroups(gitlab.client, [declared])).list.rows).toEqual([unseen]);
	});

	test('that does not say whether it is public is: a stranger was answered', async () => {
		await using gitlab = await startSmallGitLab();
		gitlab.say(/\/groups\/platform/, { id: 1 });
		const [group] = (await pullGroups(gitlab.client, [declared])).list.rows;
		expect(group?.visible).toBe(true);
	});

	test('that fails, fails the list', async () => {
		await using gitlab = await startSmallGitLab();
		gitlab.refuse(/\/groups\/platform/, 400);
		await expect(pullGroups(gitlab.client, [declared])).rejects.toThrow('answered 400');
	});

	test('of a wrong shape fails the list, with words for people', async () => {
		await using gitlab = await startSmallGitLab();
		gitlab.say(/\/groups\/platform/, []);
		const pull = pullGroups(gitlab.client, [declared]);
		await expect(pull).rejects.toThrow("GitLab's answer to the group platform is not valid.");
	});
});

describe('members are published', () => {
	test.each([
		{ publishes: true, visible: true, is: true, why: 'both agree' },
		{ publishes: false, visible: true, is: false, why: 'the registry does not say so' },
		{ publishes: true, visible: false, is: false, why: 'strangers do not see the group' },
		{ publishes: false, visible: false, is: false, why: 'neither' },
	])('$is: $why', ({ publishes, visible, is }) => {
		const registry = [aDeclaredGroup({ path: 'platform', publishMembers: publishes })];
		const groups = [aGroup({ path: 'platform', visible })];
		expect(findPublishedGroups(registry, groups)).toEqual(is ? groups : []);
	});

	test('never of a group that the registry does not name', () => {
		expect(findPublishedGroups([declared], [aGroup({ path: 'platform/other' })])).toEqual([]);
	});
});

describe('members', () => {
	const people = [
		aWorldUser(),
		aWorldUser({ username: 'bo.example', name: 'Bo Example' }),
		aWorldUser({ username: 'cy.example', state: 'blocked' }),
		aWorldUser({ username: 'di.example', state: 'deactivated' }),
		aWorldUser({ username: 'group_7_bot_abc' }),
		aWorldUser({ username: 'service_account_group_7_abc' }),
		aWorldUser({ username: 'Deploy-Bot' }),
	];
	const world = {
		users: people,
		groups: [aWorldGroup({ members: people.map(({ username }) => aWorldMember({ username })) })],
	};

	test('are people who may sign in, by name and link', async () => {
		await using gitlab = await startSmallGitLab(world);
		const { steps, step } = counter();
		const { list } = await pullMembers(gitlab.asUser, [platform], new Map(), undefined, step);
		expect(list.rows.toSorted((a, b) => (a.username < b.username ? -1 : 1))).toEqual([
			{
				group: 'platform',
				username: 'ada.example',
				name: 'Ada Example',
				webUrl: 'https://gitlab.example/ada.example',
			},
			{
				group: 'platform',
				username: 'bo.example',
				name: 'Bo Example',
				webUrl: 'https://gitlab.example/bo.example',
			},
		]);
		expect(steps.count).toBe(1);
	});

	test('who are not yet members are left out', async () => {
		await using gitlab = await startSmallGitLab();
		gitlab.say(/\/members/, [
			{ username: 'ada.example', state: 'active', membership_state: 'awaiting' },
			{ username: 'bo.example', state: 'active', membership_state: 'active' },
		]);
		const rows = await membersOf(gitlab.asUser, [platform]);
		expect(rows.map(({ username }) => username)).toEqual(['bo.example']);
	});

	test('are direct ones: those of groups above are not asked for', async () => {
		await using gitlab = await startSmallGitLab({
			groups: [
				aWorldGroup({ members: [aWorldMember({ accessLevel: 50 })] }),
				aWorldGroup({ path: 'platform/crew' }),
			],
		});
		const crew = aGroup({ path: 'platform/crew' });
		expect(await membersOf(gitlab.asUser, [crew])).toEqual([]);
	});

	test('of two groups say of which', async () => {
		const members = [aWorldMember()];
		await using gitlab = await startSmallGitLab({
			groups: [aWorldGroup({ members }), aWorldGroup({ path: 'platform/crew', members })],
		});
		const groups = [platform, aGroup({ path: 'platform/crew' })];
		const rows = await membersOf(gitlab.asUser, groups);
		expect(rows.map(({ group }) => group)).toEqual(['platform', 'platform/crew']);
	});

	test('are followed over their pages', async () => {
		const users = Array.from({ length: 101 }, (_, index) =>
			aWorldUser({ username: `ada.example${String(index)}` }),
		);
		const members = users.map(({ username }) => aWorldMember({ username }));
		await using gitlab = await startSmallGitLab({
			users: [aWorldUser(), ...users],
			groups: [aWorldGroup({ members })],
		});
		expect(await membersOf(gitlab.asUser, [platform])).toHaveLength(101);
	});

	test.each([403, 404])('fail on %i: an empty list would be a lie', async (status) => {
		await using gitlab = await startSmallGitLab(world);
		gitlab.refuse(/\/members/, status);
		const pull = membersOf(gitlab.asUser, [platform]);
		await expect(pull).rejects.toThrow(`answered ${String(status)}`);
	});

	test('fail on one without username', async () => {
		await using gitlab = await startSmallGitLab();
		gitlab.say(/\/members/, [{ id: 7, name: 'Ada Example' }]);
		const pull = membersOf(gitlab.asUser, [platform]);
		await expect(pull).rejects.toThrow(InvalidDataError);
	});
});

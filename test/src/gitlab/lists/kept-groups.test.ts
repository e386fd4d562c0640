import { describe, expect, test } from 'vitest';
import { createPullers } from '#gitlab/lists/pullers.ts';
import { nextSnapshot } from '#core/snapshot/last-good.ts';
import type { ListName, Snapshot } from '#model/snapshot.ts';
import { aDeclaredGroup, aDeclaredProject, aRegistry, checkRules } from '../../../builders.ts';
import {
	aWorldGroup,
	aWorldMember,
	aWorldProject,
	aWorldUser,
	smallToken,
} from '../../../gitlab/small-world.ts';
import { startSmallGitLab } from '../small-gitlab.ts';

const paths = ['platform', 'guild'] as const;
const [group, crew] = paths;
const shared = ['platform/billing-api', 'platform/cards', 'platform/dues'];
const registry = aRegistry({
	people: paths.map((path) => aDeclaredGroup({ path, publishMembers: true })),
	projects: [...shared, 'works/tools', 'works/more'].map((path) => aDeclaredProject({ path })),
	checks: checkRules({ completeGroups: [...paths] }),
});
const days = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'].map(
	(day) => `${day}T12:00:00Z`,
);
const lists = ['groups', 'members', 'access', 'group-projects'] as const;

/** A GitLab with two groups, which is pulled on one day after the other. */
async function start() {
	const people = ['ada.example', 'bo.example', 'cy.example'];
	const gitlab = await startSmallGitLab({
		users: people.map((username) => aWorldUser({ username })),
		groups: [...paths, 'works'].map((path, index) =>
			aWorldGroup({ path, members: [aWorldMember({ username: people[index]! })] }),
		),
		projects: [
			...shared.map((path) =>
				aWorldProject({ path, sharedWith: [{ group: crew, accessLevel: 40 }] }),
			),
			aWorldProject({ path: 'guild/tools' }),
			aWorldProject({ path: 'works/tools' }),
			aWorldProject({ path: 'works/more' }),
		],
	});
	let lastGood: Snapshot | undefined;
	let pulls = 0;
	const pull = async () => {
		const now = days[pulls++]!;
		const { url, requester } = gitlab;
		const pullers = createPullers(
			{ url, requester, token: smallToken, registry, lastGood, now },
			() => undefined,
		);
		const all: ListName[] = ['projects', ...lists];
		const outcomes = await Promise.all(
			all.map((list) =>
				pullers[list].pull(() => undefined).catch((error: unknown) => failed(list, error)),
			),
		);
		lastGood = nextSnapshot(lastGood, Object.assign({}, ...outcomes) as object, {
			source: url,
			teamSource: url,
			filesFor: {},
			sample: false,
			pulledAt: now,
			acceptShrunk: false,
		});
		const { about, rows } = lastGood!;
		/** Of each list: the groups that it has rows of. */
		const groupsOf = Object.fromEntries(
			lists.map((list) => [
				list,
				[...new Set(rows[list].map((row) => ('group' in row ? row.group : row.path)))].toSorted(),
			]),
		);
		return { about, rows, groupsOf, state: about.lists };
	};
	return { ...gitlab, [Symbol.asyncDispose]: gitlab[Symbol.asyncDispose], pull };
}

function failed(list: ListName, error: unknown) {
	return { [list]: { kind: 'failed', reason: String(error) } };
}

const itself = /\/groups\/guild\?/;
const itsMembers = /\/groups\/guild\/members/;
const itsProjects = /\/groups\/guild\/projects/;

describe('a group that GitLab fails to answer for', () => {
	test('is not known at a first pull, and others are whole', async () => {
		await using gitlab = await start();
		gitlab.refuse(itself, 500);
		const { groupsOf, state } = await gitlab.pull();
		expect(groupsOf).toMatchObject({ groups: [group], members: [group], access: [group] });
		for (const list of ['groups', 'access'] as const) {
			expect(state[list]).toMatchObject({
				state: 'fresh',
				keptFrom: { [crew]: null },
				partial: expect.stringMatching(
					/^GitLab failed to answer for 1 group: guild \(not known\)\. GET /,
				) as string,
			});
		}
	});

	test.each([
		{ list: 'groups', match: itself },
		{ list: 'members', match: itsMembers },
		{ list: 'group-projects', match: itsProjects },
	] as const)('keeps its last good rows with their day: $list', async ({ list, match }) => {
		await using gitlab = await start();
		const first = await gitlab.pull();
		gitlab.refuse(match, 500);
		await gitlab.pull();
		const third = await gitlab.pull();
		expect(third.rows[list]).toEqual(first.rows[list]);
		expect(third.state[list]).toMatchObject({
			state: 'fresh',
			pulledAt: days[2],
			keptFrom: { [crew]: days[0] },
			partial: expect.stringContaining('guild (as of 2 March 2026)') as string,
		});
	});

	test('is shown as it was, and nobody with a token asks for more of it', async () => {
		await using gitlab = await start();
		const first = await gitlab.pull();
		gitlab.asked();
		gitlab.refuse(itself, 500);
		const second = await gitlab.pull();
		expect(gitlab.asked().join(' ')).not.toMatch(itsMembers);
		for (const list of ['members', 'access'] as const) {
			expect(second.rows[list]).toEqual(first.rows[list]);
			expect(second.state[list]).toMatchObject({ keptFrom: { [crew]: days[0] } });
		}
	});

	test('keeps the day through a pull in which the whole list fails', async () => {
		await using gitlab = await start();
		await gitlab.pull();
		gitlab.refuse(itsMembers, 500);
		await gitlab.pull();
		gitlab.refuse(/\/members/, 400);
		expect((await gitlab.pull()).state.members).toMatchObject({
			state: 'stale',
			pulledAt: days[1],
		});
		gitlab.gitlab.clearFaults();
		gitlab.refuse(itsMembers, 500);
		const last = await gitlab.pull();
		expect(last.state.members).toMatchObject({ keptFrom: { [crew]: days[0] } });
	});
});

test('the access to a project that GitLab fails to answer for is kept, as are its facts', async () => {
	await using gitlab = await start();
	const kept = { project: 'platform/billing-api', group: crew, accessLevel: 40, through: null };
	const first = await gitlab.pull();
	gitlab.refuse(/\/projects\/platform\/billing-api\?/, 500);
	gitlab.refuse(/\/groups\/platform\/projects/, 500);
	const second = await gitlab.pull();
	expect(first.rows.access).toContainEqual(kept);
	expect(second.rows.access).toEqual(
		first.rows.access.map((row) =>
			row.project === kept.project ? { ...row, keptFrom: days[0] } : row,
		),
	);
	expect(second.rows.projects[0]?.facts?.unanswered).toMatchObject([{ keptFrom: days[0] }]);
});

describe('a group above projects that GitLab fails to answer for', () => {
	test('leaves the access to them as it was, with its day, and others are whole', async () => {
		await using gitlab = await start();
		const first = await gitlab.pull();
		gitlab.refuse(/\/groups\/works\?/, 500);
		await gitlab.pull();
		const { state, rows } = await gitlab.pull();
		expect(rows.access).toEqual(
			first.rows.access.map((row) =>
				row.project.startsWith('works/') ? { ...row, keptFrom: days[0] } : row,
			),
		);
		expect(rows.access.filter(({ keptFrom }) => keptFrom)).toHaveLength(4);
		expect(state.access).toMatchObject({ state: 'fresh', pulledAt: days[2] });
		expect(state.access).toHaveProperty(
			'partial',
			expect.stringMatching(
				/^GitLab failed to answer for 2 projects: works\/tools \(as of 2 March 2026\) and works\/more .*500/,
			),
		);
		gitlab.gitlab.clearFaults();
		expect((await gitlab.pull()).rows.access).toEqual(first.rows.access);
	});

	test('leaves it not known at a first pull', async () => {
		await using gitlab = await start();
		gitlab.refuse(/\/groups\/works\?/, 500);
		const { state, rows } = await gitlab.pull();
		expect(new Set(rows.access.map(({ project }) => project))).toEqual(new Set(shared));
		expect(state.access).toHaveProperty(
			'partial',
			expect.stringContaining('works/tools (not known)'),
		);
	});
});

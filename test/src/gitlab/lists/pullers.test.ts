import { describe, expect, test } from 'vitest';
import { createPullers } from '#gitlab/lists/pullers.ts';
import type { Source } from '#gitlab/lists/source.ts';
import type { ListName, Snapshot } from '#model/snapshot.ts';
import {
	aDeclaredConsumer,
	aDeclaredGroup,
	aDeclaredProject,
	aMilestone,
	aProject,
	aRegistry,
	aSnapshot,
	planRules,
	someFacts,
} from '../../../builders.ts';
import {
	aWorldGroup,
	aWorldMember,
	aWorldProject,
	smallToken,
} from '../../../gitlab/small-world.ts';
import type { World } from '../../../gitlab/world.ts';
import { counter, startSmallGitLab } from '../small-gitlab.ts';

const path = 'platform/billing-api';
const registry = aRegistry({
	projects: [aDeclaredProject({ path })],
	consumers: [aDeclaredConsumer({ path })],
	plan: planRules({
		group: 'platform',
		groupLabels: ['group::platform', 'group::platform core'],
		planningIssues: { project: path, label: 'Planning Issue' },
	}),
	people: [aDeclaredGroup({ path: 'platform' })],
});
const team = aWorldGroup({ path: 'people' });
const nothing = () => undefined;

async function start(change: Partial<Source> = {}, world: Partial<World> = {}) {
	const gitlab = await startSmallGitLab(world);
	const counts = new Map<ListName, number>();
	const source: Source = {
		url: gitlab.url,
		requester: gitlab.requester,
		token: smallToken,
		registry,
		lastGood: undefined,
		now: '2026-03-04T12:00:00Z',
		...change,
	};
	const pullers = createPullers(source, (list) => {
		counts.set(list, (counts.get(list) ?? 0) + 1);
	});
	return { ...gitlab, [Symbol.asyncDispose]: gitlab[Symbol.asyncDispose], pullers, counts };
}

/** Several lists at a time, as a pull asks for them; what failed is an error in its place. */
async function pullAll(pullers: ReturnType<typeof createPullers>, lists: readonly ListName[]) {
	const settled = await Promise.allSettled(lists.map((list) => pullers[list].pull(nothing)));
	return settled.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)));
}

describe('a question that two lists need', () => {
	test.each<{ lists: ListName[]; match: RegExp }>([
		{ lists: ['milestones', 'issues', 'planning-issues'], match: /\/groups\/platform\/milestones/ },
		{ lists: ['groups', 'members'], match: /\/groups\/platform\?/ },
	])('is asked once: $lists', async ({ lists, match }) => {
		await using gitlab = await start();
		await pullAll(gitlab.pullers, lists);
		expect(gitlab.asked().filter((one) => match.test(one))).toHaveLength(1);
	});

	test('fails them all, asked once, and leaves nothing unhandled', async () => {
		await using gitlab = await start();
		gitlab.refuse(/\/groups\/platform\/milestones/, 403);
		const failed = await pullAll(gitlab.pullers, ['milestones', 'issues', 'planning-issues']);
		for (const one of failed) expect(one).toContain('answered 403');
		expect(gitlab.asked()).toHaveLength(1);
	});

	test('fails members with their groups', async () => {
		await using gitlab = await start();
		gitlab.refuse(/\/groups\/platform\?/, 400);
		const failed = await pullAll(gitlab.pullers, ['groups', 'members']);
		for (const one of failed) expect(one).toContain('answered 400');
		expect(gitlab.asked()).toHaveLength(1);
	});

	test('is counted for the list that it makes', async () => {
		await using gitlab = await start();
		await pullAll(gitlab.pullers, ['issues', 'members']);
		expect(Object.fromEntries(gitlab.counts)).toEqual({
			milestones: 1,
			issues: 2,
			groups: 1,
			members: 1,
		});
	});
});

describe('projects and consumers', () => {
	test('are asked for apart', async () => {
		await using gitlab = await start();
		const [projects, consumers] = await pullAll(gitlab.pullers, ['projects', 'consumers']);
		expect(projects).toMatchObject({
			projects: { kind: 'rows', rows: [{ answer: 'found' }], mayBeEmpty: false },
		});
		expect(consumers).toMatchObject({ consumers: { kind: 'rows', rows: [{ answer: 'found' }] } });
		// The listing is the same, and asked for once, and so is the licence of a text.
		const asked = gitlab.asked();
		expect(asked.filter((one) => one.includes('/groups/'))).toHaveLength(1);
		expect(asked.filter((one) => one.includes('license=true'))).toHaveLength(1);
		expect(gitlab.counts.get('projects')).toBe((gitlab.counts.get('consumers') ?? 0) + 2);
	});

	test('of other instances alone may be empty, and nobody asks', async () => {
		const projects = [aDeclaredProject({ path, instance: 'https://ops.example.com' })];
		await using gitlab = await start({ registry: { ...registry, projects } });
		expect(await gitlab.pullers.projects.pull(nothing)).toMatchObject({
			projects: { rows: [{ answer: 'other-instance' }], mayBeEmpty: true },
		});
		expect(gitlab.asked()).toEqual([]);
	});

	test('that are not declared are none', async () => {
		await using gitlab = await start({ registry: { ...registry, consumers: [] } });
		expect(gitlab.pullers.consumers.of).toBe(0);
		expect(await gitlab.pullers.consumers.pull(nothing)).toEqual({
			consumers: { kind: 'rows', rows: [], mayBeEmpty: true },
		});
	});

	test('get their turn where no listing comes, with less than 300 requests a pull', async () => {
		const paths = Array.from({ length: 250 }, (_, index) => `platform/p${String(index)}`);
		const projects = paths.map((one) => aWorldProject({ path: one }));
		const many = { ...registry, projects: paths.map((one) => aDeclaredProject({ path: one })) };
		let lastGood: Snapshot | undefined;
		for (const pulledAt of ['2026-03-02T12:00:00Z', '2026-03-03T12:00:00Z']) {
			const asked = { registry: many, lastGood, now: pulledAt };
			await using gitlab = await start(asked, { projects, graphql: 'on' });
			gitlab.refuse(/\/groups\/platform\/projects/, 500);
			const outcomes = await gitlab.pullers.projects.pull(nothing);
			const rows = outcomes.projects?.kind === 'rows' ? outcomes.projects.rows : [];
			const lists = { projects: { state: 'fresh' as const, rows: rows.length, pulledAt } };
			lastGood = aSnapshot({ lists, rows: { projects: [...rows] } });
			expect(gitlab.asked().length).toBeLessThan(300);
		}
		expect(lastGood?.rows.projects).toHaveLength(paths.length);
	});

	test.each([
		{ match: /license=true/, why: 'every project' },
		{ match: /./, why: 'everything' },
	])('fail once when $why fails, and leave nothing unhandled', async ({ match }) => {
		await using gitlab = await start();
		gitlab.refuse(match, 400);
		await expect(gitlab.pullers.projects.pull(nothing)).rejects.toThrow('answered 400');
	});

	test.each([
		{ lists: {}, why: 'of the last pull' },
		{ lists: { projects: { state: 'missing' as const, reason: 'No.' } }, why: 'never pulled' },
	])('need one listing of their group: $why', async ({ lists }) => {
		const lastGood = aSnapshot({ lists });
		await using gitlab = await start({ lastGood });
		await gitlab.pullers.projects.pull(nothing);
		const asked = gitlab.asked().filter((one) => one.includes('/groups/platform/projects'));
		expect(asked).toEqual([expect.not.stringContaining('archived=')]);
	});
});

describe('the plan', () => {
	const lastGood = aSnapshot({
		rows: {
			milestones: [aMilestone({ startDate: '2026-03-02', dueDate: '2026-03-06', title: '18.6' })],
		},
	});

	test('goes on with the last milestones when GitLab does not list them', async () => {
		await using gitlab = await start({ lastGood });
		gitlab.refuse(/\/milestones/, 400);
		const [milestones, issues, planning] = await pullAll(gitlab.pullers, [
			'milestones',
			'issues',
			'planning-issues',
		]);
		expect(milestones).toContain('answered 400');
		expect(issues).toMatchObject({ issues: { kind: 'rows', rows: [{ iid: 1 }] } });
		expect(planning).toMatchObject({ 'planning-issues': { kind: 'rows', rows: [] } });
	});

	test('has no last milestones to go on with when that list was empty', async () => {
		await using gitlab = await start({ lastGood: aSnapshot() });
		gitlab.refuse(/\/milestones/, 400);
		await expect(gitlab.pullers.issues.pull(nothing)).rejects.toThrow('answered 400');
	});

	test('has as many steps as questions, when all milestones are there', async () => {
		await using gitlab = await start();
		expect(gitlab.pullers.issues.of).toBe(10);
		const { steps, step } = counter();
		await gitlab.pullers.issues.pull(step);
		expect(steps.count).toBe(2);
	});
});

test.each(['group-projects', 'access', 'milestones', 'planning-issues', 'groups'] as const)(
	'the list of %s takes as many steps as it said',
	async (list) => {
		await using gitlab = await start();
		const { steps, step } = counter();
		await gitlab.pullers[list].pull(step);
		expect(steps.count).toBe(gitlab.pullers[list].of);
	},
);

describe('members', () => {
	test('cannot be asked for without a token, and say what to do', async () => {
		await using gitlab = await start({ token: undefined });
		expect(await gitlab.pullers.members.pull(nothing)).toEqual({
			members: {
				kind: 'impossible',
				reason: expect.stringContaining('Set GITLAB_TOKEN') as string,
				forReaders: 'GitLab shows the members of a group only to people who are signed in.',
			},
		});
		expect(gitlab.asked()).toEqual([]);
	});

	test.each([{ token: undefined }, { token: smallToken }])(
		'that nobody publishes are none, and nobody asks: token $token',
		async ({ token }) => {
			const people = [aDeclaredGroup({ path: 'platform', publishMembers: false })];
			await using gitlab = await start({ token, registry: { ...registry, people } });
			expect(gitlab.pullers.members.of).toBe(0);
			expect(await gitlab.pullers.members.pull(nothing)).toEqual({
				members: { kind: 'rows', rows: [], mayBeEmpty: true },
			});
			expect(gitlab.asked()).toEqual([]);
		},
	);

	test('of a group that strangers do not see are not asked for, and may be none', async () => {
		await using gitlab = await start({}, { groups: [] });
		expect(await gitlab.pullers.members.pull(nothing)).toEqual({
			members: { kind: 'rows', rows: [], mayBeEmpty: true },
		});
		expect(gitlab.asked()).toHaveLength(1);
	});

	test('are asked for with the token, the lists beside them without', async () => {
		await using gitlab = await start();
		await pullAll(gitlab.pullers, ['projects', 'milestones', 'issues', 'groups', 'members']);
		const withToken = gitlab.gitlab.requests.filter(({ token }) => token !== null);
		expect(withToken.map((one) => one.path.replace(/\?.*/, ''))).toEqual([
			'/api/v4/groups/platform/members',
		]);
	});
});

describe('access', () => {
	const groups = [aWorldGroup({ members: [aWorldMember({ accessLevel: 50 })] }), team];
	const sharedWith = [{ group: 'people', accessLevel: 40 }];
	const world = { groups, projects: [aWorldProject({ sharedWith })] };
	const people = [aDeclaredGroup({ path: 'people' })];
	const rows = [{ project: path, group: 'people', accessLevel: 40, through: null }];

	test('cannot be asked for without a token where strangers are not told, and says what to do', async () => {
		const asStranger = { token: undefined, registry: { ...registry, people } };
		await using gitlab = await start(asStranger, { ...world, listings: 'short' });
		expect(await gitlab.pullers.access.pull(nothing)).toEqual({
			access: {
				kind: 'impossible',
				reason: expect.stringContaining('Set GITLAB_TOKEN') as string,
				forReaders: 'GitLab shows with whom a project is shared only to people who are signed in.',
			},
		});
	});

	test('takes no token where strangers are told', async () => {
		const asStranger = { token: undefined, registry: { ...registry, people } };
		await using gitlab = await start(asStranger, world);
		expect(await gitlab.pullers.access.pull(nothing)).toEqual({
			access: { kind: 'rows', rows, mayBeEmpty: false },
		});
	});

	test('of many projects of which no listing tells is asked for as far as there are requests', async () => {
		const paths = Array.from({ length: 400 }, (_, index) => `platform/p${String(index)}`);
		const many = {
			...registry,
			people,
			projects: paths.map((one) => aDeclaredProject({ path: one })),
		};
		const projects = paths.map((one) => aWorldProject({ path: one, sharedWith }));
		await using gitlab = await start({ registry: many }, { groups, projects, listings: 'short' });
		const { access } = await gitlab.pullers.access.pull(nothing);
		expect(gitlab.asked().length).toBeLessThan(300);
		const told = access?.kind === 'rows' ? access.rows.length : 0;
		expect(told).toBeGreaterThan(200);
	});

	test('rests on what strangers see, asked once with the projects', async () => {
		await using gitlab = await start({ registry: { ...registry, people } }, world);
		const [, access] = await pullAll(gitlab.pullers, ['projects', 'access']);
		expect(access).toEqual({ access: { kind: 'rows', rows, mayBeEmpty: false } });
		const asked = gitlab.gitlab.requests.filter((one) => one.path.includes('/billing-api?'));
		expect(asked.map(({ token }) => token)).toEqual([null]);
	});

	test('alone asks nothing else about the projects', async () => {
		await using gitlab = await start({ registry: { ...registry, people } }, world);
		await gitlab.pullers.access.pull(nothing);
		expect(Object.fromEntries(gitlab.counts)).toEqual({ projects: 1, groups: 1 });
	});

	test.each([
		{ why: 'a group', change: { groups: [{ ...team, visibility: 'private' as const }] } },
		{ why: 'a project', change: { projects: [aWorldProject({ visibility: 'private' })] } },
	])('of $why that strangers do not see is not asked for, and may be none', async ({ change }) => {
		const seen = { ...world, ...change };
		await using gitlab = await start({ registry: { ...registry, people } }, seen);
		expect(await gitlab.pullers.access.pull(nothing)).toEqual({
			access: { kind: 'rows', rows: [], mayBeEmpty: true },
		});
		expect(gitlab.gitlab.requests.every(({ token }) => token === null)).toBe(true);
	});

	test.each([
		{ token: undefined, says: 'answered 400' },
		{ token: smallToken, says: { access: { kind: 'rows', rows, mayBeEmpty: false } } },
	])(
		'fails with a listing that GitLab fails to give, unless a token is told: $token',
		async (how) => {
			const asked = { token: how.token, registry: { ...registry, people } };
			await using gitlab = await start(asked, world);
			gitlab.refuse(/\/groups\/platform\/projects/, 400);
			const [projects, access] = await pullAll(gitlab.pullers, ['projects', 'access']);
			expect(projects).toMatchObject({ projects: { rows: [{ answer: 'found' }] } });
			if (typeof how.says === 'string') expect(access).toContain(how.says);
			else expect(access).toEqual(how.says);
		},
	);

	test('is not asked for with a token of what GitLab fails to show to strangers', async () => {
		const paths = [path, 'platform/mailer'];
		const declared = paths.map((one) => aDeclaredProject({ path: one }));
		const before = paths.map((one) => aProject({ path: one, facts: someFacts({ path: one }) }));
		const lastGood = aSnapshot({ rows: { projects: before } });
		const projects = paths.map((one) => aWorldProject({ path: one, sharedWith }));
		const asked = { registry: { ...registry, people, projects: declared }, lastGood };
		await using gitlab = await start(asked, { ...world, projects });
		gitlab.refuse(/\/projects\/platform\/billing-api|\/groups\/platform\/projects/, 400);
		const [, access] = await pullAll(gitlab.pullers, ['projects', 'access']);
		expect(access).toMatchObject({ access: { rows: [{ project: 'platform/mailer' }] } });
		const withToken = gitlab.gitlab.requests.filter(({ token }) => token !== null);
		expect(withToken.map((one) => one.path)).toEqual([
			`/api/v4/projects/${String(projects[1]!.id)}`,
		]);
	});

	test('fails with the projects', async () => {
		await using gitlab = await start({ registry: { ...registry, people } }, world);
		gitlab.refuse(/\/projects\/platform|\/groups\/platform\/projects/, 400);
		const [projects, access] = await pullAll(gitlab.pullers, ['projects', 'access']);
		expect(projects).toContain('answered 400');
		expect(access).toContain('answered 400');
	});
});

import { describe, expect, test } from 'vitest';
import { createPullers } from '#gitlab/lists/pullers.ts';
import type { Registry } from '#model/registry.ts';
import { aContact, aRegistry, aSite, planRules } from '../../../builders.ts';
import {
	aWorldEpic,
	aWorldGroup,
	aWorldIssue,
	aWorldMilestone,
	aWorldProject,
} from '../../../gitlab/small-world.ts';
import type { World } from '../../../gitlab/world.ts';
import { startSmallGitLab } from '../small-gitlab.ts';

const path = 'platform/billing-api';
const registry = aRegistry({
	site: aSite({ references: { project: path, group: 'platform' } }),
	plan: planRules({
		group: 'platform',
		groupLabels: ['group::platform'],
		priorities: [{ label: 'P1', name: 'P1', meaning: 'first' }],
		planningIssues: { project: path, label: 'planning' },
		deliverableLabel: undefined,
		missedDeliverableLabel: undefined,
		blockedLabels: [],
		reliability: undefined,
	}),
	contact: aContact({ project: path, labels: ['of another group'] }),
});

/** @param options `second`: GitLab's answer to the second query. */
async function pullFrom(
	world: Partial<World>,
	texts: readonly string[] = [],
	options: { registry?: Registry; second?: object | undefined } = {},
) {
	await using gitlab = await startSmallGitLab(world);
	const { second } = options;
	let queries = 0;
	if (second) gitlab.gitlab.fault(() => ++queries === 2, { status: 200, body: second });
	const source = {
		url: gitlab.url,
		requester: gitlab.requester,
		token: undefined,
		registry: options.registry ?? registry,
		texts,
		lastGood: undefined,
		now: '2026-03-04T12:00:00Z',
	};
	let requests = 0;
	const { named: outcome } = await createPullers(source, () => requests++).named.pull(
		() => undefined,
	);
	const rows = outcome?.kind === 'rows' ? outcome.rows : [];
	return {
		requests,
		kind: outcome?.kind,
		epics: rows.filter((row) => row.kind === 'epic'),
		there: rows.flatMap((row) => (row.kind !== 'epic' && row.exists ? [row.name] : [])),
		gone: rows.flatMap((row) => (row.kind !== 'epic' && !row.exists ? [row.name] : [])),
	};
}

describe('labels and milestones that registry and pages name', () => {
	test('are asked for at once, and found where strangers see them', async () => {
		const found = await pullFrom(
			{
				groups: [
					aWorldGroup({ labels: ['group::platform'] }),
					aWorldGroup({ path: 'platform/secret', visibility: 'private', labels: ['P1'] }),
				],
				projects: [aWorldProject({ labels: ['planning'] })],
				issues: [aWorldIssue({ labels: ['Security'] })],
				milestones: [aWorldMilestone({ title: 'Backlog' })],
			},
			[
				'Add ~Security or ~security, never `~code` or ~"candidate::x.y".',
				'%Backlog, not %Someday.',
			],
		);
		expect(found).toEqual({
			requests: 1,
			kind: 'rows',
			epics: [],
			there: ['group::platform', 'Security', 'Backlog', 'planning'],
			gone: ['P1', 'security', 'Someday', 'of another group'],
		});
	});

	test('are not known where strangers see neither group nor project', async () => {
		const hidden = await pullFrom({
			groups: [aWorldGroup({ visibility: 'private', labels: ['group::platform'] })],
			projects: [],
		});
		expect(hidden).toMatchObject({ kind: 'rows', there: [], gone: [] });
	});

	test.each(['off', 'refuses'] as const)('are not known when GraphQL is %s', async (graphql) => {
		expect(await pullFrom({ graphql })).toMatchObject({ requests: 1, kind: 'impossible' });
	});

	test('of which there are many take as few queries as GitLab allows', async () => {
		const labels = Array.from({ length: 60 }, (_, index) => `~"label ${String(index)}"`);
		expect(await pullFrom({}, labels)).toMatchObject({
			requests: 2,
			kind: 'rows',
			there: ['group::platform'],
		});
	});
});

describe('the epics of major versions', () => {
	const removals = { group: 'platform', title: 'Removals', monthsAfter: 1 };
	const epics = [
		aWorldEpic({ iid: 1, title: 'Removals 20.0', createdAt: '2026-02-03T23:30:00.000Z' }),
		aWorldEpic({ iid: 2, title: 'Removals 20.0', createdAt: '2026-03-01T08:00:00.000Z' }),
		aWorldEpic({ iid: 3, title: 'Removals 21.0', confidential: true }),
		aWorldEpic({ iid: 4, title: 'Removals of old plans' }),
	];
	const plan = planRules({ ...registry.plan, nextMajorEpic: removals });
	const withEpic = { ...registry, plan };
	const found = {
		kind: 'epic',
		place: 'platform',
		name: 'Removals',
		majors: [
			{
				major: 20,
				createdOn: '2026-02-03',
				webUrl: 'https://gitlab.example/groups/platform/-/epics/1',
			},
		],
	};

	test('are asked for with one more query, and nothing but version, day and address is kept', async () => {
		const { requests, epics: rows } = await pullFrom({ epics }, [], { registry: withEpic });
		expect([requests, rows]).toEqual([2, [found]]);
	});

	test('may be none', async () => {
		const { epics: rows } = await pullFrom({}, [], { registry: withEpic });
		expect(rows).toEqual([{ ...found, majors: [] }]);
	});

	test('are left out when they are confidential, whoever GitLab shows them to', async () => {
		const body = {
			data: {
				group: {
					fullPath: 'platform',
					workItems: {
						nodes: [
							{
								title: 'Removals 20.0',
								createdAt: '2026-02-03T08:00:00Z',
								confidential: true,
								webUrl: null,
							},
						],
					},
				},
			},
		};
		const { epics: rows } = await pullFrom({}, [], { registry: withEpic, second: body });
		expect(rows).toEqual([{ ...found, majors: [] }]);
	});

	const noField = { errors: [{ message: "Field 'workItems' doesn't exist on type 'Group'" }] };
	test.each([
		{ why: 'knows no work items', world: {}, second: noField },
		{ why: 'lets nobody search', world: { search: 'users' as const }, second: undefined },
	])('are not known where GitLab $why, and labels are', async ({ world, second }) => {
		const pulled = await pullFrom({ epics, ...world }, [], { registry: withEpic, second });
		expect(pulled).toMatchObject({ requests: 2, kind: 'rows', epics: [] });
		expect(pulled.gone).toContain('P1');
	});

	test('are not known where the public does not see the group', async () => {
		const groups = [aWorldGroup({ visibility: 'private' })];
		const pulled = await pullFrom({ epics, groups }, [], { registry: withEpic });
		expect(pulled).toMatchObject({ kind: 'rows', epics: [] });
	});
});

import { describe, expect, test } from 'vitest';
import { createPullers } from '#gitlab/lists/pullers.ts';
import { aContact, aRegistry, aSite, planRules } from '../../../builders.ts';
import {
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

async function pullFrom(world: Partial<World>, texts: readonly string[] = []) {
	await using gitlab = await startSmallGitLab(world);
	const source = {
		url: gitlab.url,
		requester: gitlab.requester,
		token: undefined,
		registry,
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
		there: rows.filter(({ exists }) => exists).map(({ name }) => name),
		gone: rows.filter(({ exists }) => !exists).map(({ name }) => name),
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
			there: ['group::platform', 'planning', 'Security', 'Backlog'],
			gone: ['P1', 'of another group', 'security', 'Someday'],
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
			requests: 3,
			kind: 'rows',
			there: ['group::platform'],
		});
	});
});

import { expect, test } from 'vitest';
import { createPullers } from '#gitlab/lists/pullers.ts';
import type { Registry } from '#model/registry.ts';
import { aDeclaredProject, anOnboarding, aRegistry, aSite, planRules } from '../../../builders.ts';
import { aWorldIssue } from '../../../gitlab/small-world.ts';
import { startSmallGitLab } from '../small-gitlab.ts';

const path = 'platform/billing-api';
const registry = aRegistry({
	site: aSite({ references: { project: path, group: 'platform' } }),
	projects: [aDeclaredProject({ path })],
	plan: planRules({ group: 'platform', groupLabels: ['group::platform', 'group::core'] }),
	onboarding: { ...anOnboarding({ project: path }), goodFirstIssues: { labels: ['easy'] } },
});
const withoutPlan: Registry = { ...registry, plan: { ...registry.plan, groupLabels: [] } };

const issues = [
	aWorldIssue({ iid: 1, labels: ['group::platform', 'easy'] }),
	aWorldIssue({ iid: 2, labels: ['group::platform', 'group::core', 'easy'] }),
	aWorldIssue({ iid: 3, labels: ['easy'] }),
	aWorldIssue({ iid: 4, labels: ['group::platform'] }),
	aWorldIssue({ iid: 5, labels: ['group::core', 'easy'], state: 'closed' }),
	aWorldIssue({ iid: 6, labels: ['group::core', 'easy'], confidential: true }),
];

async function pullFor(change: Registry) {
	await using gitlab = await startSmallGitLab({ issues });
	const source = {
		url: gitlab.url,
		requester: gitlab.requester,
		token: undefined,
		registry: change,
		lastGood: undefined,
		now: '2026-03-04T12:00:00Z',
	};
	let requests = 0;
	const puller = createPullers(source, () => requests++)['good-first-issues'];
	const { 'good-first-issues': outcome } = await puller.pull(() => undefined);
	if (outcome?.kind !== 'rows') throw new Error('Expected rows.');
	return { iids: outcome.rows.map(({ iid }) => iid).toSorted(), requests };
}

test('each open issue with the label comes once, without confidential ones', async () => {
	expect(await pullFor(registry)).toEqual({ iids: [1, 2], requests: 2 });
});

test('a team without a plan asks for the label alone', async () => {
	expect(await pullFor(withoutPlan)).toEqual({ iids: [1, 2, 3], requests: 1 });
});

test('issues of projects that the team does not declare are left out', async () => {
	const projects = [aDeclaredProject({ path: 'platform/other' })];
	expect((await pullFor({ ...registry, projects })).iids).toEqual([]);
});

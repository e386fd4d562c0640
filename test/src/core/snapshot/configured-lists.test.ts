import { expect, test } from 'vitest';
import { findUnusedLists } from '#core/snapshot/configured-lists.ts';
import type { Registry } from '#model/registry.ts';
import {
	aDeclaredConsumer,
	aDeclaredGroup,
	aDeclaredProject,
	anApi,
	anEndpoint,
	anOnboarding,
	aProjectPath,
	aRegistry,
	checkRules,
	planRules,
} from '../../../builders.ts';

const surface = { project: aProjectPath(), pages: [], pattern: '^$', ignored: [] };
const noApi = { ...anApi(), clients: [], endpoints: [], surface };

test('a team that has nothing but a plan is asked for nothing else', () => {
	const { candidateScope, planningIssues, ...plan } = planRules();
	const registry = aRegistry({ plan, api: noApi, checks: checkRules({ completeGroups: [] }) });
	expect([candidateScope, planningIssues]).not.toContain(undefined);
	expect([...findUnusedLists(registry)]).toEqual([
		'projects',
		'consumers',
		'evidence',
		'libraries',
		'surface',
		'group-projects',
		'access',
		'candidates',
		'planning-issues',
		'roadmap-issues',
		'good-first-issues',
		'groups',
		'members',
		'team',
		'answers',
	]);
});

test('a team without a plan is not asked for its milestones', () => {
	const unused = findUnusedLists(aRegistry({ plan: { ...planRules(), groupLabels: [] } }));
	expect([...unused]).toEqual(
		expect.arrayContaining([
			'milestones',
			'issues',
			'former-issues',
			'candidates',
			'planning-issues',
		]),
	);
});

test.each<{ list: string; registry: Partial<Registry> }>([
	{ list: 'projects', registry: { projects: [aDeclaredProject()] } },
	{ list: 'consumers', registry: { consumers: [aDeclaredConsumer()] } },
	{ list: 'evidence', registry: { consumers: [aDeclaredConsumer()] } },
	{ list: 'surface', registry: { api: anApi({ endpoints: [anEndpoint()] }) } },
	{ list: 'group-projects', registry: { checks: checkRules() } },
	{ list: 'access', registry: { people: [aDeclaredGroup()] } },
	{ list: 'candidates', registry: { plan: planRules() } },
	{ list: 'planning-issues', registry: { plan: planRules() } },
	{
		list: 'roadmap-issues',
		registry: { plan: planRules({ roadmapLabels: [{ label: 'roadmap::now', name: 'Now' }] }) },
	},
	{
		list: 'good-first-issues',
		registry: {
			onboarding: { ...anOnboarding({ page: '/' }), goodFirstIssues: { labels: ['easy'] } },
		},
	},
	{ list: 'members', registry: { people: [aDeclaredGroup()] } },
])('$list is asked for when the registry declares something of it', ({ list, registry }) => {
	expect([...findUnusedLists(aRegistry(registry))]).not.toContain(list);
});

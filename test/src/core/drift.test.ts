import { describe, expect, test } from 'vitest';
import { findDrift } from '#core/drift.ts';
import type { Finding } from '#core/finding.ts';
import type { Registry } from '#model/registry.ts';
import type { Snapshot } from '#model/snapshot.ts';
import {
	aDeclaredConsumer,
	aDeclaredGroup,
	aDeclaredProject,
	aGroup,
	aMilestone,
	aPlanningIssue,
	aProject,
	aRegistry,
	aSnapshot,
	pulledAt,
	someFacts,
} from '../../builders.ts';

const drift = (registry: Partial<Registry>, snapshot: Snapshot): Finding[] =>
	findDrift(aRegistry(registry), snapshot, (list, path) => `content/registry/${list}.yaml:${path}`);
const rulesOf = (findings: readonly Finding[]) => findings.map(({ rule }) => rule);
const missing = { state: 'missing', reason: 'GitLab answered 503.' } as const;

test('a registry that GitLab agrees with has no drift', () => {
	const snapshot = aSnapshot({
		rows: {
			projects: [aProject()],
			consumers: [aProject({ path: 'example/cli' })],
			groups: [aGroup()],
			milestones: [aMilestone()],
			'planning-issues': [aPlanningIssue({ milestone: '19.7' })],
		},
	});
	const registry = {
		projects: [aDeclaredProject()],
		consumers: [aDeclaredConsumer()],
		people: [aDeclaredGroup()],
	};
	expect(drift(registry, snapshot)).toEqual([]);
});

describe('a declared project', () => {
	test.each([
		{ row: { facts: someFacts({ path: 'example/new' }) }, rules: ['project-moved'] },
		{ row: { answer: 'missing-or-private' }, rules: ['project-missing-or-private'] },
		{ row: { answer: 'other-instance' }, rules: [] },
		{ row: { facts: someFacts({ archived: true }) }, rules: ['project-archived'] },
		{ row: { facts: someFacts({ archived: null }) }, rules: [] },
		{
			row: { facts: someFacts({ path: 'example/new', archived: true }) },
			rules: ['project-moved', 'project-archived'],
		},
	] as const)('answered $row has the findings $rules', ({ row, rules }) => {
		const snapshot = aSnapshot({ rows: { projects: [aProject(row)] } });
		expect(rulesOf(drift({ projects: [aDeclaredProject()] }, snapshot))).toEqual(rules);
	});

	test.each([
		{ archived: true, rules: [] },
		{ archived: false, rules: ['project-declared-archived'] },
		{ archived: null, rules: [] },
	])(
		'declared as archived, and archived: $archived, has the findings $rules',
		({ archived, rules }) => {
			const snapshot = aSnapshot({
				rows: { projects: [aProject({ facts: someFacts({ archived }) })] },
			});
			const projects = [aDeclaredProject({ archived: true })];
			expect(rulesOf(drift({ projects }, snapshot))).toEqual(rules);
		},
	);

	test('that moved is told with its place and its new path', () => {
		const facts = someFacts({ path: 'example/new' });
		const snapshot = aSnapshot({ rows: { projects: [aProject({ facts })] } });
		expect(drift({ projects: [aDeclaredProject()] }, snapshot)).toEqual([
			{
				rule: 'project-moved',
				project: 'example/tools/widget',
				movedTo: 'example/new',
				declaredIn: 'content/registry/projects.yaml:example/tools/widget',
			},
		]);
	});

	test('without a row was not pulled, and a row without an entry is left over', () => {
		const snapshot = aSnapshot({ rows: { projects: [aProject({ path: 'example/gone' })] } });
		expect(rulesOf(drift({ projects: [aDeclaredProject()] }, snapshot))).toEqual([
			'project-not-pulled',
			'project-no-longer-declared',
		]);
	});

	test('is found in letters of another case', () => {
		const snapshot = aSnapshot({
			rows: { projects: [aProject({ path: 'Example/Tools/Widget' })] },
		});
		expect(drift({ projects: [aDeclaredProject()] }, snapshot)).toEqual([]);
	});
});

describe('a declared consumer', () => {
	const consumers = [aDeclaredConsumer()];

	test('that moved is a finding, with the place in its own file', () => {
		const row = aProject({ path: 'example/cli', facts: someFacts({ path: 'example/new' }) });
		expect(drift({ consumers }, aSnapshot({ rows: { consumers: [row] } }))).toMatchObject([
			{ rule: 'project-moved', declaredIn: 'content/registry/consumers.yaml:example/cli' },
		]);
	});

	test('that is archived is none: the registry does not say whether it should be', () => {
		const facts = someFacts({ path: 'example/cli', archived: true });
		const row = aProject({ path: 'example/cli', facts });
		expect(drift({ consumers }, aSnapshot({ rows: { consumers: [row] } }))).toEqual([]);
	});
});

test('a group that strangers do not see is a finding', () => {
	const snapshot = aSnapshot({ rows: { groups: [aGroup({ visible: false, name: null })] } });
	expect(rulesOf(drift({ people: [aDeclaredGroup()] }, snapshot))).toEqual(['group-not-visible']);
});

describe('a milestone without a planning issue', () => {
	const milestones = ['19.6', '19.8', '19.7', '19.9', '19.10', '19.11'].map((title) =>
		title === '19.7' ? aMilestone() : aMilestone({ title, startDate: null, dueDate: null }),
	);

	test('is a finding when it is the current one or one of the next', () => {
		const planned = [aPlanningIssue({ milestone: '19.7' }), aPlanningIssue({ title: 'Plan 19.9' })];
		const snapshot = aSnapshot({ rows: { milestones, 'planning-issues': planned } });
		expect(drift({}, snapshot)).toMatchObject([
			{ rule: 'milestone-without-planning-issue', milestone: '19.8' },
			{ rule: 'milestone-without-planning-issue', milestone: '19.10' },
		]);
	});

	test('is unknown when the planning issues are missing', () => {
		const snapshot = aSnapshot({ rows: { milestones }, lists: { 'planning-issues': missing } });
		expect(rulesOf(drift({}, snapshot))).toEqual(['list-missing']);
	});
});

describe('a list that is not fresh', () => {
	test('is a finding with its reason', () => {
		const stale = { state: 'stale', rows: 0, pulledAt, reason: 'GitLab answered 503.' } as const;
		expect(drift({}, aSnapshot({ lists: { issues: stale, members: missing } }))).toEqual([
			{ rule: 'list-stale', list: 'issues', pulledAt, reason: stale.reason },
			{ rule: 'list-missing', list: 'members', reason: missing.reason },
		]);
	});

	test.each(['projects', 'consumers'] as const)('says nothing of its rows: %s', (list) => {
		const registry = { projects: [aDeclaredProject()], consumers: [aDeclaredConsumer()] };
		const rows = {
			projects: [aProject()],
			consumers: [aProject({ path: 'example/cli' })],
			[list]: [],
		};
		const findings = drift(registry, aSnapshot({ rows, lists: { [list]: missing } }));
		expect(rulesOf(findings)).toEqual(['list-missing']);
	});
});

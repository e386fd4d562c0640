import { describe, expect, test } from 'vitest';
import { findDrift } from '#core/findings/drift.ts';
import type { Finding } from '#core/findings/finding.ts';
import type { Registry } from '#model/registry.ts';
import type { Snapshot } from '#model/snapshot.ts';
import {
	aContact,
	aDeclaredConsumer,
	aDeclaredGroup,
	aDeclaredProject,
	aDocumentedEndpoint,
	aGroup,
	aGroupProject,
	aMilestone,
	anAccess,
	anApi,
	anExemption,
	anIssue,
	aPlanningIssue,
	aProject,
	aReading,
	aRegistry,
	aSnapshot,
	aUse,
	checkRules,
	evidenceOf,
	pulledAt,
	someFacts,
} from '../../../builders.ts';

const drift = (registry: Partial<Registry>, snapshot: Snapshot): Finding[] =>
	findDrift(aRegistry(registry), snapshot);
const rulesOf = (findings: readonly Finding[]) =>
	findings.map((finding) => (finding.rule === 'check' ? `check ${finding.check!}` : finding.rule));
const missing = { state: 'missing', reason: 'GitLab answered 503.' } as const;

/** What a pull with a token knows of a project that is as it should be. */
const rows = {
	projects: [aProject()],
	'group-projects': [aGroupProject()],
	access: [anAccess()],
	groups: [aGroup({ path: 'example/maintainers' })],
};

test('a registry that GitLab agrees with has no drift', () => {
	const snapshot = aSnapshot({
		rows: {
			...rows,
			consumers: [aProject({ path: 'example/cli' })],
			milestones: [aMilestone()],
			'planning-issues': [aPlanningIssue({ milestone: '19.7' })],
		},
	});
	const registry = {
		projects: [aDeclaredProject()],
		consumers: [aDeclaredConsumer()],
		people: [aDeclaredGroup({ path: 'example/maintainers' })],
	};
	expect(drift(registry, snapshot)).toEqual([]);
});

describe('a declared project', () => {
	const driftOf = (
		row: Parameters<typeof aProject>[0],
		declared: Parameters<typeof aDeclaredProject>[0] = {},
	) =>
		drift(
			{ projects: [aDeclaredProject(declared)] },
			aSnapshot({ rows: { ...rows, projects: [aProject(row)] } }),
		);

	test.each([
		{ row: { facts: someFacts({ path: 'example/tools/new' }) }, rules: ['check path'] },
		{ row: { answer: 'missing-or-private' }, rules: ['check readable'] },
		{ row: { facts: someFacts({ archived: true }) }, rules: ['check archived'] },
		{ row: { facts: someFacts({ archived: null }) }, rules: ['checks-unknown'] },
		{ row: { facts: someFacts({ license: null }) }, rules: ['check licence'] },
		{
			row: { facts: someFacts({ path: 'example/tools/new', archived: true }) },
			rules: ['check path', 'check archived'],
		},
	] as const)('answered $row has the findings $rules', ({ row, rules }) => {
		expect(rulesOf(driftOf(row))).toEqual(rules);
	});

	test('on another instance has none', () => {
		const declared = { instance: 'https://ops.example.com' };
		const snapshot = aSnapshot({ rows: { projects: [aProject({ answer: 'other-instance' })] } });
		expect(drift({ projects: [aDeclaredProject(declared)] }, snapshot)).toEqual([]);
	});

	test('that is broken is told with its list, its place and its check', () => {
		expect(driftOf({ facts: someFacts({ path: 'example/tools/new' }) })).toMatchObject([
			{
				rule: 'check',
				level: 'broken',
				key: 'projects',
				project: 'example/tools/widget',
				place: { file: 'content/registry/projects.yaml', line: 14 },
				check: 'path',
				result: { id: 'path', answer: 'broken' },
			},
		]);
	});

	test('that is exempt has no finding', () => {
		const checks = checkRules({ exemptions: [anExemption({ check: 'licence' })] });
		const facts = someFacts({ license: null });
		const snapshot = aSnapshot({ rows: { ...rows, projects: [aProject({ facts })] } });
		expect(drift({ projects: [aDeclaredProject()], checks }, snapshot)).toEqual([]);
	});

	test('without a row was not pulled, and a row without an entry is left over', () => {
		const snapshot = aSnapshot({ rows: { projects: [aProject({ path: 'example/gone' })] } });
		expect(drift({ projects: [aDeclaredProject()] }, snapshot)).toMatchObject([
			{ rule: 'project-not-pulled', level: 'unknown' },
			{ rule: 'project-no-longer-declared', level: 'notice' },
		]);
	});

	test('that was declared on another instance until now was not pulled', () => {
		expect(rulesOf(driftOf({ answer: 'other-instance' }))).toEqual(['project-not-pulled']);
	});

	test('is found in letters of another case', () => {
		expect(driftOf({ path: 'Example/Tools/Widget' })).toEqual([]);
	});
});

describe('without a token', () => {
	test('the unknown access of all projects is one finding, and nothing is broken', () => {
		const paths = ['example/tools/a', 'example/tools/b'];
		const snapshot = aSnapshot({
			rows: {
				projects: paths.map((path, index) =>
					aProject({ path, facts: someFacts({ path, id: index + 1 }) }),
				),
				'group-projects': paths.map((path, index) => aGroupProject({ path, id: index + 1 })),
			},
			lists: { access: { state: 'missing', reason: 'It needs a token.' } },
		});
		const projects = paths.map((path) => aDeclaredProject({ path }));
		expect(drift({ projects }, snapshot)).toMatchObject([
			{ rule: 'list-missing', level: 'unknown', list: 'access', reason: 'It needs a token.' },
			{
				rule: 'checks-unknown',
				level: 'unknown',
				check: 'maintainers',
				title: 'Maintainer access',
				projects: paths,
				needs: [{ text: 'A token with the scope read_api.', count: 2 }],
			},
		]);
	});

	test('with one, less access is broken', () => {
		const snapshot = aSnapshot({ rows: { ...rows, access: [anAccess({ accessLevel: 30 })] } });
		expect(rulesOf(drift({ projects: [aDeclaredProject()] }, snapshot))).toEqual([
			'check maintainers',
		]);
	});
});

describe('a declared consumer', () => {
	const driftOf = (row: Parameters<typeof aProject>[0]) =>
		drift(
			{ consumers: [aDeclaredConsumer()] },
			aSnapshot({ rows: { consumers: [aProject({ path: 'example/cli', ...row })] } }),
		);

	test('that moved is a finding, with the place in its own file', () => {
		expect(driftOf({ facts: someFacts({ path: 'example/new' }) })).toMatchObject([
			{
				rule: 'check',
				key: 'consumers',
				place: { file: 'content/registry/consumers.yaml' },
				check: 'path',
			},
		]);
	});

	test('that strangers do not see is one, which is not broken', () => {
		expect(driftOf({ answer: 'missing-or-private' })).toMatchObject([
			{ rule: 'check', key: 'consumers', result: { id: 'readable', answer: 'unknown' } },
		]);
	});

	test('is judged by nothing that it does', () => {
		const facts = someFacts({
			path: 'example/cli',
			archived: true,
			license: null,
			codeowners: null,
		});
		expect(driftOf({ facts })).toEqual([]);
	});

	test('without a row was not pulled', () => {
		expect(drift({ consumers: [aDeclaredConsumer()] }, aSnapshot())).toMatchObject([
			{ rule: 'project-not-pulled', level: 'unknown', key: 'consumers' },
		]);
	});
});

describe('projects that GitLab lists', () => {
	const snapshot = (lists = {}) =>
		aSnapshot({
			rows: {
				...rows,
				'group-projects': [aGroupProject(), aGroupProject({ path: 'example/tools/new', id: 2 })],
			},
			lists,
		});
	const projects = [aDeclaredProject()];

	test('and that nobody has declared are findings', () => {
		expect(rulesOf(drift({ projects }, snapshot()))).toEqual(['project-not-declared']);
	});

	test('are none when it is not known where the declared ones are', () => {
		expect(rulesOf(drift({ projects }, snapshot({ projects: missing })))).toEqual(['list-missing']);
	});
});

test('an exemption of nothing is told with its line', () => {
	const checks = checkRules({
		exemptions: [anExemption(), anExemption({ project: 'example/gone', place: { line: 11 } })],
	});
	const projects = [aDeclaredProject({ releaseOverdueAfterDays: 1 })];
	expect(drift({ projects, checks }, aSnapshot({ rows }))).toMatchObject([
		{
			rule: 'exemption-of-nothing',
			level: 'notice',
			why: 'project-not-declared',
			place: { line: 11 },
		},
	]);
});

test('a group that has to be complete and that strangers do not see is a finding, with its line', () => {
	const listedGroups = [
		{ group: 'example/Tols', visible: false },
		{ group: 'example/tools', visible: true },
	];
	const checks = checkRules({ completeGroups: ['example/tools', 'example/tols', 'example/new'] });
	checks.completeGroups[1]!.place.line = 6;
	expect(drift({ checks }, aSnapshot({ about: { listedGroups } }))).toMatchObject([
		{
			rule: 'complete-group-not-visible',
			level: 'unknown',
			group: 'example/tols',
			place: { file: 'content/registry/checks.yaml', line: 6 },
		},
	]);
});

test('a group that strangers do not see is a finding', () => {
	const snapshot = aSnapshot({ rows: { groups: [aGroup({ visible: false, name: null })] } });
	expect(drift({ people: [aDeclaredGroup()] }, snapshot)).toMatchObject([
		{
			rule: 'group-not-visible',
			level: 'unknown',
			place: { file: 'content/registry/people.yaml' },
		},
	]);
});

describe('a milestone without a planning issue', () => {
	const milestones = ['19.6', '19.8', '19.7', '19.9', '19.10', '19.11'].map((title) =>
		title === '19.7' ? aMilestone() : aMilestone({ title, startDate: null, dueDate: null }),
	);

	test('is a finding when it is the current one or one of the next', () => {
		const planned = [aPlanningIssue({ milestone: '19.7' }), aPlanningIssue({ title: 'Plan 19.9' })];
		const snapshot = aSnapshot({ rows: { milestones, 'planning-issues': planned } });
		expect(drift({}, snapshot)).toMatchObject([
			{ rule: 'milestone-without-planning-issue', level: 'notice', milestone: '19.8' },
			{ rule: 'milestone-without-planning-issue', level: 'notice', milestone: '19.10' },
		]);
	});

	test('is unknown when the planning issues are missing', () => {
		const snapshot = aSnapshot({ rows: { milestones }, lists: { 'planning-issues': missing } });
		expect(rulesOf(drift({}, snapshot))).toEqual(['list-missing']);
	});
});

describe('an issue that readers are asked to open', () => {
	const labels = ['type::bug', 'type::bgu'];
	const snapshot = aSnapshot({ rows: { ...rows, issues: [anIssue({ labels: ['type::bug'] })] } });
	const driftOf = (contact: Registry['contact'], known = snapshot) =>
		drift({ projects: [aDeclaredProject()], contact }, known).filter(({ rule }) =>
			rule.startsWith('contact'),
		);

	test('is a finding with its line when no issue of the plan has its label', () => {
		expect(driftOf(aContact({ labels }))).toMatchObject([
			{ rule: 'contact-label-unseen', level: 'notice', label: 'type::bgu', place: { line: 2 } },
		]);
	});

	test('is a finding when the team does not declare the project', () => {
		expect(driftOf(aContact({ project: 'example/tools/wigdet' }))).toMatchObject([
			{ rule: 'contact-project-not-declared', level: 'broken', place: { line: 2 } },
		]);
	});

	test.each([
		{
			why: 'the project is another team’s',
			contact: aContact({ ours: false, project: 'a/b', labels }),
		},
		{ why: 'there are no issues yet', contact: aContact({ labels }), known: aSnapshot({ rows }) },
		{ why: 'nobody is asked', contact: undefined },
	])('is none when $why', ({ contact, known }) => {
		expect(driftOf(contact, known)).toEqual([]);
	});
});

describe('the API', () => {
	const consumers = [aDeclaredConsumer()];
	const pulled = {
		consumers: [aProject({ path: 'example/cli' })],
		evidence: [
			evidenceOf({
				path: 'example/cli',
				reading: aReading({ uses: [aUse({ name: 'Cars.CrankCar' }), aUse({ name: 'Cars.New' })] }),
			}),
		],
		surface: [aDocumentedEndpoint({ method: 'PUT', path: '/cars/:id/wash' })],
	};

	test('drifts where its documentation or its consumers say something else', () => {
		expect(rulesOf(drift({ consumers }, aSnapshot({ rows: pulled })))).toEqual([
			'endpoint-not-declared',
			'endpoint-not-documented',
			'endpoint-not-documented',
			'endpoint-not-documented',
			'call-unmapped',
			'deprecated-endpoint-called',
		]);
	});

	test.each([
		{ list: 'surface' as const, left: ['call-unmapped', 'deprecated-endpoint-called'] },
		{ list: 'evidence' as const, left: ['endpoint-not-declared'] },
	])('says nothing of a list that is missing: $list', ({ list, left }) => {
		const surface = [
			...pulled.surface,
			...anApi().endpoints.map(({ method, path }) => aDocumentedEndpoint({ method, path })),
		];
		const snapshot = aSnapshot({
			rows: { ...pulled, surface, [list]: [] },
			lists: { [list]: missing },
		});
		expect(rulesOf(drift({ consumers }, snapshot))).toEqual(['list-missing', ...left]);
	});

	test('says nothing of a consumer that was not asked for yet, but that it was not pulled', () => {
		const snapshot = aSnapshot({ rows: { ...pulled, evidence: [], surface: [] } });
		expect(drift({ consumers }, snapshot)).toEqual([]);
	});
});

describe('a list that is not fresh', () => {
	test('is a finding with its reason', () => {
		const stale = { state: 'stale', rows: 0, pulledAt, reason: 'GitLab answered 503.' } as const;
		expect(drift({}, aSnapshot({ lists: { issues: stale, members: missing } }))).toMatchObject([
			{ rule: 'list-stale', level: 'unknown', list: 'issues', pulledAt, reason: stale.reason },
			{ rule: 'list-missing', level: 'unknown', list: 'members', reason: missing.reason },
		]);
	});

	test.each(['projects', 'consumers'] as const)('says nothing of its rows: %s', (list) => {
		const registry = { projects: [aDeclaredProject()], consumers: [aDeclaredConsumer()] };
		const all = { ...rows, consumers: [aProject({ path: 'example/cli' })], [list]: [] };
		const findings = drift(registry, aSnapshot({ rows: all, lists: { [list]: missing } }));
		expect(rulesOf(findings)).toEqual(['list-missing']);
	});

	test('says nothing of projects that it may lack: group-projects', () => {
		const snapshot = aSnapshot({ rows, lists: { 'group-projects': missing } });
		expect(rulesOf(drift({ projects: [aDeclaredProject()] }, snapshot))).toEqual([
			'list-missing',
			'checks-unknown',
		]);
	});
});

import { describe, expect, test } from 'vitest';
import { keepPublished } from '#core/snapshot/published.ts';
import type { Registry } from '#model/registry.ts';
import type { ListState } from '#model/snapshot.ts';
import {
	aDocumentedEndpoint,
	aLibrary,
	anApi,
	aProjectPath,
	evidenceOf,
	someFacts,
	aDeclaredConsumer,
	aDeclaredGroup,
	aDeclaredProject,
	aGroup,
	aGroupProject,
	aMember,
	aMilestone,
	anAccess,
	anIssue,
	anOnboarding,
	aProject,
	aRegistry,
	aSnapshot,
	checkRules,
	pulledAt,
} from '../../../builders.ts';

const path = 'example/tools/widget';
const group = 'example/reviewers';
const registry = aRegistry({
	projects: [aDeclaredProject({ path })],
	consumers: [aDeclaredConsumer({ path: 'example/cli' })],
	people: [aDeclaredGroup({ path: group })],
});
const rows = {
	projects: [aProject({ path })],
	consumers: [aProject({ path: 'example/cli' })],
	'group-projects': [aGroupProject()],
	access: [anAccess({ project: path, group })],
	milestones: [aMilestone()],
	issues: [anIssue()],
	groups: [aGroup({ path: group })],
	members: [aMember({ group })],
};
const stale = (count: number): ListState => ({
	state: 'stale',
	rows: count,
	pulledAt,
	reason: 'GitLab answered 503.',
});

test('a snapshot of what is declared stays as it is', () => {
	const snapshot = aSnapshot({ rows });
	expect(keepPublished(snapshot, registry)).toEqual(snapshot);
});

test('projects and consumers that are declared no more go, each by their own list', () => {
	const snapshot = aSnapshot({
		rows: {
			projects: [aProject({ path }), aProject({ path: 'example/cli' })],
			consumers: [aProject({ path: 'example/cli' }), aProject({ path })],
		},
	});
	const { about, rows: kept } = keepPublished(snapshot, registry);
	expect(kept.projects.map((row) => row.path)).toEqual([path]);
	expect(kept.consumers.map((row) => row.path)).toEqual(['example/cli']);
	expect(about.lists.projects).toMatchObject({ rows: 1 });
	expect(about.lists.consumers).toMatchObject({ rows: 1 });
});

test('a project that moved keeps what was pulled at an earlier path of it', () => {
	const snapshot = aSnapshot({ rows });
	const moved = aDeclaredProject({ path: 'example/new/widget', earlierPaths: [path] });
	const { rows: kept } = keepPublished(snapshot, { ...registry, projects: [moved] });
	expect(kept.projects).toEqual(rows.projects);
	expect(kept.access).toEqual(rows.access);
});

describe('members of a group go', () => {
	test.each([
		{
			people: [aDeclaredGroup({ path: group, publishMembers: false })],
			groups: [aGroup({ path: group })],
			why: 'that the registry publishes no more',
		},
		{ people: [], groups: [aGroup({ path: group })], why: 'that is declared no more' },
		{
			people: [aDeclaredGroup({ path: group })],
			groups: [aGroup({ path: group, visible: false, name: null })],
			why: 'that strangers see no more',
		},
	])('$why, and the list counts what is left', ({ people, groups }) => {
		const other = 'example/maintainers';
		const snapshot = aSnapshot({
			rows: { groups, members: [aMember({ group }), aMember({ group: other })] },
			lists: { members: stale(2) },
		});
		const declared = { ...registry, people: [...people, aDeclaredGroup({ path: other })] };
		const { about, rows: kept } = keepPublished(snapshot, declared);
		expect(kept.members.map((member) => member.group)).toEqual([other]);
		expect(about.lists.members).toEqual(stale(1));
	});

	test('but not those of a group whose row is missing', () => {
		const snapshot = aSnapshot({
			rows: { members: [aMember({ group })] },
			lists: { groups: { state: 'missing', reason: 'Not pulled yet.' } },
		});
		const { about, rows: kept } = keepPublished(snapshot, registry);
		expect(kept.members).toHaveLength(1);
		expect(about.lists.groups).toEqual({ state: 'missing', reason: 'Not pulled yet.' });
	});
});

describe('the access of a group to a project goes', () => {
	test.each([
		{
			change: { projects: [aProject({ path, answer: 'missing-or-private' })] },
			why: 'when strangers see the project no more',
		},
		{ change: { projects: [] }, why: 'when nobody knows whether they see it' },
		{
			change: { groups: [aGroup({ path: group, visible: false, name: null })] },
			why: 'when strangers see the group no more',
		},
		{
			change: { access: [anAccess({ project: 'example/gone', group })] },
			why: 'when the project is declared no more',
		},
		{
			change: { access: [anAccess({ project: path, group: 'example/gone' })] },
			why: 'when the group is declared no more',
		},
	])('$why, and the list counts what is left', ({ change }) => {
		const snapshot = aSnapshot({ rows: { ...rows, ...change }, lists: { access: stale(1) } });
		const { about, rows: kept } = keepPublished(snapshot, registry);
		expect(kept.access).toEqual([]);
		expect(about.lists.access).toEqual(stale(0));
	});
});

test('projects of groups that need not be complete any more go', () => {
	const snapshot = aSnapshot({
		rows: {
			'group-projects': [
				aGroupProject(),
				aGroupProject({ path: 'other/a', group: 'other', id: 2 }),
			],
		},
	});
	const checks = checkRules({ completeGroups: ['other'] });
	const { about, rows: kept } = keepPublished(snapshot, { ...registry, checks });
	expect(kept['group-projects'].map((row) => row.path)).toEqual(['other/a']);
	expect(about.lists['group-projects']).toMatchObject({ rows: 1 });
});

describe('what the source of a consumer says goes', () => {
	const evidence = [evidenceOf({ path: 'example/cli' })];
	test.each([
		{
			consumers: [aProject({ path: 'example/cli', answer: 'missing-or-private', facts: null })],
			why: 'when strangers see the consumer no more',
		},
		{
			consumers: [aProject({ path: 'example/cli', facts: someFacts({ hidden: ['code'] }) })],
			why: 'when strangers see its code no more',
		},
	])('$why, and the list counts what is left', ({ consumers }) => {
		const snapshot = aSnapshot({ rows: { consumers, evidence }, lists: { evidence: stale(1) } });
		const { about, rows: kept } = keepPublished(snapshot, registry);
		expect(kept.evidence).toEqual([]);
		expect(about.lists.evidence).toEqual(stale(0));
	});

	test('but that nothing is known of it stays', () => {
		const consumers = [
			aProject({ path: 'example/cli', answer: 'missing-or-private', facts: null }),
		];
		const unknown = [evidenceOf({ path: 'example/cli', reading: null, trouble: 'Not shown.' })];
		const snapshot = aSnapshot({ rows: { consumers, evidence: unknown } });
		expect(keepPublished(snapshot, registry).rows.evidence).toEqual(unknown);
	});

	test('when the consumer is declared no more', () => {
		const snapshot = aSnapshot({ rows: { evidence } });
		expect(keepPublished(snapshot, { ...registry, consumers: [] }).rows.evidence).toEqual([]);
	});

	test('not when it was got alone, and nobody has asked for the consumers', () => {
		const snapshot = aSnapshot({ rows: { evidence } });
		expect(keepPublished(snapshot, registry).rows.evidence).toEqual(evidence);
	});
});

test.each([
	{ why: 'the library is declared no more', change: { clients: [] } },
	{
		why: 'it is made in another project',
		change: { clients: [aLibrary({ project: 'example/other' })] },
	},
])('the version of a library goes when $why', ({ change }) => {
	const project = aProjectPath('example/car-go');
	const libraries = [{ client: 'car-go', project, latest: null }];
	const snapshot = aSnapshot({ rows: { libraries } });
	expect(keepPublished(snapshot, registry).rows.libraries).toEqual(libraries);
	const api = { ...anApi(), ...change };
	expect(keepPublished(snapshot, { ...registry, api }).rows.libraries).toEqual([]);
});

test('of the documentation goes what is of a file or a path that nobody asks for', () => {
	const page = aDocumentedEndpoint();
	const described = aDocumentedEndpoint({ source: 'openapi', file: 'doc/openapi.yaml' });
	const surface = [
		page,
		described,
		aDocumentedEndpoint({ file: 'doc/carts.md' }),
		aDocumentedEndpoint({ source: 'openapi', file: 'doc/cars.md' }),
		aDocumentedEndpoint({ path: '/carts' }),
	];
	const snapshot = aSnapshot({ rows: { surface } });
	expect(keepPublished(snapshot, registry).rows.surface).toEqual([page, described]);
});

test('an issue for newcomers goes when its project or its label is declared no more', () => {
	const kept = anIssue({ iid: 1, labels: ['easy'] });
	const rows = {
		'good-first-issues': [
			kept,
			anIssue({ iid: 2, labels: ['hard'] }),
			anIssue({ iid: 3, labels: ['easy'], project: 'example/other' }),
		],
	};
	const projects = [aDeclaredProject({ path: kept.project })];
	const page = anOnboarding({ page: '/projects/' });
	const onboarding = { ...page, goodFirstIssues: { labels: ['easy'] } };
	const publishedFor = (change: Partial<Registry>) =>
		keepPublished(aSnapshot({ rows }), aRegistry(change)).rows['good-first-issues'];
	expect(publishedFor({ projects, onboarding })).toEqual([kept]);
	expect(publishedFor({ projects, onboarding: page })).toEqual([]);
});

test('a group that hides keeps its own row: the page says so', () => {
	const snapshot = aSnapshot({ rows: { groups: [aGroup({ path: group, visible: false })] } });
	expect(keepPublished(snapshot, registry).rows.groups).toHaveLength(1);
});

test('the snapshot that was given is left untouched', () => {
	const snapshot = aSnapshot({ rows });
	keepPublished(snapshot, aRegistry());
	expect(snapshot).toEqual(aSnapshot({ rows }));
});

test('the plan is no matter of what is declared', () => {
	const { rows: kept } = keepPublished(aSnapshot({ rows }), aRegistry());
	expect(kept.milestones).toEqual(rows.milestones);
	expect(kept.issues).toEqual(rows.issues);
});

describe('a group that is declared no more', () => {
	const before: ListState = {
		state: 'fresh',
		rows: 1,
		pulledAt,
		partial: 'GitLab failed to answer for 2 groups: example/left and example/reviewers.',
	};
	const keep = (keptFrom: Record<string, string | null>, list: 'members' | 'group-projects') => {
		const snapshot = aSnapshot({ rows });
		snapshot.about.lists[list] = { ...before, keptFrom };
		return keepPublished(snapshot, registry).about.lists[list];
	};

	test('is named in no list either as one that GitLab failed to answer for', () => {
		const kept = keep({ 'example/left': pulledAt, [group]: null }, 'members');
		expect(kept).toMatchObject({ keptFrom: { [group]: null } });
		for (const list of ['members', 'group-projects'] as const) {
			const whole = keep({ 'example/left': null }, list);
			expect(whole).toMatchObject({ state: 'fresh', pulledAt });
			expect(JSON.stringify(whole)).not.toContain('example/left');
		}
	});
});

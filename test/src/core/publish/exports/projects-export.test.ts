import { describe, expect, test } from 'vitest';
import type { Check } from '#core/inventory/check.ts';
import type { ProjectSource } from '#core/publish/exports/exported-project.ts';
import { toProjectsExport, type ExportSource } from '#core/publish/exports/projects-export.ts';
import { ChecksOfDay, historyFormat } from '#model/history.ts';
import { ProjectsExport } from '#model/exports/exports.ts';
import type { ProjectFacts } from '#model/project.ts';
import {
	aDeclaredProject,
	aProject,
	aSite,
	aSnapshot,
	aTool,
	anExemption,
	checkRules,
	pulledAt,
	readFor,
	someFacts,
	source,
} from '../../../../builders.ts';

const path = 'example/tools/widget';
const site = aSite({
	projectGroups: [
		{ id: 'product', title: 'Product projects' },
		{ id: 'saas', title: 'SaaS', categories: [{ id: 'images', title: 'Images' }] },
	],
});

function aCheck(overrides: Partial<Check> = {}): Check {
	return {
		id: 'release',
		title: 'Release in time',
		why: 'Users wait for it.',
		answer: 'holds',
		observed: 'The latest release is 22 days old.',
		from: null,
		readAt: pulledAt,
		permission: 'stranger',
		...overrides,
	};
}

function aSource(overrides: Partial<ProjectSource> = {}): ProjectSource {
	return {
		declared: aDeclaredProject({ path }),
		project: aProject({ path }),
		checks: [aCheck()],
		...overrides,
	};
}

function exportOf(overrides: Partial<ExportSource> = {}): ProjectsExport {
	const whole = toProjectsExport({
		site,
		about: aSnapshot().about,
		checkRules: checkRules(),
		history: [],
		addressOf: (address) => address,
		projects: [aSource()],
		...overrides,
	});
	// Strict: a field that the schema does not know is a mistake of ours.
	return ProjectsExport.parse(whole);
}

const rowOf = (overrides: Partial<ProjectSource>, others: Partial<ExportSource> = {}) =>
	exportOf({ ...others, projects: [aSource(overrides)] }).projects[0]!;

describe('the stamp', () => {
	test('says where the data are from, and how old each list is', () => {
		const stale = { state: 'stale', rows: 1, pulledAt: '2026-11-20T07:15:00Z' } as const;
		const { about } = aSnapshot({
			about: { sample: true },
			lists: {
				projects: { ...stale, reason: 'GitLab answered 502.' },
				access: { state: 'missing', reason: 'No token is set.' },
			},
		});
		expect(exportOf({ about }).snapshot).toEqual({
			source,
			sample: true,
			pulledAt,
			projects: {
				state: 'stale',
				pulledAt: '2026-11-20T07:15:00Z',
				reason: 'GitLab answered 502.',
			},
			groupProjects: { state: 'fresh', pulledAt, reason: null },
			access: { state: 'missing', pulledAt: null, reason: 'No token is set.' },
		});
	});

	test('has no reason while a list is fresh', () => {
		expect(exportOf().snapshot.projects).toEqual({ state: 'fresh', pulledAt, reason: null });
	});
});

test('projects stand in the order of their paths, whatever the order of the registry', () => {
	const projects = ['b/c', 'a/z', 'a/B', 'a/b-c', 'a/b'].map((path) =>
		aSource({ declared: aDeclaredProject({ path }), project: aProject({ path }) }),
	);
	expect(exportOf({ projects }).projects.map(({ path }) => path)).toEqual([
		'a/B',
		'a/b',
		'a/b-c',
		'a/z',
		'b/c',
	]);
});

test('addresses of the site are those that readers outside need', () => {
	const host = 'https://pages.example.com/handbook';
	const { schema, about, projects } = exportOf({
		addressOf: (address) => host + address,
		aboutPage: '/files/',
	});
	expect({ schema, about, page: projects[0]!.page, badge: projects[0]!.badge }).toEqual({
		schema: `${host}/exports/v1/projects.schema.json`,
		about: `${host}/files/`,
		page: `${host}/projects/${path}/`,
		badge: `${host}/exports/v1/badges/${path}.svg`,
	});
});

test('the meaning of every check of the registry is told once', () => {
	const { checks } = exportOf();
	expect(checks.map(({ id }) => id)).toEqual(expect.arrayContaining(['release', 'tool-go']));
	expect(checks.every(({ claim, why }) => claim.endsWith('.') && why.endsWith('.'))).toBe(true);
});

test('what GitLab failed to answer is unknown, or older with its date: never none', () => {
	const why = 'GET /projects/1/languages answered 500.';
	const unanswered: ProjectFacts['unanswered'] = [
		{ part: 'languages', keptFrom: null, why },
		{ part: 'releases', keptFrom: '2026-11-05T08:30:00Z', why },
	];
	const facts = someFacts({ path, languages: [], unanswered });
	const row = rowOf({ project: aProject({ path, facts }) });
	expect(row).toMatchObject({ languages: null, unanswered });
	expect(row.latestVersion?.tag).toBe(facts.latestVersion?.tag);
});

describe('the state of a project', () => {
	const moved = someFacts({ path: 'example/moved' });
	test.each([
		{
			what: 'found at its path',
			project: aProject({ path }),
			state: { answer: 'found', moved: false, archived: false },
		},
		{
			what: 'moved',
			project: aProject({ path, facts: moved }),
			state: { answer: 'found', moved: true, archived: false },
		},
		{
			what: 'archived',
			project: aProject({ path, facts: someFacts({ path, archived: true }) }),
			state: { answer: 'found', moved: false, archived: true },
		},
		{
			what: 'found, but GitLab does not say whether it is archived',
			project: aProject({ path, facts: someFacts({ path, archived: null }) }),
			state: { answer: 'found', moved: false, archived: null },
		},
		{
			what: 'missing or private',
			project: aProject({ path, answer: 'missing-or-private' }),
			state: { answer: 'missing-or-private', moved: null, archived: null },
		},
		{
			what: 'on another instance',
			project: aProject({ path, answer: 'other-instance' }),
			state: { answer: 'other-instance', moved: null, archived: null },
		},
		{
			what: 'not pulled yet',
			project: undefined,
			state: { answer: 'not-pulled', moved: null, archived: null },
		},
	])('$what', ({ project, state }) => {
		expect(rowOf({ project }).state).toMatchObject(state);
	});

	test('has what the team declares beside it', () => {
		const declared = aDeclaredProject({
			path,
			group: 'saas',
			category: 'images',
			private: true,
			deprecated: true,
			archived: true,
			releaseOverdueAfterDays: 45,
		});
		expect(rowOf({ declared })).toMatchObject({
			group: { id: 'saas', title: 'SaaS' },
			category: { id: 'images', title: 'Images' },
			state: { private: true, deprecated: true, declaredArchived: true, archived: false },
			releaseOverdueAfterDays: 45,
		});
	});
});

describe('unknown is null, never 0, false or empty', () => {
	test('of a project that strangers do not see', () => {
		const project = aProject({ path, answer: 'missing-or-private' });
		expect(rowOf({ project })).toMatchObject({
			webUrl: null,
			currentPath: null,
			hidden: null,
			description: null,
			defaultBranch: null,
			licence: null,
			languages: null,
			topics: null,
			latestVersion: null,
			upcomingRelease: null,
			releaseOverdueAfterDays: null,
			medianDaysBetweenReleases: null,
			pipeline: null,
			lastActivityAt: null,
			tools: [{ id: 'go', state: 'unknown', versions: null }],
		});
	});

	test.each<{ hidden: ProjectFacts['hidden']; languages: unknown; why: string }>([
		{ hidden: [], languages: [], why: 'GitLab recognises none' },
		{ hidden: ['languages'], languages: null, why: 'they are hidden' },
		{ hidden: ['code'], languages: null, why: 'the code is hidden' },
		{ hidden: ['pipelines'], languages: [], why: 'something else is hidden' },
	])('languages are $languages when $why', ({ hidden, languages }) => {
		const facts = someFacts({ path, languages: [], hidden });
		expect(rowOf({ project: aProject({ path, facts }) })).toMatchObject({ languages, hidden });
	});

	test.each([
		{ releasedAt: '2026-11-01T09:00:00Z', ageDays: 22, why: 'three weeks ago' },
		{ releasedAt: '2026-11-23T00:00:01Z', ageDays: 0, why: 'today' },
		{ releasedAt: '2026-11-24T00:10:00Z', ageDays: 0, why: 'midnight has passed in between' },
		{ releasedAt: null, ageDays: null, why: 'GitLab gave no date' },
	])('a version is $ageDays days old: $why', ({ releasedAt, ageDays }) => {
		const facts = someFacts({ path, latestVersion: { kind: 'tag', tag: 'v1', releasedAt } });
		const { latestVersion } = rowOf({ project: aProject({ path, facts }) });
		expect(latestVersion).toEqual({ kind: 'tag', tag: 'v1', releasedAt, ageDays });
	});

	test('two releases make no rhythm', () => {
		const releaseDates = ['2026-11-01T09:00:00Z', '2026-10-01T09:00:00Z'];
		const facts = someFacts({ path, releaseDates });
		const row = rowOf({ project: aProject({ path, facts }) });
		expect(row.medianDaysBetweenReleases).toBeNull();
		expect(rowOf({}).medianDaysBetweenReleases).toBe(31);
	});
});

describe('a tool', () => {
	test('has every place that says a version, against the agreed one', () => {
		const facts = someFacts({
			path,
			toolPins: [
				{ tool: 'go', file: 'go.mod', line: 3, version: '1.25.1' },
				{ tool: 'lint', file: 'mise.toml', line: 2, version: 'latest' },
			],
		});
		const tools = [aTool(), aTool({ id: 'lint', name: 'Lint', agreed: undefined })];
		const filesFor = { projects: readFor({ tools }), consumers: null };
		const row = rowOf(
			{ project: aProject({ path, facts }) },
			{ checkRules: checkRules({ tools }), about: aSnapshot({ about: { filesFor } }).about },
		);
		expect(row.tools).toEqual([
			{
				id: 'go',
				name: 'Go',
				agreed: '1.26.5',
				state: 'behind',
				versions: [{ version: '1.25.1', file: 'go.mod', line: 3 }],
			},
			{
				id: 'lint',
				name: 'Lint',
				agreed: null,
				state: 'no-agreement',
				versions: [{ version: 'latest', file: 'mise.toml', line: 2 }],
			},
		]);
	});
});

test('a tool that was looked for otherwise, or never, is unknown', () => {
	const tools = [aTool({ pins: { names: ['golang'] } })];
	const row = rowOf({}, { checkRules: checkRules({ tools }) });
	expect(row.tools).toMatchObject([{ id: 'go', state: 'unknown', versions: null }]);
});

describe('a check', () => {
	const history = ['2026-11-21', '2026-11-22', '2026-11-23'].map((day, index) =>
		ChecksOfDay.parse({
			format: historyFormat,
			sample: false,
			source,
			day,
			pulledAt: `${day}T08:30:00Z`,
			projects: { [path]: { release: index === 0 ? 'holds' : 'broken', licence: 'broken' } },
		}),
	);
	const checks = [
		aCheck({ answer: 'broken', fix: { text: 'Release it.' } }),
		aCheck({
			id: 'licence',
			answer: 'exempt',
			exemption: anExemption({ check: 'licence', until: '2027-01-31' }),
			fix: { text: 'Add one.' },
		}),
		aCheck({ id: 'pipeline', answer: 'unknown', readAt: null, needs: 'A pull.' }),
		aCheck({
			id: 'maintainers',
			permission: 'token',
			from: { text: 'its members', url: `${source}/${path}` },
		}),
	];
	const row = rowOf({ checks }, { history });
	const found = (id: string) => row.checks.find((check) => check.id === id);

	test('that is broken says since when, and what to do', () => {
		expect(found('release')).toEqual({
			id: 'release',
			title: 'Release in time',
			answer: 'broken',
			saw: 'The latest release is 22 days old.',
			readFrom: null,
			readAt: pulledAt,
			permission: 'stranger',
			needs: null,
			mend: 'Release it.',
			exemption: null,
			since: { day: '2026-11-22', isAtLeast: false },
		});
	});

	test('that is exempt says why, who decided, and until when', () => {
		expect(found('licence')).toMatchObject({
			exemption: {
				reason: 'It is finished, and only gets security fixes.',
				by: 'engineering manager',
				until: '2027-01-31',
			},
			since: { day: '2026-11-21', isAtLeast: true },
		});
	});

	test('that is unknown says what it takes', () => {
		expect(found('pipeline')).toMatchObject({ needs: 'A pull.', readAt: null, since: null });
	});

	test('says who can see what was read, and where', () => {
		expect(found('maintainers')).toMatchObject({
			permission: 'token',
			readFrom: { text: 'its members', url: `${source}/${path}` },
			since: null,
		});
	});

	test('that does not apply is in no list and no count', () => {
		expect(found('codeowners')).toBeUndefined();
		expect(row.checkCounts).toEqual({ holds: 1, broken: 1, unknown: 1, exempt: 1 });
	});
});

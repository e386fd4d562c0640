/** Values of the model, valid by default: a test names only what it is about. */
import { AnsweredIssue } from '#model/issue.ts';
import type { z } from 'zod';
import { fingerprintFileRules, toFileRules } from '#core/inventory/file-rules.ts';
import { Api, ClientLibrary, DeclaredEndpoint } from '#model/api.ts';
import { CheckRules, DeclaredTool, Exemption, GroupProject, ProjectAccess } from '#model/checks.ts';
import { Contact, type ContactIssue } from '#model/contact.ts';
import { ConsumerEvidence, DocumentedEndpoint, SourceReading, SourceUse } from '#model/evidence.ts';
import { CallsOfDay, historyFormat, IssueOfDay, PlanOfDay } from '#model/history.ts';
import { IsoInstant, ProjectPath } from '#model/identifiers.ts';
import { Issue } from '#model/issue.ts';
import { Group, Member } from '#model/member.ts';
import { Milestone } from '#model/milestone.ts';
import { Onboarding, type StepTarget } from '#model/onboarding.ts';
import { Project, ProjectFacts, type UnreadFile, type WhyUnread } from '#model/project.ts';
import {
	DeclaredConsumer,
	DeclaredGroup,
	DeclaredProject,
	Place,
	type Declared,
} from '#model/declared.ts';
import { PlanRules } from '#model/plan-rules.ts';
import type {
	DeclaredChecks,
	Registry,
	DeclaredContact,
	DeclaredOnboarding,
} from '#model/registry.ts';
import { Site } from '#model/site.ts';
import { RosterRow } from '#model/roster.ts';
import {
	About,
	mapLists,
	snapshotFormat,
	type FilesFor,
	type ListName,
	type ListState,
	type Snapshot,
	type SnapshotRows,
} from '#model/snapshot.ts';

export type Overrides<Schema extends z.ZodType> = Partial<z.input<Schema>>;

/** Makes values that are as the defaults say, but for what a test is about. */
export function builderOf<Schema extends z.ZodType>(
	schema: Schema,
	defaults: (overrides: Overrides<Schema>) => object,
) {
	return (overrides: Overrides<Schema> = {}): z.output<Schema> =>
		schema.parse({ ...defaults(overrides), ...overrides });
}

export const pulledAt: IsoInstant = '2026-11-23T08:30:00Z';
export const source = 'https://gitlab.example.com';
export const teamSource = 'https://people.example.com/company/team.yml';

export function aProjectPath(path = 'example/tools/widget'): ProjectPath {
	return ProjectPath.parse(path);
}

export const anIssue = builderOf(Issue, ({ project = 'example/tools/widget', iid = 1 }) => ({
	project,
	iid,
	title: 'Teach the widget to wait',
	state: 'opened',
	labels: [],
	milestone: null,
	weight: null,
	healthStatus: null,
	dueDate: null,
	webUrl: `${source}/${project}/-/issues/${String(iid)}`,
}));

export function aPlanningIssue(overrides: Overrides<typeof Issue> = {}): Issue {
	const { project, label } = planRules().planningIssues!;
	return anIssue({ project, labels: [label], title: 'Planning issue', ...overrides });
}

export const aMilestone = builderOf(Milestone, () => ({
	title: '19.7',
	startDate: '2026-11-14',
	dueDate: '2026-12-11',
	state: 'active',
	webUrl: null,
}));

export const someFacts = builderOf(ProjectFacts, ({ path = 'example/tools/widget' }) => ({
	id: 1,
	path,
	description: 'Waits for work.',
	webUrl: `${source}/${path}`,
	topics: [],
	defaultBranch: 'main',
	license: 'MIT License',
	licenseUrl: `${source}/${path}/-/blob/main/LICENSE`,
	stars: 3,
	archived: false,
	lastActivityAt: '2026-11-20T12:00:00Z',
	languages: [{ name: 'Go', share: 100 }],
	latestVersion: { kind: 'release', tag: 'v1.2.3', releasedAt: '2026-11-01T09:00:00Z' },
	upcomingRelease: null,
	pipeline: { status: 'success', updatedAt: '2026-11-20T12:10:00Z', webUrl: null },
	releaseDates: ['2026-11-01T09:00:00Z', '2026-10-01T09:00:00Z', '2026-09-01T09:00:00Z'],
	toolPins: [{ tool: 'go', file: 'go.mod', line: 3, version: '1.26.5' }],
	codeowners: { file: 'CODEOWNERS', mentions: [{ group: 'example/maintainers', line: 2 }] },
	unreadFiles: [],
	hidden: [],
}));

/** Files that were not got, or that were not read for one reason. */
export function unreadFiles(files: readonly string[], why: WhyUnread = 'not got'): UnreadFile[] {
	return files.map((file) => ({ file, why }));
}

/** Found, with facts at its own path, unless the answer says otherwise. */
export function aProject(overrides: Overrides<typeof Project> = {}): Project {
	const { path = 'example/tools/widget', answer = 'found' } = overrides;
	const facts = answer === 'found' ? someFacts({ path }) : null;
	return Project.parse({ path, answer, facts, ...overrides });
}

export const aGroup = builderOf(Group, () => ({
	path: 'example/reviewers',
	visible: true,
	name: 'Reviewers',
	webUrl: null,
}));

export const aMember = builderOf(Member, () => ({
	group: 'example/reviewers',
	username: 'ada.example',
	name: 'Ada Example',
	webUrl: null,
}));

export const aRosterRow = builderOf(RosterRow, () => ({
	roster: 'members',
	position: 1,
	name: 'Ada Example',
	role: 'Engineering Manager, Widget',
	roleUrl: null,
	username: 'ada.example',
	vacancy: false,
}));

/** What the registry declares, at a place in one of its files. */
export function declaredAt<Entry extends object>(
	entry: Entry,
	name: 'projects' | 'consumers' | 'people' | 'checks',
	place: Overrides<typeof Place> = {},
): Declared<Entry> {
	return { ...entry, place: aPlace({ file: `content/registry/${name}.yaml`, ...place }) };
}

/** The same of what the registry declares, at a place in one of its files. */
function placedBuilderOf<Schema extends z.ZodType<object>>(
	schema: Schema,
	name: Parameters<typeof declaredAt>[1],
	defaults: () => object,
) {
	return ({
		place,
		...overrides
	}: Overrides<Schema> & { place?: Overrides<typeof Place> } = {}): Declared<z.output<Schema>> =>
		declaredAt(schema.parse({ ...defaults(), ...overrides }), name, place);
}

export const aDeclaredProject = placedBuilderOf(DeclaredProject, 'projects', () => ({
	path: 'example/tools/widget',
	name: 'Widget',
	group: 'product',
}));

export const aDeclaredConsumer = placedBuilderOf(DeclaredConsumer, 'consumers', () => ({
	path: 'example/cli',
	name: 'Example CLI',
	api: { name: 'REST', url: 'https://docs.example.com/api' },
}));

export const aDeclaredGroup = placedBuilderOf(DeclaredGroup, 'people', () => ({
	path: 'example/reviewers',
	name: 'Reviewers',
	meaning: 'They give the first review.',
	publishMembers: true,
}));

export const planRules = builderOf(PlanRules, () => ({
	group: 'example',
	groupLabels: ['group::widget'],
	milestonePattern: String.raw`^\d+\.\d+$`,
	nextMilestones: 3,
	lastMinor: 11,
	planningIssues: { project: 'example/tools/widget', label: 'Planning Issue' },
	priorities: [
		{ label: 'Widget::P1', name: 'P1', meaning: 'elevated priority' },
		{ label: 'Widget::P2', name: 'P2', meaning: 'normal priority' },
		{ label: 'Widget::P3', name: 'P3', meaning: 'reduced priority' },
	],
	roadmapLabels: [],
	deliverableLabel: 'Deliverable',
	candidateScope: 'candidate',
	blockedLabels: ['workflow::blocked'],
	reliability: {
		title: 'Reliability',
		labels: [
			{ label: 'blocking', meaning: 'blocks our work' },
			{ label: 'related', meaning: 'is related to our work' },
		],
	},
	missedPrefix: 'missed:',
	missedDeliverableLabel: 'missed-deliverable',
	workflowScope: 'workflow',
	releaseDay: { nth: 3, weekday: 'thursday' },
	cutoffDay: 'friday',
	kickoffDay: 'monday',
	planningIssueDaysBefore: 30,
	retrospectiveDay: { nth: 1, weekday: 'tuesday' },
	finalBusinessDaysBeforeKickoff: 3,
	holidays: [
		{ date: '2026-12-25', name: 'Christmas Day' },
		{ date: '2027-01-01', name: "New Year's Day" },
	],
}));

export function checkRules({
	exemptions = [],
	...overrides
}: Omit<Overrides<typeof CheckRules>, 'exemptions'> & {
	exemptions?: Declared<Exemption>[];
} = {}): DeclaredChecks {
	const rules = CheckRules.parse({
		maintainers: 'example/maintainers',
		codeowners: ['example/maintainers', 'example/reviewers'],
		completeGroups: ['example/tools'],
		tools: [aTool()],
		exemptions: [],
		...overrides,
	});
	const completeGroups = rules.completeGroups.map((group) => declaredAt(group, 'checks'));
	return { ...rules, completeGroups, exemptions };
}

export const aTool = builderOf(DeclaredTool, () => ({
	id: 'go',
	name: 'Go',
	agreed: '1.26.5',
	language: 'Go',
	pins: { goDirective: true, names: ['go', 'golang'], variables: ['GO_VERSION'] },
}));

export const anExemption = placedBuilderOf(Exemption, 'checks', () => ({
	project: 'example/tools/widget',
	check: 'release',
	reason: 'It is finished, and only gets security fixes.',
	by: 'engineering manager',
	until: '2027-01-31',
}));

export const aGroupProject = builderOf(GroupProject, ({ path = 'example/tools/widget' }) => ({
	path,
	group: 'example/tools',
	id: 1,
	archived: false,
	webUrl: `${source}/${path}`,
}));

export const anAccess = builderOf(ProjectAccess, () => ({
	project: 'example/tools/widget',
	group: 'example/maintainers',
	accessLevel: 40,
	through: null,
}));

/** The lines of an entry of `projects.yaml`: three, `path` first. */
export const aPlace = builderOf(Place, () => ({
	file: 'content/registry/projects.yaml',
	line: 14,
	end: 16,
	indent: 0,
	lines: { path: 14, name: 15, group: 16 },
	ends: {},
}));

export const aSite = builderOf(Site, () => ({
	title: 'Example handbook',
	description: 'How the example team works.',
	instance: source,
	team: 'Example team',
	handbook: { project: 'example/handbook', branch: 'main' },
	staleAfterHours: 36,
	references: { project: 'example/tools/widget', group: 'example' },
	sections: [{ label: 'Projects', directory: 'projects' }],
	projectGroups: [{ id: 'product', title: 'Product projects' }],
}));

/** Declares nothing but a site and the rules of the plan. */
export function aRegistry(overrides: Partial<Registry> = {}): Registry {
	return {
		site: aSite(),
		projects: [],
		consumers: [],
		plan: planRules(),
		people: [],
		contact: undefined,
		onboarding: undefined,
		jobs: { asOf: '2026-11', jobs: [], storyGroups: [] },
		team: { source: teamSource, rosters: [] },
		redirects: [],
		checks: checkRules(),
		api: anApi(),
		rules: [],
		...overrides,
	};
}

/** Of a visitor, answered after two hours. */
export function anAnsweredIssue(overrides: Overrides<typeof AnsweredIssue> = {}): AnsweredIssue {
	return AnsweredIssue.parse({
		project: 'example/tools/widget',
		iid: 1,
		openedAt: '2026-11-02T08:00:00Z',
		answeredAt: '2026-11-02T10:00:00Z',
		...overrides,
	});
}

/** One need, whose issue is as given. */
export function aContact(issue: Overrides<typeof ContactIssue> = {}): DeclaredContact {
	const source = { title: 'Example team', url: 'https://handbook.example.com/' };
	const contact = Contact.parse({
		sections: [
			{
				title: 'To get something done',
				needs: [
					{
						id: 'fault',
						title: 'A fault fixed',
						answers: 'the team',
						text: 'Open an issue.',
						issue: { project: 'example/tools/widget', ...issue },
						asOf: '2026-11-20',
						source,
					},
				],
			},
		],
	});
	return {
		...contact,
		sections: contact.sections.map((section) => ({
			...section,
			needs: section.needs.map((need) => ({
				...need,
				place: aPlace({ file: 'content/registry/contact.yaml', line: 2, end: 9 }),
			})),
		})),
	};
}

/** Steps whose targets are as given, each with a place of its own: the first on line 2. */
export function anOnboarding(...targets: z.input<typeof StepTarget>[]): DeclaredOnboarding {
	const { steps } = Onboarding.parse({
		steps: targets.map((target, index) => ({
			id: `step-${String(index + 1)}`,
			title: `Step ${String(index + 1)}`,
			why: 'It matters.',
			target,
			when: 'day-1',
		})),
	});
	const placeOf = (index: number) =>
		aPlace({ file: 'content/registry/onboarding.yaml', line: 2 + 5 * index });
	return { steps: steps.map((step, index) => ({ ...step, place: placeOf(index) })) };
}

export const anEndpoint = builderOf(DeclaredEndpoint, () => ({
	id: 'list-cars',
	method: 'GET',
	path: '/cars',
	title: 'List the cars',
	status: 'active',
	docs: 'https://docs.example.com/cars#list',
	graphql: ['Query.cars'],
	calls: { 'car-go': ['Cars.ListCars'] },
}));

export const aLibrary = builderOf(ClientLibrary, () => ({
	id: 'car-go',
	name: 'car-go',
	language: 'go',
	packages: ['example.com/car-go'],
	project: 'example/car-go',
	services: ['Cars'],
}));

export const anApi = builderOf(Api, () => ({
	name: 'Car API',
	docs: 'https://docs.example.com/cars',
	surface: {
		project: 'example/docs',
		pages: ['doc/cars.md'],
		openapi: 'doc/openapi.yaml',
		pattern: '(^|/)cars(/|$)',
	},
	notice: [
		{ name: 'the rule', milestonesBefore: 3 },
		{ name: 'the goal', milestonesBefore: 6 },
	],
	clients: [aLibrary()],
	endpoints: [
		anEndpoint(),
		anEndpoint({
			id: 'get-car',
			path: '/cars/:id',
			title: 'Get a car',
			graphql: ['Query.car'],
			calls: { 'car-go': ['Cars.GetCar'] },
		}),
		anEndpoint({
			id: 'crank-car',
			method: 'POST',
			path: '/cars/:id/crank',
			title: 'Crank a car',
			status: 'deprecated',
			deprecation: { since: '19.2', removal: '20.0', replacement: 'get-car' },
			graphql: [],
			calls: { 'car-go': ['Cars.CrankCar'] },
		}),
	],
}));

export const aCommit = 'c0ffee0c0ffee0c0ffee0c0ffee0c0ffee0c0ffe';

export const aUse = builderOf(SourceUse, () => ({
	kind: 'method',
	language: 'go',
	client: 'car-go',
	name: 'Cars.ListCars',
	options: null,
	file: 'internal/list/list.go',
	line: 12,
	condition: null,
}));

export const aReading = builderOf(SourceReading, () => ({
	commit: aCommit,
	committedAt: '2026-11-20T10:00:00Z',
	branch: 'main',
	readAt: pulledAt,
	way: 'archive',
	partial: null,
	files: 40,
	skipped: { tests: 12, mocks: 1, vendored: 0, generated: 2 },
	lookedFor: 'f00',
	clients: [
		{
			client: 'car-go',
			package: 'example.com/car-go/v2',
			version: 'v2.4.0',
			file: 'go.mod',
			line: 6,
		},
	],
	uses: [aUse()],
}));

export const evidenceOf = builderOf(ConsumerEvidence, () => ({
	path: 'example/consumer',
	reading: aReading(),
	trouble: null,
}));

export const aDocumentedEndpoint = builderOf(DocumentedEndpoint, () => ({
	source: 'page',
	method: 'GET',
	path: '/cars',
	file: 'doc/cars.md',
	line: 20,
}));

const day = { format: historyFormat, sample: false, source, day: '2026-11-23', pulledAt } as const;

export const someCalls = builderOf(CallsOfDay, () => ({
	...day,
	consumers: {
		'example/consumer': {
			commit: aCommit,
			partial: false,
			endpoints: ['list-cars'],
			unmapped: [],
		},
	},
}));

export const anIssueOfDay = builderOf(IssueOfDay, () => ({
	project: 'example/tools/widget',
	iid: 1,
	title: 'Teach the widget to wait',
	state: 'opened',
	milestone: '19.7',
	weight: null,
	healthStatus: null,
	labels: [],
}));

export const aPlanOfDay = builderOf(PlanOfDay, () => ({
	...day,
	milestones: [
		{ title: '19.7', startDate: '2026-11-14', dueDate: '2026-12-11', state: 'active' },
		{ title: '19.8', startDate: '2026-12-12', dueDate: '2027-01-15', state: 'active' },
	],
	asked: ['19.7', '19.8'],
	issues: [],
}));

interface SnapshotOverrides {
	about?: Partial<Omit<z.input<typeof About>, 'lists'>>;
	/** Lists that are not fresh. */
	lists?: Partial<Record<ListName, ListState>>;
	rows?: Partial<SnapshotRows>;
}

/** As if just the tools and groups of `checkRules` were looked for in files, or those that are given. */
export function readFor(rules: Parameters<typeof checkRules>[0] = {}): FilesFor {
	return fingerprintFileRules(toFileRules(aRegistry({ checks: checkRules(rules) })));
}

/** Every list is fresh and was pulled with the snapshot. It has the rows that are given, else none. */
export function aSnapshot({ about = {}, lists = {}, rows = {} }: SnapshotOverrides = {}): Snapshot {
	const allRows = { ...mapLists<SnapshotRows>(() => []), ...rows };
	const fresh = mapLists<About['lists']>((list) => ({
		state: 'fresh',
		rows: allRows[list].length,
		pulledAt: about.pulledAt ?? pulledAt,
	}));
	return {
		about: About.parse({
			format: snapshotFormat,
			sample: false,
			source,
			teamSource,
			filesFor: { projects: readFor(), consumers: readFor() },
			listedGroups: checkRules().completeGroups.map(({ path }) => ({
				group: path,
				visible: true,
			})),
			pulledAt,
			...about,
			lists: { ...fresh, ...lists },
		}),
		rows: allRows,
	};
}

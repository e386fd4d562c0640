/** Values of the model, valid by default: a test names only what it is about. */
import type { z } from 'zod';
import { fingerprintFileRules, toFileRules } from '#core/file-rules.ts';
import { CheckRules, DeclaredTool, Exemption, GroupProject, ProjectAccess } from '#model/checks.ts';
import { IsoInstant, ProjectPath } from '#model/identifiers.ts';
import { Issue } from '#model/issue.ts';
import { Group, Member } from '#model/member.ts';
import { Milestone } from '#model/milestone.ts';
import { Project, ProjectFacts } from '#model/project.ts';
import {
	DeclaredConsumer,
	DeclaredGroup,
	DeclaredProject,
	Place,
	PlanRules,
	Site,
	type Registry,
} from '#model/registry.ts';
import { RosterRow } from '#model/roster.ts';
import {
	About,
	listNames,
	snapshotFormat,
	type FilesFor,
	type ListName,
	type ListState,
	type Snapshot,
	type SnapshotRows,
} from '#model/snapshot.ts';

type Overrides<Schema extends z.ZodType> = Partial<z.input<Schema>>;

export const pulledAt: IsoInstant = '2026-11-23T08:30:00Z';
export const source = 'https://gitlab.example.com';
export const teamSource = 'https://people.example.com/company/team.yml';

export function aProjectPath(path = 'example/tools/widget'): ProjectPath {
	return ProjectPath.parse(path);
}

export function anIssue(overrides: Overrides<typeof Issue> = {}): Issue {
	const { project = 'example/tools/widget', iid = 1 } = overrides;
	return Issue.parse({
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
		...overrides,
	});
}

export function aPlanningIssue(overrides: Overrides<typeof Issue> = {}): Issue {
	const { project, label } = planRules().planningIssues;
	return anIssue({ project, labels: [label], title: 'Planning issue', ...overrides });
}

export function aMilestone(overrides: Overrides<typeof Milestone> = {}): Milestone {
	return Milestone.parse({
		title: '19.7',
		startDate: '2026-11-14',
		dueDate: '2026-12-11',
		state: 'active',
		webUrl: null,
		...overrides,
	});
}

export function someFacts(overrides: Overrides<typeof ProjectFacts> = {}): ProjectFacts {
	const { path = 'example/tools/widget' } = overrides;
	return ProjectFacts.parse({
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
		...overrides,
	});
}

/** Found, with facts at its own path, unless the answer says otherwise. */
export function aProject(overrides: Overrides<typeof Project> = {}): Project {
	const { path = 'example/tools/widget', answer = 'found' } = overrides;
	const facts = answer === 'found' ? someFacts({ path }) : null;
	return Project.parse({ path, answer, facts, ...overrides });
}

export function aGroup(overrides: Overrides<typeof Group> = {}): Group {
	return Group.parse({
		path: 'example/reviewers',
		visible: true,
		name: 'Reviewers',
		webUrl: null,
		...overrides,
	});
}

export function aMember(overrides: Overrides<typeof Member> = {}): Member {
	return Member.parse({
		group: 'example/reviewers',
		username: 'ada.example',
		name: 'Ada Example',
		webUrl: null,
		...overrides,
	});
}

export function aRosterRow(overrides: Overrides<typeof RosterRow> = {}): RosterRow {
	return RosterRow.parse({
		roster: 'members',
		position: 1,
		name: 'Ada Example',
		role: 'Engineering Manager, Widget',
		roleUrl: null,
		username: 'ada.example',
		vacancy: false,
		...overrides,
	});
}

export function aDeclaredProject(
	overrides: Overrides<typeof DeclaredProject> = {},
): DeclaredProject {
	return DeclaredProject.parse({
		path: 'example/tools/widget',
		name: 'Widget',
		group: 'product',
		...overrides,
	});
}

export function aDeclaredConsumer(
	overrides: Overrides<typeof DeclaredConsumer> = {},
): DeclaredConsumer {
	return DeclaredConsumer.parse({
		path: 'example/cli',
		name: 'Example CLI',
		api: { name: 'REST', url: 'https://docs.example.com/api' },
		...overrides,
	});
}

export function aDeclaredGroup(overrides: Overrides<typeof DeclaredGroup> = {}): DeclaredGroup {
	return DeclaredGroup.parse({
		path: 'example/reviewers',
		name: 'Reviewers',
		meaning: 'They give the first review.',
		publishMembers: true,
		...overrides,
	});
}

export function planRules(overrides: Overrides<typeof PlanRules> = {}): PlanRules {
	return PlanRules.parse({
		group: 'example',
		groupLabels: ['group::widget'],
		milestonePattern: String.raw`^\d+\.\d+$`,
		nextMilestones: 3,
		planningIssues: { project: 'example/tools/widget', label: 'Planning Issue' },
		priorities: [
			{ label: 'Widget::P1', name: 'P1', meaning: 'elevated priority' },
			{ label: 'Widget::P2', name: 'P2', meaning: 'normal priority' },
			{ label: 'Widget::P3', name: 'P3', meaning: 'reduced priority' },
		],
		deliverableLabel: 'Deliverable',
		workflowScope: 'workflow',
		releaseDay: { nth: 3, weekday: 'thursday' },
		kickoffDay: 'monday',
		finalBusinessDaysBeforeKickoff: 3,
		holidays: [
			{ date: '2026-12-25', name: 'Christmas Day' },
			{ date: '2027-01-01', name: "New Year's Day" },
		],
		...overrides,
	});
}

export function checkRules(overrides: Overrides<typeof CheckRules> = {}): CheckRules {
	return CheckRules.parse({
		maintainers: 'example/maintainers',
		codeowners: ['example/maintainers', 'example/reviewers'],
		completeGroups: ['example/tools'],
		tools: [aTool()],
		exemptions: [],
		...overrides,
	});
}

export function aTool(overrides: Overrides<typeof DeclaredTool> = {}): DeclaredTool {
	return DeclaredTool.parse({
		id: 'go',
		name: 'Go',
		agreed: '1.26.5',
		language: 'Go',
		pins: { goDirective: true, names: ['go', 'golang'], variables: ['GO_VERSION'] },
		...overrides,
	});
}

export function anExemption(overrides: Overrides<typeof Exemption> = {}): Exemption {
	return Exemption.parse({
		project: 'example/tools/widget',
		check: 'release',
		reason: 'It is finished, and only gets security fixes.',
		by: 'engineering manager',
		until: '2027-01-31',
		...overrides,
	});
}

export function aGroupProject(overrides: Overrides<typeof GroupProject> = {}): GroupProject {
	const { path = 'example/tools/widget' } = overrides;
	return GroupProject.parse({
		path,
		group: 'example/tools',
		id: 1,
		archived: false,
		webUrl: `${source}/${path}`,
		...overrides,
	});
}

export function anAccess(overrides: Overrides<typeof ProjectAccess> = {}): ProjectAccess {
	return ProjectAccess.parse({
		project: 'example/tools/widget',
		group: 'example/maintainers',
		accessLevel: 40,
		through: null,
		...overrides,
	});
}

/** Where an entry of `projects.yaml` stands: three lines, `path` first. */
export function aPlace(overrides: Overrides<typeof Place> = {}): Place {
	return Place.parse({
		file: 'content/registry/projects.yaml',
		line: 14,
		end: 16,
		indent: 0,
		lines: { path: 14, name: 15, group: 16 },
		ends: {},
		...overrides,
	});
}

export function aSite(overrides: Overrides<typeof Site> = {}): Site {
	return Site.parse({
		title: 'Example handbook',
		description: 'How the example team works.',
		instance: source,
		team: 'Example team',
		handbook: { project: 'example/handbook', branch: 'main' },
		staleAfterHours: 36,
		references: { project: 'example/tools/widget', group: 'example' },
		sections: [{ label: 'Projects', directory: 'projects' }],
		projectGroups: [{ id: 'product', title: 'Product projects' }],
		...overrides,
	});
}

/** Declares nothing but a site and the rules of the plan. */
export function aRegistry(overrides: Partial<Registry> = {}): Registry {
	return {
		site: aSite(),
		projects: [],
		consumers: [],
		plan: planRules(),
		people: [],
		jobs: { asOf: '2026-11', jobs: [], storyGroups: [] },
		team: { source: teamSource, rosters: [] },
		redirects: [],
		checks: checkRules(),
		...overrides,
	};
}

interface SnapshotOverrides {
	about?: Partial<Omit<z.input<typeof About>, 'lists'>>;
	/** Lists that are not fresh. */
	lists?: Partial<Record<ListName, ListState>>;
	rows?: Partial<SnapshotRows>;
}

/** As if just the tools and groups of `checkRules` were looked for in files, or those that are given. */
export function readFor(rules: Overrides<typeof CheckRules> = {}): FilesFor {
	return fingerprintFileRules(toFileRules(aRegistry({ checks: checkRules(rules) })));
}

/** Every list is fresh and was pulled with the snapshot. It has the rows that are given, else none. */
export function aSnapshot({ about = {}, lists = {}, rows = {} }: SnapshotOverrides = {}): Snapshot {
	const allRows: SnapshotRows = {
		projects: [],
		consumers: [],
		'group-projects': [],
		access: [],
		milestones: [],
		issues: [],
		'planning-issues': [],
		groups: [],
		members: [],
		team: [],
		...rows,
	};
	const fresh: Partial<Record<ListName, ListState>> = {};
	for (const list of listNames) {
		const rowCount = allRows[list].length;
		fresh[list] = { state: 'fresh', rows: rowCount, pulledAt: about.pulledAt ?? pulledAt };
	}
	return {
		about: About.parse({
			format: snapshotFormat,
			sample: false,
			source,
			teamSource,
			filesFor: { projects: readFor(), consumers: readFor() },
			listedGroups: checkRules().completeGroups.map((group) => ({ group, visible: true })),
			pulledAt,
			...about,
			lists: { ...fresh, ...lists },
		}),
		rows: allRows,
	};
}

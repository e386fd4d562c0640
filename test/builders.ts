/** Values of the model, valid by default: a test names only what it is about. */
import type { z } from 'zod';
import { IsoInstant, ProjectPath } from '#model/identifiers.ts';
import { Issue } from '#model/issue.ts';
import { Group, Member } from '#model/member.ts';
import { Milestone } from '#model/milestone.ts';
import { Project, ProjectFacts } from '#model/project.ts';
import {
	DeclaredConsumer,
	DeclaredGroup,
	DeclaredProject,
	PlanRules,
	Site,
	type Registry,
} from '#model/registry.ts';
import { RosterRow } from '#model/roster.ts';
import {
	About,
	listNames,
	snapshotFormat,
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
		stars: 3,
		archived: false,
		lastActivityAt: '2026-11-20T12:00:00Z',
		languages: [{ name: 'Go', share: 100 }],
		latestVersion: { kind: 'release', tag: 'v1.2.3', releasedAt: '2026-11-01T09:00:00Z' },
		upcomingRelease: null,
		pipeline: { status: 'success', updatedAt: '2026-11-20T12:10:00Z', webUrl: null },
		goPins: [{ file: 'go.mod', line: 3, version: '1.26' }],
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
		...overrides,
	};
}

interface SnapshotOverrides {
	about?: Partial<Omit<z.input<typeof About>, 'lists'>>;
	/** Lists that are not fresh. */
	lists?: Partial<Record<ListName, ListState>>;
	rows?: Partial<SnapshotRows>;
}

/** Every list is fresh and was pulled with the snapshot. It has the rows that are given, else none. */
export function aSnapshot({ about = {}, lists = {}, rows = {} }: SnapshotOverrides = {}): Snapshot {
	const allRows: SnapshotRows = {
		projects: [],
		consumers: [],
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
			pulledAt,
			...about,
			lists: { ...fresh, ...lists },
		}),
		rows: allRows,
	};
}

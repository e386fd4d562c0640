import { Api } from '#model/api.ts';
import { Jobs } from '#model/jobs.ts';
import { PlanRules } from '#model/plan-rules.ts';
import type { Registry } from '#model/registry.ts';
import { Site } from '#model/site.ts';
import { Team } from '#model/roster.ts';
import { aDeclaredGroup, aDeclaredProject, checkRules } from '../builders.ts';

/** The projects of the inventory's world, each for the one way in which it is not like `good`. */
export const inventoryPaths = {
	/** Declared, and everything about it is as it should be. */
	good: 'platform/tools/good',
	/** Archived, and not declared so. */
	archived: 'platform/services/archived',
	/** Declared at this path, and redirected from it to `movedTo`. */
	moved: 'platform/services/moved',
	/** Where `moved` is. The registry does not name it. */
	movedTo: 'platform/services/moved-here',
	/** Hidden from strangers, and not declared so. The token sees it. */
	private: 'platform/services/private',
	/** Hidden from strangers, and declared so. The token sees it. */
	declaredPrivate: 'platform/services/declared-private',
	/** Declared on another GitLab: the world does not have it. */
	otherInstance: 'platform/services/elsewhere',
	/** Shared with no group that a stranger sees. */
	withoutGroup: 'platform/services/without-group',
	/** The maintainers have Developer access (30). */
	lesserAccess: 'platform/services/lesser-access',
	/** Not shared itself; the group above it is, with Maintainer access. */
	throughGroup: 'platform/apart/through-group',
	/** v2.0.0 is planned for December; v1.2.0 is out. */
	upcomingFirst: 'platform/services/upcoming-first',
	/** No releases; of its tags v0.10.0 is the highest version, and `nightly` the newest. */
	tagsOnly: 'platform/services/tags-only',
	/** Neither releases nor tags, and no release is expected. */
	withoutVersions: 'platform/services/without-versions',
	/** In Ruby, without go.mod. */
	otherLanguage: 'platform/services/other-language',
	/** In Go without go.mod: mise.toml alone says which version, in its third line. */
	miseOnly: 'platform/services/mise-only',
	/** Its code is kept to members; releases, pipelines and issues are not. */
	codeHidden: 'platform/services/code-hidden',
	/** Its pipelines are kept to members. */
	pipelinesHidden: 'platform/services/pipelines-hidden',
	/** In a group that has to be declared completely, and not declared. */
	undeclared: 'platform/tools/undeclared',
	/** Not declared in that group either, and hidden from strangers: nothing may tell of it. */
	undeclaredPrivate: 'platform/tools/undeclared-private',
} as const;
export type InventoryRole = keyof typeof inventoryPaths;

/** The group that has to have Maintainer access everywhere. */
export const inventoryMaintainers = 'platform/maintainers';

const undeclared: readonly InventoryRole[] = ['movedTo', 'undeclared', 'undeclaredPrivate'];
const declaredAs: Partial<Record<InventoryRole, object>> = {
	declaredPrivate: { private: true },
	otherInstance: { instance: 'https://other.example' },
	withoutVersions: { releaseOverdueAfterDays: undefined },
};

/** All but three of the projects, with releases that are overdue after 45 days. */
export const inventoryRegistry: Registry = {
	site: Site.parse({
		title: 'Platform handbook',
		description: 'A handbook for tests.',
		instance: 'https://gitlab.example',
		team: 'Platform',
		handbook: { project: 'platform/handbook', branch: 'main' },
		staleAfterHours: 26,
		references: { project: inventoryPaths.good, group: 'platform' },
		sections: [{ label: 'Projects', directory: 'projects' }],
		projectGroups: [{ id: 'all', title: 'All projects' }],
	}),
	projects: Object.entries(inventoryPaths)
		.filter(([role]) => !undeclared.some((other) => other === role))
		.toSorted(([, one], [, other]) => (one < other ? -1 : 1))
		.map(([role, path]) =>
			aDeclaredProject({
				path,
				name: path.split('/').at(-1)!,
				group: 'all',
				releaseOverdueAfterDays: 45,
				...declaredAs[role as InventoryRole],
			}),
		),
	consumers: [],
	plan: PlanRules.parse({
		group: 'platform',
		groupLabels: ['group::platform'],
		milestonePattern: String.raw`^\d+\.\d+$`,
		nextMilestones: 3,
		lastMinor: 11,
		planningIssues: { project: inventoryPaths.good, label: 'Planning Issue' },
		priorities: [{ label: 'P1', name: 'First', meaning: 'before all else' }],
		deliverableLabel: 'deliverable',
		candidateScope: 'candidate',
		workflowScope: 'workflow',
		releaseDay: { nth: 3, weekday: 'thursday' },
		cutoffDay: 'friday',
		kickoffDay: 'monday',
		planningIssueDaysBefore: 30,
		retrospectiveDay: { nth: 1, weekday: 'tuesday' },
		finalBusinessDaysBeforeKickoff: 5,
		holidays: [],
	}),
	people: [inventoryMaintainers, 'platform/reviewers'].map((path) =>
		aDeclaredGroup({ path, name: path, meaning: 'They look after it.' }),
	),
	contact: undefined,
	onboarding: undefined,
	jobs: Jobs.parse({ asOf: '2026-11', jobs: [] }),
	team: Team.parse({ source: 'https://people.example/team.yml', rosters: [] }),
	redirects: [],
	rules: [],
	api: Api.parse({
		name: 'Platform API',
		docs: 'https://docs.example/platform',
		surface: { project: 'platform/docs', pages: [], pattern: '^/platforms(/|$)' },
		notice: [{ name: 'the rule', milestonesBefore: 3 }],
		clients: [{ id: 'go', name: 'go', language: 'go', packages: ['platform.example/go'] }],
		endpoints: [
			{
				id: 'list-platforms',
				method: 'GET',
				path: '/platforms',
				title: 'List the platforms',
				status: 'active',
				docs: 'https://docs.example/platform#list',
			},
		],
	}),
	checks: checkRules({
		maintainers: inventoryMaintainers,
		codeowners: [inventoryMaintainers, 'platform/reviewers'],
		completeGroups: ['platform/tools'],
		tools: [
			{
				id: 'go',
				name: 'Go',
				agreed: '1.26.5',
				language: 'Go',
				pins: {
					goDirective: true,
					names: ['go', 'golang'],
					variables: ['GO_VERSION'],
					images: ['golang'],
				},
			},
			{
				id: 'lint',
				name: 'Lint',
				pins: {
					goModules: ['lint.example/lint'],
					names: ['lint'],
					variables: ['LINT_VERSION'],
					images: ['registry.example/lint'],
				},
			},
		],
		exemptions: [],
	}),
};

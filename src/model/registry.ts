import { z } from 'zod';
import type { Api } from './api.ts';
import type { CheckRules, Exemption } from './checks.ts';
import { GroupPath, IsoDate, ProjectPath, WebUrl } from './identifiers.ts';
import type { Jobs } from './jobs.ts';
import { Pattern } from './pattern.ts';
import type { MovedPage } from './redirects.ts';
import type { Team } from './roster.ts';
import { Line, Slug } from './text.ts';

const Category = z.strictObject({ id: Slug, title: Line });

/** `site.yaml`: whose handbook this is. */
export const Site = z.strictObject({
	title: Line,
	description: Line,
	/** Web address of the GitLab that readers use: links in prose and edit links go there. */
	instance: WebUrl,
	/** What the team calls itself. */
	team: Line,
	/** The project that holds this handbook, for edit links. */
	handbook: z.strictObject({ project: ProjectPath, branch: Line }),
	/** A list older than this is shown with a warning. */
	staleAfterHours: z.number().positive(),
	/** Where references in prose lead: `#12` and `!45` to the project; labels, `&3`, milestones to the group. */
	references: z.strictObject({ project: ProjectPath, group: GroupPath }),
	/** Web address of the company's handbook: links to `/handbook/...` go there. Without it, to this site. */
	companyHandbook: WebUrl.optional(),
	/** The sidebar, in order: each is a folder of `content/handbook`. */
	sections: z.array(z.strictObject({ label: Line, directory: Slug })).min(1),
	/** The groups of the inventory, in order. A group without categories lists its projects at once. */
	projectGroups: z
		.array(z.strictObject({ id: Slug, title: Line, categories: z.array(Category).default([]) }))
		.min(1),
});
export type Site = z.output<typeof Site>;

/** One entry of `projects.yaml`: a project that the team says it maintains. */
export const DeclaredProject = z.strictObject({
	path: ProjectPath,
	/**
	 * Paths at which it was declared before: their history and exemptions count, and their addresses
	 * lead here.
	 */
	earlierPaths: z.array(ProjectPath).default([]),
	name: Line,
	/** Id of one of `projectGroups` in `site.yaml`. */
	group: Slug,
	/** Id of one of that group's categories, when it has any. */
	category: Slug.optional(),
	/** Web address of another GitLab on which it lives. It is linked to and never asked. */
	instance: WebUrl.optional(),
	/** The part of the project that is meant. */
	tree: z.strictObject({ ref: Line, path: Line }).optional(),
	note: Line.optional(),
	/** The team has said that strangers cannot see it. */
	private: z.boolean().default(false),
	/** A release older than so many days is overdue. Without it, no release is expected. */
	releaseOverdueAfterDays: z.int().positive().optional(),
	/** The team has said that it is on its way out. */
	deprecated: z.boolean().default(false),
	/** The team has said that it is archived. */
	archived: z.boolean().default(false),
});
export type DeclaredProject = z.output<typeof DeclaredProject>;

/** Where an entry of the registry stands, so that a sentence can name the line to change. */
export const Place = z.strictObject({
	/** `content/registry/projects.yaml` */
	file: z.string(),
	/** The entry's first and last line, counted from 1. */
	line: z.int().positive(),
	end: z.int().positive(),
	/**
	 * Columns before its "-", when it is written as `- key: value` with its other keys below the first.
	 * `null`: it is written in another style, so no line of it can be replaced by itself.
	 */
	indent: z.int().nonnegative().nullable(),
	/** First line of each of its keys. */
	lines: z.record(z.string(), z.int().positive()),
	/** Last line of those keys that take several. */
	ends: z.record(z.string(), z.int().positive()),
});
export type Place = z.output<typeof Place>;

/** What the registry declares, and where. */
export type Declared<Entry> = Entry & { place: Place };

/** One entry of `consumers.yaml`: a project that depends on the team's public API. */
export const DeclaredConsumer = z.strictObject({
	path: ProjectPath,
	name: Line,
	/** The API it uses, and where that is documented. */
	api: z.strictObject({ name: Line, url: WebUrl }),
	/** Whom to ask, other than by an issue of the project: a group or a page, never a person. */
	owner: z.strictObject({ name: Line, url: WebUrl }).optional(),
	note: Line.optional(),
});
export type DeclaredConsumer = z.output<typeof DeclaredConsumer>;

const Weekday = z.enum([
	'sunday',
	'monday',
	'tuesday',
	'wednesday',
	'thursday',
	'friday',
	'saturday',
]);

/** `plan.yaml`: how the team writes its plan in GitLab. */
export const PlanRules = z.strictObject({
	/** The group whose milestones and issues make the plan. */
	group: GroupPath,
	/** An issue belongs to the plan when it has one of these labels. */
	groupLabels: z.array(Line).min(1),
	/** Titles of the milestones that count, as a regular expression of two numbers with a dot. */
	milestonePattern: Pattern,
	/** How many milestones after the current one are shown. */
	nextMilestones: z.int().min(0).max(12),
	/** The last minor version before the next major one: 11 when 20.0 follows 19.11. */
	lastMinor: z.int().positive(),
	planningIssues: z.strictObject({ project: ProjectPath, label: Line }),
	/** Highest first. */
	priorities: z.array(z.strictObject({ label: Line, name: Line, meaning: Line })).min(1),
	/** The label of a commitment. What has no such label is stretch. Case does not matter. */
	deliverableLabel: Line,
	/** Scope of the labels that propose an issue for a milestone: the `candidate` of `candidate::19.7`. */
	candidateScope: Line,
	/** An issue with one of these labels cannot go on. */
	blockedLabels: z.array(Line).default([]),
	/** Issues that matter to reliability, in a section of their own: an issue with one of these labels. */
	reliability: z
		.strictObject({
			title: Line,
			labels: z.array(z.strictObject({ label: Line, meaning: Line })).min(1),
		})
		.optional(),
	/** What a label begins with that names a milestone in which an issue was not done: `missed:19.5`. */
	missedPrefix: Line.optional(),
	/** The label of a commitment that was not kept. */
	missedDeliverableLabel: Line.optional(),
	/** Scope of the labels that tell the state of the work: the `workflow` of `workflow::in dev`. */
	workflowScope: Line,
	/** A release is on this day of the month: the third Thursday is `{ nth: 3, weekday: thursday }`. */
	releaseDay: z.strictObject({ nth: z.int().min(1).max(4), weekday: Weekday }),
	/** Where GitLab has no dates: the cutoff is the last such day before the release. */
	cutoffDay: Weekday,
	/** A planning issue is due so many days before its milestone starts. */
	planningIssueDaysBefore: z.int().nonnegative(),
	/** The retrospective is on this day of each month. */
	retrospectiveDay: z.strictObject({ nth: z.int().min(1).max(4), weekday: Weekday }),
	/** Development begins on the first such day of the milestone. */
	kickoffDay: Weekday,
	/** The plan is final this many business days before the kickoff. */
	finalBusinessDaysBeforeKickoff: z.int().nonnegative(),
	/** Days on which nobody works: they are no business days. */
	holidays: z.array(z.strictObject({ date: IsoDate, name: Line })),
});
export type PlanRules = z.output<typeof PlanRules>;

/** One entry of `people.yaml`: a group of people on GitLab. */
export const DeclaredGroup = z.strictObject({
	path: GroupPath,
	name: Line,
	/** What its members do, in a sentence. */
	meaning: Line,
	/** True: the team has agreed that names and links of its members stand on the site. */
	publishMembers: z.boolean(),
});
export type DeclaredGroup = z.output<typeof DeclaredGroup>;

/** `checks.yaml`, with the places of what may have to be changed. */
export interface DeclaredChecks extends CheckRules {
	completeGroups: Declared<CheckRules['completeGroups'][number]>[];
	exemptions: Declared<Exemption>[];
}

/** All that the team declares. */
export interface Registry {
	site: Site;
	projects: Declared<DeclaredProject>[];
	consumers: Declared<DeclaredConsumer>[];
	plan: PlanRules;
	people: Declared<DeclaredGroup>[];
	/** `undefined`: the team has none. */
	jobs: Jobs | undefined;
	team: Team;
	redirects: MovedPage[];
	checks: DeclaredChecks;
	api: Api;
}

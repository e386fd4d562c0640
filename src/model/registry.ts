import { z } from 'zod';
import type { Api } from './api.ts';
import type { CheckRules, Exemption } from './checks.ts';
import type { Contact, ContactNeed } from './contact.ts';
import { GitLabUrl, GroupPath, IsoDate, ProjectPath, WebUrl } from './identifiers.ts';
import type { Jobs } from './jobs.ts';
import { NextMajorEpic } from './next-major-epic.ts';
import { Pattern } from './pattern.ts';
import type { Onboarding, OnboardingStep } from './onboarding.ts';
import type { MovedPage } from './redirects.ts';
import type { Team } from './roster.ts';
import type { DeclaredRule } from './rules.ts';
import { Synonym } from './synonyms.ts';
import { Line, Slug } from './text.ts';

const Category = z.strictObject({
	id: Slug.describe('What projects refer to.'),
	title: Line.meta({ description: 'The heading on the page.', examples: ['Configuration'] }),
});

/** Id of the group of all projects, where the team names no groups. No file has to say it. */
export const onlyGroup = 'all';

export const Site = z
	.strictObject({
		title: Line.meta({ description: 'The name of the handbook.', examples: ['Engine handbook'] }),
		description: Line.meta({
			description: 'What the handbook is about, in a sentence, for search engines and previews.',
			examples: ['How the Engine team works, what it maintains and what it plans.'],
		}),
		instance: GitLabUrl.describe(
			'The GitLab that readers use, and that we pull from unless GITLAB_URL names another. Links in prose and edit links lead there.',
		),
		team: Line.meta({ description: 'What the team calls itself.', examples: ['Engine'] }),
		handbook: z
			.strictObject({
				project: ProjectPath.describe('Its path on GitLab.'),
				branch: Line.meta({ description: 'The branch to edit.', examples: ['main'] }),
			})
			.describe('The project that holds this handbook. Edit links lead there.'),
		staleAfterHours: z
			.number()
			.positive()
			.meta({
				description: 'Data older than this many hours are marked as out of date.',
				examples: [36],
			}),
		pullEveryHours: z
			.number()
			.positive()
			.optional()
			.meta({
				description:
					'How often the pull is scheduled, in hours. Without it, nobody is told when the next one is due.',
				examples: [24],
			}),
		offline: z
			.boolean()
			.optional()
			.meta({
				description:
					'Lets browsers save the pages that a reader visits, and the search, for when there is no network. They say then how old they are.',
				examples: [true],
			}),
		shareImages: z
			.boolean()
			.optional()
			.meta({
				description:
					'Draws a picture of each page, with its title and its answer, for those who share a link to it. It takes SITE_URL.',
				examples: [true],
			}),
		references: z
			.strictObject({
				project: ProjectPath.describe('Where #12 and !45 lead.'),
				group: GroupPath.describe('Where labels, milestones and &3 lead.'),
			})
			.describe('Where references in prose lead.'),
		companyHandbook: WebUrl.optional().meta({
			description:
				"The company's handbook. Links to /handbook/... lead there; without it, they stay on this site.",
			examples: ['https://handbook.gitlab.com'],
		}),
		sections: z
			.array(
				z.strictObject({
					label: Line.meta({ description: 'What the sidebar says.', examples: ['How we work'] }),
					directory: Slug.meta({
						description: 'A folder of content/handbook.',
						examples: ['work'],
					}),
				}),
			)
			.min(1)
			.describe('The sections of the sidebar, in order.'),
		synonyms: z
			.array(Synonym)
			.default([])
			.describe('Words that readers type into the search, and what pages call the same.'),
		projectGroups: z
			.array(
				z.strictObject({
					id: Slug.describe('What projects refer to.'),
					title: Line.meta({
						description: 'The heading on the page.',
						examples: ['Helper projects'],
					}),
					categories: z
						.array(Category)
						.default([])
						.describe('Subheadings, in order. Without any, the group lists its projects directly.'),
				}),
			)
			.min(1)
			.default([{ id: onlyGroup, title: 'All projects', categories: [] }])
			.describe('The groups of the inventory, in order. Without them, it is one list.'),
	})
	.describe('Whose handbook this is: its title, its GitLab, its sections, its groups of projects.');
export type Site = z.output<typeof Site>;

/** One entry of `projects.yaml`. */
export const DeclaredProject = z.strictObject({
	path: ProjectPath.describe('Where the project is on GitLab now.'),
	earlierPaths: z
		.array(ProjectPath)
		.default([])
		.describe(
			'Where the project was before. Its history, exemptions and old addresses stay with it.',
		),
	name: Line.meta({ description: 'What pages call it.', examples: ['Engine'] }),
	group: Slug.default(onlyGroup).meta({
		description: 'Id of one of projectGroups in site.yaml. Required when there are any.',
		examples: ['helpers'],
	}),
	category: Slug.optional().meta({
		description: "Id of one of the group's categories. Required when the group has any.",
		examples: ['configuration'],
	}),
	instance: WebUrl.optional().meta({
		description: 'Another GitLab that hosts the project. We link to it and never pull from it.',
		examples: ['https://ops.gitlab.example'],
	}),
	tree: z
		.strictObject({
			ref: Line.meta({ description: 'Branch, tag or commit.', examples: ['main'] }),
			path: Line.meta({ description: 'The folder.', examples: ['environments'] }),
		})
		.optional()
		.describe('The folder that counts, when it is not the whole project.'),
	note: Line.optional().meta({
		description: 'Anything else readers should know.',
		examples: ['Only the roles named `engine-*`.'],
	}),
	private: z
		.boolean()
		.default(false)
		.describe("The public can't see the project, and the team knows it."),
	releaseOverdueAfterDays: z
		.int()
		.positive()
		.optional()
		.meta({
			description:
				'A release older than this many days is overdue. Without it, we expect no releases.',
			examples: [45],
		}),
	deprecated: z.boolean().default(false).describe('The team is phasing the project out.'),
	archived: z
		.boolean()
		.default(false)
		.describe('The project is archived on GitLab, and the team knows it.'),
});
export type DeclaredProject = z.output<typeof DeclaredProject>;

/** Where an entry of the registry is, so that a sentence can name the line to change. */
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

export type Declared<Entry> = Entry & { place: Place };

/** One entry of `consumers.yaml`. */
export const DeclaredConsumer = z.strictObject({
	path: ProjectPath.describe('Where the consumer is on GitLab.'),
	name: Line.meta({ description: 'What pages call it.', examples: ['Car dashboard'] }),
	api: z
		.strictObject({
			name: Line.meta({ description: 'Which API it is.', examples: ['REST'] }),
			url: WebUrl.meta({
				description: 'Its documentation.',
				examples: ['https://docs.gitlab.com/api/rest/'],
			}),
		})
		.describe('The API that the consumer uses.'),
	owner: z
		.strictObject({
			name: Line.meta({
				description: "A group or a page, never a person's name.",
				examples: ['Car team'],
			}),
			url: WebUrl.meta({
				description: 'Where to reach them.',
				examples: ['https://gitlab.com/groups/group/subgroup'],
			}),
		})
		.optional()
		.describe("Who to contact. Without it, we link to the project's issues."),
	note: Line.optional().meta({
		description: 'Anything else readers should know.',
		examples: ['Uses the API in its nightly jobs only.'],
	}),
});
export type DeclaredConsumer = z.output<typeof DeclaredConsumer>;

export const Weekday = z.enum([
	'sunday',
	'monday',
	'tuesday',
	'wednesday',
	'thursday',
	'friday',
	'saturday',
]);
export type Weekday = z.output<typeof Weekday>;

const DayOfMonth = z.strictObject({
	nth: z
		.int()
		.min(1)
		.max(4)
		.meta({ description: 'Which one of the month.', examples: [3] }),
	weekday: Weekday.describe('The day of the week.'),
});

const Label = Line.regex(/^[^~,][^,]*$/, {
	error: 'Invalid label: expected one label, such as type::bug, without ~',
});

const label = Label.meta({ description: 'A label on GitLab.', examples: ['type::bug'] });

export const PlanRules = z
	.strictObject({
		group: GroupPath.describe('The group whose milestones and issues make up the plan.'),
		groupLabels: z
			.array(label)
			.min(1)
			.describe('An issue belongs to the plan when it has one of these labels.'),
		milestonePattern: Pattern.default('.').meta({
			description:
				'The titles of milestones that count; without it, all of the group. Where all are numbers such as 19.7, these give their order, else their dates do.',
			examples: [String.raw`^\d+\.\d+$`],
		}),
		iterations: z
			.strictObject({
				cadence: Line.optional().meta({
					description:
						"The title of the cadence. GitLab searches for it, so it has to be in no other cadence's title. Without it, all iterations of the group and the groups above count.",
					examples: ['Engine weeks'],
				}),
			})
			.optional()
			.describe(
				"Plan by the group's iterations instead of milestones, and say so on pages. Those without a title are named by their days. Write {} for the only cadence.",
			),
		nextMilestones: z
			.int()
			.min(0)
			.max(12)
			.default(3)
			.meta({
				description: 'How many milestones to show after the current one.',
				examples: [3],
			}),
		lastMinor: z
			.int()
			.positive()
			.optional()
			.meta({
				description:
					'The last minor version before a new major one: 11 when 20.0 follows 19.11. Without it, milestones have the dates that GitLab gives them.',
				examples: [11],
			}),
		planningIssues: z
			.strictObject({
				project: ProjectPath.describe('The project that has them.'),
				label: Label.meta({ description: 'Their label.', examples: ['Planning Issue'] }),
			})
			.optional()
			.describe('Where to find the planning issue of each milestone.'),
		priorities: z
			.array(
				z.strictObject({
					label: Label.meta({ description: 'The label on GitLab.', examples: ['Engine::P1'] }),
					name: Line.meta({ description: 'What pages call it.', examples: ['P1'] }),
					meaning: Line.meta({
						description: 'What it means, in a few words.',
						examples: ['elevated priority'],
					}),
				}),
			)
			.default([])
			.describe('Priorities within a milestone, highest first.'),
		roadmapLabels: z
			.array(
				z.strictObject({
					label: Label.meta({ description: 'The label on GitLab.', examples: ['roadmap::now'] }),
					name: Line.meta({ description: 'The heading of the column.', examples: ['Now'] }),
				}),
			)
			.default([])
			.describe('Labels by which open issues are in a column of the roadmap, in order.'),
		deliverableLabel: Line.optional().meta({
			description:
				'The label of a commitment, in any case. Issues without it are stretch. Without this key, all issues of a milestone count alike.',
			examples: ['Deliverable'],
		}),
		candidateScope: Line.optional().meta({
			description:
				'The scope of labels that propose an issue for a milestone: candidate in candidate::19.7.',
			examples: ['candidate'],
		}),
		blockedLabels: z.array(label).default([]).describe('Labels of issues that are blocked.'),
		reliability: z
			.strictObject({
				title: Line.meta({ description: 'The heading on the page.', examples: ['Reliability'] }),
				labels: z
					.array(
						z.strictObject({
							label,
							meaning: Line.meta({
								description: 'What the label says about the issue.',
								examples: ['blocks our work'],
							}),
						}),
					)
					.min(1)
					.describe('An issue is listed when it has one of these labels.'),
			})
			.optional()
			.describe('A separate section for issues that affect reliability.'),
		missedPrefix: Line.optional().meta({
			description:
				"The start of labels that name a milestone in which an issue wasn't finished: missed: in missed:19.5.",
			examples: ['missed:'],
		}),
		missedDeliverableLabel: Line.optional().meta({
			description: "The label of a commitment that wasn't met.",
			examples: ['missed-deliverable'],
		}),
		workflowScope: Line.optional().meta({
			description: 'The scope of labels for the state of the work: workflow in workflow::in dev.',
			examples: ['workflow'],
		}),
		releaseDay: DayOfMonth.optional().describe('The day of the monthly release.'),
		nextMajorEpic: NextMajorEpic.optional().describe(
			'The epic that collects the deprecations and removals of the next major release.',
		),
		cutoffDay: Weekday.optional().describe(
			"The cutoff is the last such day before the release, unless GitLab's milestone has dates.",
		),
		planningIssueDaysBefore: z
			.int()
			.nonnegative()
			.optional()
			.meta({
				description: 'A planning issue is due this many days before its milestone starts.',
				examples: [14],
			}),
		retrospectiveDay: DayOfMonth.optional().describe('The day of the monthly retrospective.'),
		kickoffDay: Weekday.optional().describe(
			'Development starts on the first such day of the milestone.',
		),
		finalBusinessDaysBeforeKickoff: z
			.int()
			.nonnegative()
			.optional()
			.meta({
				description: 'The plan is final this many business days before the kickoff.',
				examples: [2],
			}),
		verdict: z
			.strictObject({
				earlyUntil: z
					.number()
					.min(0)
					.max(1)
					.meta({
						description: 'Too early to say before this share of the days.',
						examples: [0.2],
					}),
				farBehindBelow: z
					.number()
					.min(0)
					.max(1)
					.meta({
						description: 'Far behind below this share of what an even pace would have closed.',
						examples: [0.5],
					}),
			})
			.optional()
			.describe('When to call a milestone on pace or behind. Without it, pages only count.'),
		holidays: z
			.array(
				z.strictObject({
					date: IsoDate.describe('The day.'),
					name: Line.meta({ description: 'Its name.', examples: ['Christmas Day'] }),
				}),
			)
			.default([])
			.describe("Days that aren't business days for anyone."),
	})
	.describe('How the team plans on GitLab: labels, milestones and the days that matter.');
export type PlanRules = z.output<typeof PlanRules>;

/** One entry of `people.yaml`. */
export const DeclaredGroup = z.strictObject({
	path: GroupPath.describe('Where the group is on GitLab.'),
	name: Line.meta({ description: 'What pages call it.', examples: ['Reviewers'] }),
	meaning: Line.meta({
		description: 'What its members do, in a sentence.',
		examples: ['They give the first review.'],
	}),
	publishMembers: z
		.boolean()
		.describe(
			'true: the team agrees that names and profile links of members are published, if the group is public.',
		),
});
export type DeclaredGroup = z.output<typeof DeclaredGroup>;

/** `checks.yaml`, with the places of what may have to be changed. */
export interface DeclaredChecks extends CheckRules {
	completeGroups: Declared<CheckRules['completeGroups'][number]>[];
	exemptions: Declared<Exemption>[];
}

/** `contact.yaml`, with the places of its needs. */
export interface DeclaredContact extends Contact {
	sections: (Contact['sections'][number] & { needs: Declared<ContactNeed>[] })[];
}

/** `onboarding.yaml`, with the places of its steps. */
export interface DeclaredOnboarding extends Onboarding {
	steps: Declared<OnboardingStep>[];
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
	/** `undefined`: the team has none. */
	contact: DeclaredContact | undefined;
	/** `undefined`: the team has none. */
	onboarding: DeclaredOnboarding | undefined;
	team: Team;
	redirects: MovedPage[];
	checks: DeclaredChecks;
	api: Api;
	/** The rules that the handbook states. Empty: the team states none. */
	rules: Declared<DeclaredRule>[];
}

import { z } from 'zod';
import { GroupPath, IsoDate, ProjectPath } from './identifiers.ts';
import { NextMajorEpic } from './next-major-epic.ts';
import { Pattern } from './pattern.ts';
import { eachHasIts } from './refinement.ts';
import { Count, Line, Positive } from './values.ts';
import { weekdays } from './weekday.ts';

const Weekday = z.enum(weekdays);

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

const Share = z.number().min(0).max(1);

const label = Label.meta({ description: 'A label on GitLab.', examples: ['type::bug'] });

export const PlanRules = z
	.strictObject({
		group: GroupPath.describe(
			'The group whose milestones and issues make up the plan. Milestones of the groups above it count, too.',
		),
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
		lastMinor: Positive.optional().meta({
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
			.superRefine(eachHasIts('label'))
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
		planningIssueDaysBefore: Count.optional().meta({
			description: 'A planning issue is due this many days before its milestone starts.',
			examples: [14],
		}),
		retrospectiveDay: DayOfMonth.optional().describe('The day of the monthly retrospective.'),
		kickoffDay: Weekday.optional().describe(
			'Development starts on the first such day of the milestone.',
		),
		finalBusinessDaysBeforeKickoff: Count.optional().meta({
			description: 'The plan is final this many business days before the kickoff.',
			examples: [2],
		}),
		verdict: z
			.strictObject({
				earlyUntil: Share.meta({
					description: 'Too early to say before this share of the days.',
					examples: [0.2],
				}),
				farBehindBelow: Share.meta({
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
					name: Line.meta({
						description: 'Its name, for those who read this file.',
						examples: ['Christmas Day'],
					}),
				}),
			)
			.default([])
			.describe("Days that aren't business days for anyone."),
	})
	.describe('How the team plans on GitLab: labels, milestones and the days that matter.');
export type PlanRules = z.output<typeof PlanRules>;

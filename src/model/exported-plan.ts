import { z } from 'zod';
import { ExportHead, ListStamp } from './exported-file.ts';
import { Address, Count, Day, Instant, Text, Words } from './exported-values.ts';

const PlanStamp = z.strictObject({
	source: Address.describe('The GitLab instance that was asked.'),
	sample: z
		.boolean()
		.describe('true: all that looks as if it came from GitLab is invented. Do not rely on it.'),
	pulledAt: Instant.describe(
		'When GitLab was last asked, in UTC. Its day decides what is current.',
	),
	milestones: ListStamp.describe('The state of the list of milestones.'),
	issues: ListStamp.describe(
		'The state of the list of issues. missing: no issue is known, so an empty list says nothing.',
	),
	planningIssues: ListStamp.describe('The state of the list of planning issues.'),
});

const follows =
	'Computed by the rules of the plan. null: GitLab lacks the date that it follows from.';

const PlanningIssue = z.strictObject({
	reference: Words.describe('Project and number, as GitLab writes it: group/project#12.'),
	title: Text.describe('As GitLab has it: text, not HTML.'),
	state: Text.describe("GitLab's word: opened or closed. It may get new ones."),
	webUrl: Address.nullable().describe('null: GitLab gave no address.'),
});

export const ExportedMilestone = z.strictObject({
	title: Text.describe('Its number, such as 19.7. Issues name it by this.'),
	place: z.enum(['current', 'next']).describe('next: it is one of those that follow.'),
	state: Text.describe("GitLab's word: active or closed. It may get new ones."),
	webUrl: Address.nullable().describe('Its page on GitLab. null: GitLab gave no address.'),
	start: Day.nullable().describe('Its first day, from GitLab. null: GitLab has none.'),
	cutoff: Day.nullable().describe(
		'Its last day, which is its due date on GitLab. null: GitLab has none.',
	),
	planningIssueDue: Day.nullable().describe(`When its planning issue is due. ${follows}`),
	scopeFinal: Day.nullable().describe(`When its plan is final. ${follows}`),
	kickoff: Day.nullable().describe(`When development begins. ${follows}`),
	release: Day.nullable().describe(`When it is released, after the cutoff. ${follows}`),
	planningIssue: PlanningIssue.nullable().describe(
		'The issue that states its plan. null: none is seen; snapshot.planningIssues says whether one could be.',
	),
	issueCounts: z
		.strictObject({
			total: Count.describe('Issues of the milestone.'),
			closed: Count.describe('Those that are closed.'),
			notWeighed: Count.describe('Those without a weight. They are in no sum of weights.'),
		})
		.describe('How many issues it has. Planning issues do not count.'),
	weights: z
		.strictObject({
			total: Count.describe('Points of all that are weighed.'),
			closed: Count.describe('Points of those that are closed.'),
		})
		.nullable()
		.describe('Sums of weights. null: none of its issues is weighed; not 0.'),
});
export type ExportedMilestone = z.output<typeof ExportedMilestone>;

export const ExportedIssue = z.strictObject({
	reference: Words.describe('Project and number: group/project#12. Look it up by this.'),
	project: Words.describe('Full path of its project.'),
	iid: z.int().positive().describe('Its number in the project.'),
	title: Text.describe('As GitLab has it: text, not HTML, on one line.'),
	webUrl: Address.nullable().describe('Its page on GitLab. null: GitLab gave no address.'),
	milestone: Text.describe('Title of its milestone: one of milestones.'),
	state: Text.describe("GitLab's word: opened or closed. It may get new ones."),
	commitment: z
		.enum(['deliverable', 'stretch'])
		.describe('deliverable: the team has committed to it. stretch: when there is room.'),
	priority: Text.nullable().describe(
		'Its place among the issues of the milestone, such as P1. null: it has none, which is the lowest.',
	),
	workflow: Text.nullable().describe('Value of its workflow label. null: it has none.'),
	health: Text.nullable().describe(
		"GitLab's word: on_track, needs_attention or at_risk. It may get new ones. null: nobody has set it.",
	),
	weight: Count.nullable().describe('Points. null: nobody has weighed it; not 0.'),
	blocked: z.boolean().describe('true: a label says that it cannot go on.'),
	carriedFrom: z
		.array(Text)
		.describe('Milestones in which it was to be done and was not, as its labels say.'),
	missedDeliverable: z.boolean().describe('true: it was a commitment in one of those.'),
});
export type ExportedIssue = z.output<typeof ExportedIssue>;

export const PlanExport = ExportHead.extend({
	snapshot: PlanStamp.describe('Where the data are from, and how old they are.'),
	milestones: z
		.array(ExportedMilestone)
		.describe(
			'The current milestone and the next ones. Empty: GitLab has none with dates to come.',
		),
	issues: z
		.array(ExportedIssue)
		.describe('Their issues: by milestone, then by priority, deliverables first.'),
}).meta({
	title: 'The plan, version 1',
	description:
		'The current milestone and the next ones with their days and issues, as GitLab shows them to strangers. null is never 0, never "no" and never a failure: each field says what it means there. New fields may be added at any time.',
});
export type PlanExport = z.output<typeof PlanExport>;

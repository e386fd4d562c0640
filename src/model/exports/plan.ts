import { z } from 'zod';
import { ExportHead, ExportStamp, ListStamp } from './file.ts';
import { Address, asColumn, Count, Day, Instant, Text, Words } from './values.ts';

const PlanStamp = ExportStamp.extend({
	sample: ExportStamp.shape.sample
		.clone()
		.register(asColumn, { meaning: 'true: all is invented.' }),
	pulledAt: Instant.describe(
		'When we last pulled from GitLab, in UTC. Its day decides what is current.',
	),
	milestones: ListStamp.describe('The state of the list of milestones.'),
	issues: ListStamp.extend({
		state: ListStamp.shape.state.clone().register(asColumn, {
			name: 'list_state',
			meaning: 'fresh, or stale: older rows, since GitLab failed.',
		}),
		pulledAt: ListStamp.shape.pulledAt
			.clone()
			.register(asColumn, { meaning: 'When the issues were pulled from GitLab.' }),
	}).describe(
		'The state of the list of issues. missing: no issue is known, so an empty list says nothing.',
	),
	planningIssues: ListStamp.describe('The state of the list of planning issues.'),
});

/** @param what What happens on it: `When its plan is final`. */
function computedDay(what: string, how = '') {
	return Day.nullable()
		.describe(
			`${what}${how}. Computed by the rules of the plan. null: GitLab lacks the date that it follows from.`,
		)
		.register(asColumn, { meaning: `${what}, computed. Empty: no date.` });
}

const PlanningIssue = z.strictObject({
	reference: Words.describe('Project and number, as GitLab writes it: group/project#12.'),
	title: Text.describe('As GitLab has it: text, not HTML.'),
	state: Text.describe("GitLab's word: opened or closed. It may get new ones."),
	webUrl: Address.nullable().describe('null: GitLab gave no address.'),
});

export const ExportedMilestone = z.strictObject({
	title: Text.describe('Its number, such as 19.7. Issues name it by this.'),
	place: z
		.enum(['current', 'next'])
		.describe('next: it is one of those that follow.')
		.register(asColumn, { meaning: 'current or next.' }),
	state: Text.describe("GitLab's word: active or closed. It may get new ones."),
	webUrl: Address.nullable().describe('Its page on GitLab. null: GitLab gave no address.'),
	start: Day.nullable()
		.describe('Its first day, from GitLab. null: GitLab has none.')
		.register(asColumn, { meaning: 'First day of the milestone. Empty: no date.' }),
	cutoff: Day.nullable()
		.describe('Its last day, which is its due date on GitLab. null: GitLab has none.')
		.register(asColumn, { meaning: 'Last day of the milestone. Empty: no date.' }),
	planningIssueDue: computedDay('When its planning issue is due'),
	scopeFinal: computedDay('When its plan is final'),
	kickoff: computedDay('When development begins'),
	release: computedDay('When it is released', ', after the cutoff'),
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
			total: Count.describe('Points of all that have a weight.'),
			closed: Count.describe('Points of those that are closed.'),
		})
		.nullable()
		.describe('Sums of weights. null: none of its issues has a weight; not 0.'),
});
export type ExportedMilestone = z.output<typeof ExportedMilestone>;

export const ExportedIssue = z.strictObject({
	reference: Words.describe('Project and number: group/project#12. Look it up by this.').register(
		asColumn,
		{ meaning: 'Project and number: look rows up by it.' },
	),
	project: Words.describe('Full path of its project.'),
	iid: z.int().positive().describe('Its number in the project.'),
	title: Text.describe('As GitLab has it: text, not HTML, on one line.').register(asColumn, {
		meaning: 'Its title on GitLab.',
	}),
	webUrl: Address.nullable().describe('Its page on GitLab. null: GitLab gave no address.'),
	milestone: Text.describe('Title of its milestone: one of milestones.').register(asColumn, {
		meaning: 'The title of its milestone.',
	}),
	state: Text.describe("GitLab's word: opened or closed. It may get new ones.").register(asColumn, {
		meaning: 'opened or closed.',
	}),
	commitment: z
		.enum(['deliverable', 'stretch'])
		.describe('deliverable: the team has committed to it. stretch: when there is room.')
		.register(asColumn, { meaning: 'deliverable or stretch.' }),
	priority: Text.nullable()
		.describe(
			'Its place among the issues of the milestone, such as P1. null: it has none, which is the lowest.',
		)
		.register(asColumn, { meaning: 'Its priority, such as P1. Empty: none.' }),
	workflow: Text.nullable()
		.describe('Value of its workflow label. null: it has none.')
		.register(asColumn, { meaning: 'Its workflow label. Empty: none.' }),
	health: Text.nullable()
		.describe(
			"GitLab's word: on_track, needs_attention or at_risk. It may get new ones. null: nobody has set it.",
		)
		.register(asColumn, { meaning: 'Its health status. Empty: not set.' }),
	weight: Count.nullable()
		.describe('Points. null: it has no weight; not 0.')
		.register(asColumn, { meaning: 'Points. Empty: no weight.' }),
	blocked: z.boolean().describe('true: a label says that it cannot go on.'),
	carriedFrom: z
		.array(Text)
		.describe('Milestones in which it was to be done and was not, as its labels say.')
		.register(asColumn, { meaning: 'Milestones in which it was not done.' }),
	missedDeliverable: z
		.boolean()
		.describe('true: it was a commitment in one of those.')
		.register(asColumn, { meaning: 'true: it was a commitment in one of them.' }),
});
export type ExportedIssue = z.output<typeof ExportedIssue>;

export const PlanExport = ExportHead.extend({
	snapshot: PlanStamp.describe('Where the data is from, and how old it is.'),
	milestones: z
		.array(ExportedMilestone)
		.describe('The current milestone and the next ones. Empty: GitLab has none with dates ahead.'),
	issues: z
		.array(ExportedIssue)
		.describe('Their issues: by milestone, then by priority, deliverables first.'),
}).meta({
	title: 'The plan, version 1',
	description:
		'The current milestone and the next ones with their days and issues, as GitLab shows them without signing in. null is never 0, never "no" and never a failure: each field says what it means there. New fields may be added at any time.',
});
export type PlanExport = z.output<typeof PlanExport>;

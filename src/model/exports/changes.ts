import { z } from 'zod';
import { ExportHead, ExportStamp } from './file.ts';
import { Address, asColumn, Day, Text, Words } from './values.ts';

export const ChangedIssue = z.strictObject({
	reference: Words.describe('Project and number: group/project#12.').register(asColumn, {
		meaning: 'The issue. Empty: a date of a milestone.',
	}),
	project: Words.describe('Full path of its project.'),
	iid: z.int().positive().describe('Its number in the project.'),
	title: Text.describe('As it was called on that day: text, not HTML, on one line.').register(
		asColumn,
		{ meaning: 'Its title on that day.' },
	),
	webUrl: Address.describe('Its page on GitLab.').register(asColumn, {
		meaning: 'The issue on GitLab.',
	}),
});

export const ExportedChange = z.strictObject({
	day: Day.describe('The day of the plan in which the change was first seen.').register(asColumn, {
		meaning: 'Day of the plan in which the change was first seen.',
	}),
	since: Day.describe('The day of the plan before it: the change came between the two.').register(
		asColumn,
		{ meaning: 'Day of the plan before it.' },
	),
	kind: z
		.enum([
			'added',
			'dropped',
			'not-seen',
			'carried',
			'brought-forward',
			'promoted',
			'demoted',
			'committed',
			'uncommitted',
			'health',
			'closed',
			'reopened',
			'weight',
			'retitled',
			'start-moved',
			'cutoff-moved',
		])
		.describe(
			"dropped: it is no longer in any milestone of the plan. not-seen: GitLab no longer shows it, and we don't know why; it may be confidential or deleted, which doesn't mean canceled. carried: to a later milestone. brought-forward: to an earlier one. promoted and demoted: its priority. committed and uncommitted: whether it is a deliverable. start-moved and cutoff-moved: a date of a milestone.",
		)
		.register(asColumn, { meaning: 'What has changed, in a word that stays.' }),
	sentence: Words.describe('The change in words. It does not name the issue.'),
	issue: ChangedIssue.nullable().describe('null: a date of a milestone has moved.'),
	milestone: Text.nullable().describe('The milestone whose date has moved. null: of an issue.'),
	from: Text.nullable()
		.describe(
			'What it was: a milestone, a priority, a health status, a weight in digits, a title, or a day. null: there was none (no priority, not set, no weight, no date), or the kind has no such value.',
		)
		.register(asColumn, { meaning: 'What it was. Empty: none, or the kind has no such value.' }),
	to: Text.nullable().describe('What it is, in the same way.'),
});
export type ExportedChange = z.output<typeof ExportedChange>;

export const ChangesExport = ExportHead.extend({
	snapshot: ExportStamp.extend({
		sample: z.boolean().describe('true: all is invented. Do not rely on it.'),
	}).describe('Where the data is from, and how old it is.'),
	days: z
		.array(Day)
		.describe(
			'The days with a saved plan, oldest first. Nothing is known before the first. Old days may be thinned to one a week.',
		),
	changes: z
		.array(ExportedChange)
		.describe('Newest day first. Of one day: dates of milestones, then issues by reference.'),
}).meta({
	title: 'Changes of the plan, version 1',
	description:
		'What has changed from each saved plan to the next, as anyone can see it on GitLab. New fields and kinds may be added at any time.',
});
export type ChangesExport = z.output<typeof ChangesExport>;

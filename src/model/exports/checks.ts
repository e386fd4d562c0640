import { z } from 'zod';
import { Address, Day, Instant, Text, Words } from './values.ts';

const ToolVersion = z.strictObject({
	version: Words.describe('As the file has it, without a leading "v" or "go".'),
	file: Words.describe('The file, from the root of the project.'),
	line: z.int().positive().describe('The line of the file, counted from 1.'),
});

export const ExportedTool = z.strictObject({
	id: Words.describe('Stays the same; the check of this tool is called "tool-" and this.'),
	name: Words.describe('The name for people.'),
	agreed: Words.nullable().describe(
		'The version that all projects are to use. null: none is agreed, so versions are not judged.',
	),
	state: z
		.enum([
			'agreed',
			'ahead',
			'behind',
			'not-comparable',
			'no-agreement',
			'not-pinned',
			'not-applicable',
			'unknown',
		])
		.describe(
			'Of several places the one that is furthest behind decides. not-comparable: it says no number. no-agreement: no version is agreed, so none is judged. not-pinned: it should say a version and says none. not-applicable: the project does not use the tool, or nobody works on it. unknown: its files could not be seen, which is no failure.',
		),
	versions: z
		.array(ToolVersion)
		.nullable()
		.describe('Every place that says a version. Empty: none does. null: unknown.'),
});
export type ExportedTool = z.output<typeof ExportedTool>;

const ReadFrom = z.strictObject({
	text: Words.describe('In words.'),
	url: Address.nullable().describe('null: it has no address.'),
});

/** Of a check or a rule that fails. */
export const ExportedExemption = z.strictObject({
	reason: Words.describe('Why it may fail for now.'),
	by: Words.describe('The role that decided it.'),
	until: Day.describe('The last day on which it counts.'),
});

const Since = z.strictObject({
	day: Day.describe('The first day on which it is known to have failed.'),
	isAtLeast: z
		.boolean()
		.describe('true: the days before are not known, so it may have failed for longer.'),
});

export const ExportedCheck = z.strictObject({
	id: Words.describe('Stays the same, such as release or tool-go.'),
	title: Words.describe('The claim, for people.'),
	answer: z
		.enum(['holds', 'broken', 'unknown', 'exempt'])
		.describe(
			'unknown: what it takes may not be seen or was not pulled, which is no failure. exempt: it fails, and the team has said why that is right for now.',
		),
	saw: Words.describe('What was read, as a sentence.'),
	readFrom: ReadFrom.nullable().describe('Where it was read. null: nowhere.'),
	readAt: Instant.nullable().describe('When it was pulled from GitLab, in UTC. null: never.'),
	permission: z
		.enum(['stranger', 'token'])
		.describe('Who can see what was read: everyone, or only people who are signed in.'),
	needs: Text.nullable().describe('What it takes to tell. null: nothing more.'),
	mend: Text.nullable().describe('What to do about it. null: nothing.'),
	exemption: ExportedExemption.nullable().describe('null: the answer is not exempt.'),
	since: Since.nullable().describe(
		'Since when it is broken, exempt or not. null: it is not, or no history says.',
	),
});
export type ExportedCheck = z.output<typeof ExportedCheck>;

import { z } from 'zod';
import { ExportHead, ExportStamp, ListStamp } from './file.ts';
import { Address, asColumn, Text, Words } from './values.ts';

export const ExportedStep = z.strictObject({
	id: Words.describe('The id of the step. It stays while the step is there.'),
	title: Words.describe('What to do.'),
	why: Words.describe('Why, in a sentence. Backticks make code.'),
	grants: Text.nullable().describe('Who grants it: a role or a group. null: nobody has to.'),
	roles: z
		.array(Words)
		.describe('The roles that it is for. Empty: it is for everyone.')
		.register(asColumn, { meaning: 'The roles that it is for. Empty: everyone.' }),
	when: z
		.enum(['day-1', 'week-1', 'month-1'])
		.describe('By when to do it: on the first day, in the first week or in the first month.'),
	url: Address.describe('Where it leads.'),
	state: z
		.enum(['fine', 'moved', 'archived', 'gone', 'unchecked', 'unasked'])
		.describe(
			'What GitLab says of where the step leads. gone: deleted, about to be, or private. unchecked: the list is old or missing. unasked: it is nothing that we pull.',
		),
	says: Text.nullable().describe('The same in words. null: fine or unasked.'),
});
export type ExportedStep = z.output<typeof ExportedStep>;

export const OnboardingExport = ExportHead.extend({
	snapshot: ExportStamp.extend({
		projects: ListStamp.describe('The state of the list of projects.'),
		groups: ListStamp.describe('The state of the list of groups.'),
	}).describe('Where the data is from, and how old it is.'),
	steps: z.array(ExportedStep).describe('Every step, in order.'),
}).meta({
	title: 'Steps of new members, version 1',
	description:
		'What a new member of the team does, where, and whether that is still there. New fields may be added at any time.',
});
export type OnboardingExport = z.output<typeof OnboardingExport>;

import { z } from 'zod';
import { ExportedExemption } from './checks.ts';
import { ExportHead } from './file.ts';
import { Address, Count, Instant, Text, Words } from './values.ts';

const Evidence = z.strictObject({
	text: Text.describe('An issue, a project or a milestone, in words.'),
	url: Address.nullable().describe('Where it is. null: it has no address.'),
});

export const ExportedRule = z.strictObject({
	id: Words.describe('Stays the same, such as planning-issues-ahead.'),
	title: Words.describe('The rule in a few words.'),
	statement: Words.describe('The rule, as a sentence.'),
	answer: z
		.enum(['passes', 'fails', 'not-checked', 'exempt'])
		.describe(
			'What came of it. not-checked: the data does not say, which is no failure. exempt: it fails, and the team has said why that is right for now.',
		),
	observed: Words.describe('What was found, as a sentence.'),
	evidence: z
		.array(Evidence)
		.describe(
			'What decided a rule that fails: the first ten. Empty: it does not fail, or nothing can be named.',
		),
	evidenceCount: Count.describe('Of how many the evidence is the beginning.'),
	readFrom: Text.nullable().describe('Where it was read, in words. null: nowhere.'),
	readAt: Instant.nullable().describe(
		'When the oldest list behind it was pulled, in UTC. null: never.',
	),
	needs: Text.nullable().describe('What it takes to tell. null: nothing more.'),
	fix: Text.nullable().describe('What to do about it. null: nothing.'),
	exemption: ExportedExemption.nullable().describe('null: the answer is not exempt.'),
	owner: Text.nullable().describe('The role that looks after the rule. null: nobody has said.'),
	pages: z.array(Address).describe('The pages whose prose states the rule.'),
});
export type ExportedRule = z.output<typeof ExportedRule>;

export const RulesExport = ExportHead.extend({
	counts: z
		.strictObject({
			passes: Count.describe('Rules that pass.'),
			fails: Count.describe('Rules that fail.'),
			notChecked: Count.describe('Rules that the data says nothing about.'),
			exempt: Count.describe('Rules that fail, and may for now.'),
		})
		.describe('How many rules have which answer.'),
	rules: z
		.array(ExportedRule)
		.describe('Every rule that the handbook states, in the order of the registry.'),
}).meta({
	title: 'Rules of the handbook, version 1',
	description:
		'Every rule that the handbook states and that data of GitLab can decide, and what came of it. null is never a failure: each field says what it means there. New fields may be added at any time.',
});
export type RulesExport = z.output<typeof RulesExport>;

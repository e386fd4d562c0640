import { z } from 'zod';
import { ExportedConsumer, ExportedEndpoint } from './exported-consumer.ts';
import { ExportedProject } from './exported-project.ts';
import { Address, Instant, Text, Words } from './exported-values.ts';

/*
 * The files that other people's programs read. Adding a field is free; renaming or removing one, or
 * changing what it means, makes a version 2 beside this one. Every description is published.
 */

const ListStamp = z.strictObject({
	state: z
		.enum(['fresh', 'stale', 'missing'])
		.describe(
			'fresh: GitLab gave the list when it was last asked. stale: GitLab failed since, and these are the last good rows. missing: the list was never got.',
		),
	pulledAt: Instant.nullable().describe('When these rows were got, in UTC. null: never.'),
	reason: Text.nullable().describe('Why the list is stale or missing. null: it is fresh.'),
});

const SnapshotStamp = z.strictObject({
	source: Address.describe('The GitLab instance that was asked.'),
	sample: z
		.boolean()
		.describe('true: all that looks as if it came from GitLab is invented. Do not rely on it.'),
	pulledAt: Instant.describe('When GitLab was last asked, in UTC. Ages are counted to this day.'),
	projects: ListStamp.describe('The state of the list that the facts of the projects are from.'),
	groupProjects: ListStamp.describe(
		'The state of the list of all projects of the groups that have to be in the inventory completely.',
	),
	access: ListStamp.describe(
		'The state of the list of who has which access. It needs a token, and is missing without one.',
	),
});

const CheckMeaning = z.strictObject({
	id: Words.describe('The id by which projects have it.'),
	title: Words.describe('The claim in a few words.'),
	claim: Words.describe('What holds when the check holds, as a sentence.'),
	why: Words.describe('Why it matters.'),
});

export const ProjectsExport = z.strictObject({
	version: z.literal(1).describe('The version of this shape, as in the address of the file.'),
	schema: Address.describe('The JSON Schema of this file.'),
	about: Address.describe('The page that explains the file and lists its changes.'),
	title: Words.describe('The handbook that the file is from.'),
	snapshot: SnapshotStamp.describe('Where the data are from, and how old they are.'),
	checks: z
		.array(CheckMeaning)
		.describe('Every check that there is, in the order of each project.'),
	projects: z.array(ExportedProject).describe('Every declared project, in the order of the paths.'),
});
export type ProjectsExport = z.output<typeof ProjectsExport>;

const ConsumersStamp = SnapshotStamp.pick({ source: true, sample: true, pulledAt: true }).extend({
	consumers: ListStamp.describe('The state of the list of the projects of the consumers.'),
	evidence: ListStamp.describe('The state of the list of what their source says.'),
	libraries: ListStamp.describe('The state of the list of the newest client libraries.'),
});

export const ConsumersExport = z.strictObject({
	version: z.literal(1).describe('The version of this shape, as in the address of the file.'),
	schema: Address.describe('The JSON Schema of this file.'),
	about: Address.describe('The page that explains the file and lists its changes.'),
	title: Words.describe('The handbook that the file is from.'),
	snapshot: ConsumersStamp.describe('Where the data are from, and how old they are.'),
	api: Words.describe('The API that is called.'),
	endpoints: z.array(ExportedEndpoint).describe('Every endpoint of the API that the team knows.'),
	consumers: z
		.array(ExportedConsumer)
		.describe('Every declared consumer, in the order of the paths.'),
});
export type ConsumersExport = z.output<typeof ConsumersExport>;

/** @param id Where it is published. */
export function toProjectsSchema(id: string): Record<string, unknown> {
	return toPublishedSchema(ProjectsExport, {
		id,
		title: 'Projects of the inventory, version 1',
		about:
			'Every project that the team declares, what GitLab shows of it to strangers, and what its checks have found.',
	});
}

/** @param id Where it is published. */
export function toConsumersSchema(id: string): Record<string, unknown> {
	return toPublishedSchema(ConsumersExport, {
		id,
		title: 'Consumers of the API, version 1',
		about:
			'Every project that the team declares as depending on its public API, and what of it the source of that project calls.',
	});
}

/**
 * A shape as JSON Schema, of draft 2020-12.
 *
 * It allows fields that it does not know: a program that keeps a copy of it goes on when one is added.
 */
function toPublishedSchema(
	shape: z.ZodObject,
	{ id, title, about }: { id: string; title: string; about: string },
): Record<string, unknown> {
	const { $schema, ...published } = z.toJSONSchema(shape, {
		target: 'draft-2020-12',
		override: ({ jsonSchema }) => {
			delete jsonSchema.additionalProperties;
		},
	});
	return {
		$schema,
		$id: id,
		title,
		description: `${about} null is never 0, never "no" and never a failure: each field says what it means there. New fields may be added at any time.`,
		...published,
	};
}

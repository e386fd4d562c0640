import { z } from 'zod';
import { Address, asColumn, Instant, Text, Words } from './values.ts';

/** How much a list of the snapshot can be trusted, as every file for machines says it. */
export const ListStamp = z.strictObject({
	state: z
		.enum(['fresh', 'stale', 'missing', 'not-configured'])
		.describe(
			'fresh: the last pull returned the whole list. stale: GitLab has failed since, and these are the last good rows. missing: never pulled, or not public any more. not-configured: the team has no such list.',
		)
		.register(asColumn, {
			name: 'list_state',
			meaning: 'fresh, stale (older rows, since GitLab failed), missing, or not-configured.',
		}),
	pulledAt: Instant.nullable()
		.describe('When these rows were pulled, in UTC. null: there are none.')
		.register(asColumn, { meaning: 'When the row was pulled from GitLab. Empty: there are none.' }),
	reason: Text.nullable().describe('Why the list is stale or missing. null: it is fresh.'),
});
export type ListStamp = z.output<typeof ListStamp>;

/** How much what GitLab answered can be trusted, as every file for machines says it first. */
export const ExportStamp = z.strictObject({
	source: Address.describe('The GitLab instance that the data is from.').register(asColumn, {
		meaning: 'The GitLab that the data is from.',
	}),
	sample: z
		.boolean()
		.describe('true: all that looks as if it came from GitLab is invented. Do not rely on it.')
		.register(asColumn, { meaning: 'true: what looks as if it came from GitLab is invented.' }),
	pulledAt: Instant.describe('When we last pulled from GitLab, in UTC.').register(asColumn, {
		meaning: 'When we last pulled from GitLab.',
	}),
});

/** How every file for machines begins. */
export const ExportHead = z.strictObject({
	version: z.literal(1).describe('The version of this shape, as in the address of the file.'),
	schema: Address.describe('The JSON Schema of this file.'),
	about: Address.describe('The page that explains the file and lists its changes.'),
	title: Words.describe('The handbook that the file is from.'),
	snapshot: ExportStamp.describe('Where the data is from, and how old it is.'),
});
export type ExportHead = z.output<typeof ExportHead>;

/** The shape of a file, with what it holds in words. */
export type ExportShape = z.ZodObject;

/**
 * The JSON Schema of a file, of draft 2020-12.
 *
 * It allows fields that it does not know: a program that keeps a copy of it goes on when one is added.
 *
 * @param id Where it is published.
 */
export function toPublishedSchema(file: ExportShape, id: string): Record<string, unknown> {
	const { $schema, title, description, ...shape } = z.toJSONSchema(file, {
		target: 'draft-2020-12',
		override: ({ jsonSchema }) => {
			delete jsonSchema.additionalProperties;
		},
	});
	return { $schema, $id: id, title, description, ...shape };
}

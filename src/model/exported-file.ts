import { z } from 'zod';
import { Instant, Text } from './exported-values.ts';

/** How much a list of the snapshot can be trusted, as every file for machines says it. */
export const ListStamp = z.strictObject({
	state: z
		.enum(['fresh', 'stale', 'missing'])
		.describe(
			'fresh: GitLab gave the list when it was last asked. stale: GitLab failed since, and these are the last good rows. missing: the list was never got.',
		),
	pulledAt: Instant.nullable().describe('When these rows were got, in UTC. null: never.'),
	reason: Text.nullable().describe('Why the list is stale or missing. null: it is fresh.'),
});
export type ListStamp = z.output<typeof ListStamp>;

interface Published {
	/** Where it is published. */
	id: string;
	title: string;
	description: string;
}

/**
 * The JSON Schema of a file, of draft 2020-12.
 *
 * It allows fields that it does not know: a program that keeps a copy of it goes on when one is added.
 */
export function toPublishedSchema(
	file: z.ZodObject,
	{ id, title, description }: Published,
): Record<string, unknown> {
	const { $schema, ...shape } = z.toJSONSchema(file, {
		target: 'draft-2020-12',
		override: ({ jsonSchema }) => {
			delete jsonSchema.additionalProperties;
		},
	});
	return { $schema, $id: id, title, description, ...shape };
}

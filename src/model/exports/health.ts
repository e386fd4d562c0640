import { z } from 'zod';
import { ExportHead } from './file.ts';
import { asColumn, Count, Instant, Text, Words } from './values.ts';

const state = z.enum(['fresh', 'stale', 'missing']);

export const ExportedList = z.strictObject({
	list: Words.describe('The id of the list. It stays.'),
	title: Words.describe('What pages call it.'),
	state: state
		.describe(
			'fresh: the last pull returned the whole list. stale: GitLab has failed since, and these are the last good rows. missing: never pulled, or not public any more.',
		)
		.register(asColumn, { meaning: 'fresh, stale or missing.' }),
	pulledAt: Instant.nullable().describe('When the rows were pulled, in UTC. null: there are none.'),
	staleAt: Instant.nullable().describe(
		'When pages begin to say that the rows are out of date, in UTC. null: there are none.',
	),
	rows: Count.nullable().describe('How many rows there are. null: the list is missing.'),
	rowsBefore: Count.nullable().describe(
		'How many there were before these were pulled. null: not known, or these are the first.',
	),
	requests: Count.nullable().describe(
		'HTTP requests that the last pull sent for it, retries included. Answers that several lists need count once. null: not known.',
	),
	reason: Text.nullable().describe('Why the list is stale or missing. null: it is fresh.'),
	partial: Text.nullable().describe(
		'What of a few rows of a fresh list GitLab failed to answer. Their values are older, or unknown. null: the rows are whole, or the list is not fresh.',
	),
});
export type ExportedList = z.output<typeof ExportedList>;

export const HealthExport = ExportHead.extend({
	state: state.describe('The worst state of a list. fresh: all is well.'),
	nextPullAt: Instant.nullable().describe(
		'When the next pull is due, by the schedule in the registry, in UTC. null: the registry has none.',
	),
	lists: z.array(ExportedList).describe('Every list that the registry needs.'),
}).meta({
	title: 'Health of the data, version 1',
	description:
		'How old each list of the site is, and what went wrong. For monitoring: alert when "state" is not "fresh", when a list has a "partial", or when "nextPullAt" has passed. New fields and lists may be added at any time.',
});
export type HealthExport = z.output<typeof HealthExport>;

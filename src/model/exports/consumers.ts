import { z } from 'zod';
import { ExportedConsumer, ExportedEndpoint } from './consumer.ts';
import { ExportHead, ExportStamp, ListStamp } from './file.ts';
import { asColumn, Words } from './values.ts';

const ConsumersStamp = ExportStamp.extend({
	consumers: ListStamp.describe('The state of the list of the projects of the consumers.'),
	evidence: ListStamp.extend({
		pulledAt: ListStamp.shape.pulledAt
			.clone()
			.register(asColumn, { meaning: 'When we last pulled its source. Empty: never.' }),
	}).describe('The state of the list of what their source says.'),
	libraries: ListStamp.describe('The state of the list of the newest client libraries.'),
});

export const ConsumersExport = ExportHead.extend({
	snapshot: ConsumersStamp.describe('Where the data is from, and how old it is.'),
	api: Words.describe('The API that is called.'),
	endpoints: z.array(ExportedEndpoint).describe('Every endpoint of the API that the team knows.'),
	consumers: z
		.array(ExportedConsumer)
		.describe('Every declared consumer, in the order of the paths.'),
}).meta({
	title: 'Consumers of the API, version 1',
	description:
		'Every project that the team declares as depending on its public API, and what of it the source of that project calls. null is never 0, never "no" and never a failure: each field says what it means there. New fields may be added at any time.',
});
export type ConsumersExport = z.output<typeof ConsumersExport>;

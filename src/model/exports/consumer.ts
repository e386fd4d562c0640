import { z } from 'zod';
import { Address, asColumn, Count, Day, Instant, Text, Words } from './values.ts';

export const Place = z.strictObject({
	kind: z
		.enum(['method', 'path', 'graphql'])
		.describe(
			'method: of a client library. path: a text that is a path of the API. graphql: a field in a text that is a query.',
		),
	call: Words.describe('What is called: Cars.ListCars, GET /cars/:x or Query.cars.'),
	client: Words.nullable().describe('Id of the client library, of a method. null: it is none.'),
	file: Words.describe('From the root of the project.'),
	line: z.int().positive().describe('Counted from 1.'),
	condition: Text.nullable().describe(
		'The file is built only where this holds, such as linux && !cgo. null: always.',
	),
	isCertain: z
		.boolean()
		.describe('false: the place does not tell which of several endpoints it calls.'),
	isMethodKnown: z
		.boolean()
		.describe('false: it has the path of several endpoints, and not the method of HTTP.'),
	url: Address.describe('The line at the commit that was read.').register(asColumn, {
		name: 'first_place',
		meaning: 'The first of them, at the commit that was read.',
	}),
});

export const Reading = z.strictObject({
	commit: Words.describe('The commit that was read, by its whole number.').register(asColumn, {
		meaning: 'The commit that was read.',
	}),
	committedAt: Instant.nullable().describe('When it was made. null: GitLab does not say.'),
	branch: Words.describe('The default branch at that time.'),
	readAt: Instant.describe('The pull that read it. A commit is read once, so it may be long ago.'),
	way: z
		.enum(['archive', 'files'])
		.describe(
			'archive: all files at once. files: one by one, those whose path lets expect a call.',
		),
	files: Count.describe('Source files that were read for calls.'),
	skipped: z
		.strictObject({
			tests: Count.describe('Tests.'),
			mocks: Count.describe('Mocks.'),
			vendored: Count.describe('Copies of the code of others.'),
			generated: Count.describe('Generated or minified code.'),
		})
		.describe('Files that were left out.'),
});

const Client = z.strictObject({
	id: Words.describe('Id of the client library.'),
	name: Words.describe('Its name.'),
	package: Words.describe('As the file names it.'),
	version: Words.describe('As the file has it.'),
	url: Address.describe('The line that requires it, at the commit that was read.'),
	latest: Words.nullable().describe('Tag of the newest version. null: unknown.'),
	state: z
		.enum(['newest', 'behind', 'ahead', 'unknown'])
		.describe('How the version compares with the newest. unknown: it is not known; no failure.'),
	behind: z
		.strictObject({
			part: z
				.enum(['major', 'minor', 'patch', 'pre-release'])
				.describe('The first part of the version that differs.'),
			count: Count.describe('By how many.'),
		})
		.nullable()
		.describe('null: it is not behind, or that is not known.'),
	retired: z.boolean().describe('true: the library is no longer developed.'),
	replaced: z.boolean().describe('true: another package replaces it.'),
});

export const CallSince = z.strictObject({
	day: Day.describe('The first day on which it is known to have called it.').register(asColumn, {
		name: 'since',
	}),
	isAtLeast: z
		.boolean()
		.describe('true: before that day nothing is known.')
		.register(asColumn, { name: 'since_at_least' }),
});

export const Call = z.strictObject({
	endpoint: Words.describe('Id of the endpoint, as in endpoints.'),
	since: CallSince.nullable().describe('Since when it calls it. null: unknown.'),
	places: z
		.array(Place)
		.describe('The first of them, by file and line. Never empty.')
		.register(asColumn, { meaning: 'At how many places of its source. Empty: nothing is known.' }),
	more: Count.describe('How many more places there are: they are only counted.'),
	methodUnknown: Count.describe(
		'At how many of all places the path is of several endpoints, and the method is not known: if at all of them, it may not call this endpoint.',
	).register(asColumn, {
		meaning:
			'At how many of the places the method is not known, so that it may be another endpoint.',
	}),
});
export type Call = z.output<typeof Call>;

const unknown = 'null: its source was not read, so it is unknown; not "none".';

export const ExportedConsumer = z.strictObject({
	path: Words.describe(
		'Its path as the team declares it. It names the row: use it to look it up.',
	).register(asColumn, {
		meaning: 'The path of the consumer that the team declares: look rows up by it.',
	}),
	name: Words.describe('What the team calls it.'),
	page: Address.describe('Its page in the handbook.'),
	webUrl: Address.describe('The project.'),
	contact: z
		.strictObject({ name: Words.describe('Who.'), url: Address.describe('Where.') })
		.describe('Who to ask: the owner that the team has noted, or the issues of the project.')
		.register(asColumn, { meaning: 'Who to ask.' }),
	state: z
		.enum(['seen', 'not-seen', 'partial', 'unknown'])
		.describe(
			'seen: calls were found. not-seen: all of its source was read, and nothing calls the API. partial: not all was read, so calls may be missing. unknown: nothing was read.',
		)
		.register(asColumn, { meaning: 'seen, not-seen, partial (calls may be missing) or unknown.' }),
	why: Text.nullable().describe('Why the state is partial or unknown. null: it is another.'),
	trouble: Text.nullable().describe(
		'Why the newest commit could not be read whole. null: it was, or the state says it.',
	),
	reading: Reading.nullable().describe(`What was read. ${unknown}`),
	clients: z
		.array(Client)
		.nullable()
		.describe(`Client libraries that it requires. ${unknown}`)
		.register(asColumn, { meaning: 'Client libraries that it requires, with their versions.' }),
	calls: z.array(Call).nullable().describe(`Endpoints that it calls. ${unknown}`),
	unmapped: z
		.array(
			z.strictObject({
				call: Words.describe('What is called.'),
				places: z.array(Place).describe('The first of them, by file and line. Never empty.'),
				more: Count.describe('How many more places there are: they are only counted.'),
			}),
		)
		.nullable()
		.describe(`What calls the API and is no endpoint that the team knows. ${unknown}`)
		.register(asColumn, { meaning: 'What it calls and is no known endpoint.' }),
	otherUnmapped: Count.nullable().describe(
		`Places that call what is no endpoint by names that unmapped does not list. ${unknown}`,
	),
	otherClients: Count.nullable().describe(
		`Requirements of client libraries that clients does not list. ${unknown}`,
	),
});
export type ExportedConsumer = z.output<typeof ExportedConsumer>;

export const ExportedEndpoint = z.strictObject({
	id: Words.describe('Stays the same.').register(asColumn, {
		name: 'endpoint',
		meaning: 'Id of an endpoint that it calls. Empty: see unmapped and state.',
	}),
	method: Words.describe('Of HTTP.').register(asColumn, { meaning: 'Method of that endpoint.' }),
	path: Words.describe(
		'Below the root of the API, with names for what varies: /cars/:id.',
	).register(asColumn, { name: 'endpoint_path', meaning: 'Path of that endpoint.' }),
	title: Words.describe('What it does.'),
	status: z
		.enum(['active', 'experimental', 'deprecated'])
		.describe('As the team says.')
		.register(asColumn, {
			name: 'endpoint_status',
			meaning: 'active, experimental or deprecated.',
		}),
	deprecatedSince: Words.nullable().describe(
		'The milestone. null: it is not deprecated, or nobody has noted it.',
	),
	removal: Words.nullable()
		.describe('The milestone in which it is to go. null: none is set.')
		.register(asColumn, { meaning: 'The milestone in which that endpoint is to go.' }),
	replacement: Words.nullable().describe('Id of the endpoint to use instead. null: none is named.'),
	graphql: z.array(Words).describe('Fields of GraphQL that do the same.'),
	docs: Address.describe('Where it is documented.'),
	page: Address.describe('Its page in the handbook.'),
});
export type ExportedEndpoint = z.output<typeof ExportedEndpoint>;

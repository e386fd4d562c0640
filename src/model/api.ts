import { z } from 'zod';
import { ProjectPath, WebUrl } from './identifiers.ts';
import { Pattern } from './pattern.ts';
import { Flag, Line, Lines, Positive, Slug } from './values.ts';

export const HttpMethod = z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD']);

/** Below the API's root, with names for what varies: `/issues/:id/links`. */
export const EndpointPath = z
	.string()
	.regex(/^(\/(:?[A-Za-z0-9_-]+))+$/, {
		error: 'Invalid path: expected one like /issues/:id/links, without host, query or /api/v4',
	})
	.meta({ title: 'path of an endpoint', examples: ['/issues/:id/links'] });
export type EndpointPath = z.output<typeof EndpointPath>;

/** A field of the GraphQL schema with the type that has it: `Mutation.createIssue`, `Group.issues`. */
const GraphqlField = z
	.string()
	.regex(/^[A-Z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*$/, {
		error: 'Invalid field: expected a type, a dot and a field, such as Mutation.createIssue',
	})
	.meta({ title: 'GraphQL field', examples: ['Mutation.createIssue'] });

/**
 * A method of a client library: `Issues.ListIssues`. With the name of an option, `Issues.all(groupId)`:
 * that method when it is called with that option; without one, when none of the others is meant.
 */
const ClientMethod = z
	.string()
	.regex(/^[A-Za-z]\w*\.[A-Za-z]\w*(\([a-z]\w*\))?$/, {
		error:
			'Invalid method: expected one like Issues.ListIssues, or Issues.all(groupId) where an option decides',
	})
	.meta({ title: 'method', examples: ['Issues.ListIssues', 'Issues.all(groupId)'] });

export const EndpointStatus = z.enum(['active', 'experimental', 'deprecated']);
export type EndpointStatus = z.output<typeof EndpointStatus>;

export const Deprecation = z.strictObject({
	since: Line.optional().meta({
		description: 'The milestone of the announcement. Leave it out when unknown.',
		examples: ['18.5'],
	}),
	removal: Line.optional().meta({
		description: 'The milestone of the removal. Leave it out when none is planned.',
		examples: ['20.0'],
	}),
	replacement: Slug.optional().meta({
		description: 'Id of the endpoint to use instead.',
		examples: ['list-all-issues'],
	}),
	url: WebUrl.optional().meta({
		description: 'Where it is discussed.',
		examples: ['https://gitlab.com/group/project/-/issues/12'],
	}),
});

export const DeclaredEndpoint = z
	.strictObject({
		id: Slug.meta({
			description: 'Part of the address of its page: never change one.',
			examples: ['list-issues'],
		}),
		method: HttpMethod.describe('The HTTP method.'),
		path: EndpointPath.describe("Its path below the API's root, with a colon before parameters."),
		title: Line.meta({
			description: 'What it does, in a few words.',
			examples: ['List issues'],
		}),
		status: EndpointStatus.describe('Whether programs should use it.'),
		deprecation: Deprecation.optional().describe(
			'Required when the status is deprecated, and only then. May be {}.',
		),
		note: Line.optional().meta({
			description: 'Anything else a caller should know.',
			examples: ['The parameter `scope` is deprecated.'],
		}),
		docs: WebUrl.meta({
			description: 'Its documentation.',
			examples: ['https://docs.gitlab.com/api/issues/'],
		}),
		graphql: z.array(GraphqlField).default([]).describe('What does the same in GraphQL.'),
		calls: z
			.record(Slug, z.array(ClientMethod))
			.default({})
			.meta({
				description:
					'The methods that call it, by id of a client library. An option in brackets limits a method to calls with that option.',
				examples: [{ 'client-go': ['Issues.ListIssues'] }],
			}),
	})
	.refine(({ status, deprecation }) => (status === 'deprecated') === (deprecation !== undefined), {
		path: ['deprecation'],
		error:
			'Expected deprecation exactly where the status is deprecated. Where nothing is known of it, write deprecation: {}',
	});
export type DeclaredEndpoint = z.output<typeof DeclaredEndpoint>;

/** The languages whose source can be read for calls. */
export const SourceLanguage = z.enum(['go', 'typescript', 'graphql']);
export type SourceLanguage = z.output<typeof SourceLanguage>;

export const ClientLibrary = z.strictObject({
	id: Slug.meta({ description: 'What endpoints refer to.', examples: ['client-go'] }),
	name: Line.meta({ description: 'What pages call it.', examples: ['client-go'] }),
	language: SourceLanguage.describe('The language of programs that use it.'),
	packages: Lines.min(1).meta({
		description:
			'Go module paths or npm package names. Major versions of a module, such as /v2, are found too.',
		examples: [['example.com/group/client-go']],
	}),
	project: ProjectPath.optional().describe(
		'Its project on GitLab, to find out its newest version.',
	),
	retired: Flag.describe('The library is no longer developed.'),
	services: Lines.default([]).meta({
		description:
			'Parts of the client whose methods all call this API. Calls that no endpoint lists are shown as unmapped.',
		examples: [['Issues']],
	}),
});
export type ClientLibrary = z.output<typeof ClientLibrary>;

/** Where the API is documented: what is only there or only here has drifted. */
export const DocumentedSurface = z.strictObject({
	project: ProjectPath.describe('The project with the documentation.'),
	pages: Lines.meta({
		description: 'Markdown files with code blocks such as GET /issues.',
		examples: [['doc/api/issues.md']],
	}),
	openapi: Line.optional().meta({
		description: "The file with the API's OpenAPI description.",
		examples: ['doc/api/openapi.yaml'],
	}),
	pattern: Pattern.meta({
		description: 'The paths that belong to this API.',
		examples: ['^/issues(/|$)'],
	}),
	ignored: z
		.array(
			z.strictObject({
				method: HttpMethod.describe('The HTTP method.'),
				path: EndpointPath.describe('The path in the documentation.'),
				reason: Line.meta({
					description: 'Why it is ignored.',
					examples: ['An example that is not an endpoint.'],
				}),
			}),
		)
		.default([])
		.describe("Documented paths that aren't public endpoints."),
});
export type DocumentedSurface = z.output<typeof DocumentedSurface>;

/** How early those who depend on the API have to know of a change that breaks it, in milestones. */
export const NoticeRule = z.strictObject({
	name: Line.meta({
		description: 'Whose rule it is, for sentences.',
		examples: ["the company's rule"],
	}),
	milestonesBefore: Positive.meta({
		description: 'How many milestones before the breaking major version.',
		examples: [3],
	}),
});
export type NoticeRule = z.output<typeof NoticeRule>;

export const Api = z
	.strictObject({
		name: Line.meta({ description: 'What pages call the API.', examples: ['Engine API'] }),
		docs: WebUrl.meta({
			description: 'Its documentation.',
			examples: ['https://docs.gitlab.com/api/issues/'],
		}),
		surface: DocumentedSurface.describe(
			'Where the endpoints are documented. Differences between documentation and this file are findings.',
		),
		notice: z
			.array(NoticeRule)
			.min(1)
			.describe('How early consumers must know of a breaking change, the longest notice last.'),
		clients: z.array(ClientLibrary).min(1).describe('The libraries that programs call it with.'),
		endpoints: z.array(DeclaredEndpoint).min(1).describe('The endpoints of the API.'),
	})
	.describe('The public API of the team, and the libraries that call it.');
export type Api = z.output<typeof Api>;

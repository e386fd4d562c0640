import { z } from 'zod';
import { ProjectPath, WebUrl } from './identifiers.ts';
import { Pattern } from './pattern.ts';
import { Line, Slug } from './text.ts';

/** The methods of HTTP that an API is called with. */
export const HttpMethod = z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD']);
export type HttpMethod = z.output<typeof HttpMethod>;

/** Below the API's root, with names for what varies: `/runners/:id/jobs`. */
export const EndpointPath = z.string().regex(/^(\/(:?[A-Za-z0-9_-]+))+$/, {
	error: 'Invalid path: expected one like /runners/:id/jobs, without host, query or /api/v4',
});
export type EndpointPath = z.output<typeof EndpointPath>;

/** A field of the GraphQL schema with the type that has it: `Mutation.runnerCreate`, `Group.runners`. */
export const GraphqlField = z.string().regex(/^[A-Z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*$/, {
	error: 'Invalid field: expected a type, a dot and a field, such as Mutation.runnerCreate',
});
export type GraphqlField = z.output<typeof GraphqlField>;

/**
 * A method of a client library: `Runners.ListRunners`. With the name of an option, `Runners.all(groupId)`:
 * that method when it is called with that option; without one, when none of the others is meant.
 */
export const ClientMethod = z.string().regex(/^[A-Za-z]\w*\.[A-Za-z]\w*(\([a-z]\w*\))?$/, {
	error:
		'Invalid method: expected one like Runners.ListRunners, or Runners.all(groupId) where an option decides',
});
export type ClientMethod = z.output<typeof ClientMethod>;

export const EndpointStatus = z.enum(['active', 'experimental', 'deprecated']);
export type EndpointStatus = z.output<typeof EndpointStatus>;

/** What the team says of a deprecation. */
export const Deprecation = z.strictObject({
	/** The milestone in which it was announced. Without it: nobody has noted it. */
	since: Line.optional(),
	/** The milestone in which it is to go. Without it: none is set. */
	removal: Line.optional(),
	/** Id of the endpoint to use instead. */
	replacement: Slug.optional(),
	/** Where it is discussed. */
	url: WebUrl.optional(),
});
export type Deprecation = z.output<typeof Deprecation>;

/** One endpoint of the API. */
export const DeclaredEndpoint = z
	.strictObject({
		/** Its page has this address: never rename one. */
		id: Slug,
		method: HttpMethod,
		path: EndpointPath,
		/** What it does, in a few words. */
		title: Line,
		status: EndpointStatus,
		/** There exactly when the status is `deprecated`. */
		deprecation: Deprecation.optional(),
		/** What a caller has to know besides: deprecated parameters, for example. */
		note: Line.optional(),
		/** Where it is documented. */
		docs: WebUrl,
		/** What does the same in GraphQL. */
		graphql: z.array(GraphqlField).default([]),
		/** By id of a client library: the methods that call it. */
		calls: z.record(Slug, z.array(ClientMethod)).default({}),
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

/** A library by which programs call the API. */
export const ClientLibrary = z.strictObject({
	id: Slug,
	name: Line,
	language: SourceLanguage,
	/** Module paths of Go, or names of npm packages. `/v2` and the like behind a module path are found too. */
	packages: z.array(Line).min(1),
	/** The project that makes it: its newest version is asked for there. Without it, it is not known. */
	project: ProjectPath.optional(),
	/** The library is not developed any more. */
	retired: z.boolean().default(false),
	/** Parts of the client whose every method calls the API: one that no endpoint names is "unmapped". */
	services: z.array(Line).default([]),
});
export type ClientLibrary = z.output<typeof ClientLibrary>;

/** Where the API is documented: what stands there and not here, or here and not there, has drifted. */
export const DocumentedSurface = z.strictObject({
	project: ProjectPath,
	/** Pages of Markdown whose code blocks have lines such as `GET /runners`. From the project's root. */
	pages: z.array(Line),
	/** The file of the API's OpenAPI description. Without it, none is read. */
	openapi: Line.optional(),
	/** Paths that belong to this API, as a regular expression on paths such as `/runners/:id`. */
	pattern: Pattern,
	/** What is documented and no endpoint, or not public: it is no finding. */
	ignored: z
		.array(z.strictObject({ method: HttpMethod, path: EndpointPath, reason: Line }))
		.default([]),
});
export type DocumentedSurface = z.output<typeof DocumentedSurface>;

/** How early those who depend on the API have to know of a change that breaks it, in milestones. */
export const NoticeRule = z.strictObject({
	/** Whose rule it is, for sentences: `the company's rule`. */
	name: Line,
	/** So many milestones before the major one in which the change comes. */
	milestonesBefore: z.int().positive(),
});
export type NoticeRule = z.output<typeof NoticeRule>;

/** `api.yaml`: the public API of the team, and the libraries by which it is called. */
export const Api = z.strictObject({
	/** `Runner API` */
	name: Line,
	docs: WebUrl,
	surface: DocumentedSurface,
	/** The longest notice last. */
	notice: z.array(NoticeRule).min(1),
	clients: z.array(ClientLibrary).min(1),
	endpoints: z.array(DeclaredEndpoint).min(1),
});
export type Api = z.output<typeof Api>;

import { z } from 'zod';
import { EndpointPath, HttpMethod, SourceLanguage } from './api.ts';
import { IsoInstant, ProjectPath } from './identifiers.ts';
import { ProjectFacts, Version } from './project.ts';
import { Count, Positive, Slug } from './values.ts';

/** A commit by its whole number. */
export const CommitSha = z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/);
export type CommitSha = z.output<typeof CommitSha>;

/** One place in a consumer's source that calls the API. */
export const SourceUse = z.strictObject({
	/**
	 * `method`: of a client library. `path`: a text that is a path of the API. `graphql`: a field in a
	 * text that is a query.
	 */
	kind: z.enum(['method', 'path', 'graphql']),
	language: SourceLanguage,
	/** Id of the client library, of a method. Otherwise `null`. */
	client: Slug.nullable(),
	/**
	 * `Issues.ListIssues`; of a path, with `:x` for what varies and the method before it where the
	 * call tells it, `GET /issues/:x` or `/issues/:x`; of GraphQL, `Mutation.createIssue`.
	 */
	name: z.string().min(1),
	/** The options that a call of a method names. `null`: it cannot be told, or there are none to tell. */
	options: z.array(z.string()).nullable(),
	/** From the root of the project. */
	file: z.string().min(1),
	/** Of the name, counted from 1. */
	line: Positive,
	/** The file is built only where this holds: `linux && !cgo`. `null`: always. */
	condition: z.string().min(1).nullable(),
});
export type SourceUse = z.output<typeof SourceUse>;

export const UsedClient = z.strictObject({
	/** Id of the library. */
	client: Slug,
	/** As the file names it: `example.com/client/v2`. */
	package: z.string().min(1),
	/** As the file has it: `v2.49.0`, `^43.8.0`. */
	version: z.string().min(1),
	/** `go.mod`, `package.json`, from the root of the project. */
	file: z.string().min(1),
	line: Positive,
});
export type UsedClient = z.output<typeof UsedClient>;

/** Files that were left out, since what they call says nothing of what the program calls. */
export const SkippedFiles = z.strictObject({
	tests: Count,
	mocks: Count,
	vendored: Count,
	generated: Count,
});
export type SkippedFiles = z.output<typeof SkippedFiles>;

/**
 * What was found and is only counted: of each endpoint and of each name that is no endpoint the first
 * places are kept, so that nobody's source makes pages that no browser opens.
 */
export const MoreUses = z.strictObject({
	/** Places by id of the endpoint. One that may be several endpoints counts for each of them. */
	endpoints: z.record(Slug, Positive),
	/** Those of them that have the path of several endpoints, and not the method. Absent: none. */
	withoutMethod: z.record(Slug, Positive).optional(),
	/** Places by name, of what is no endpoint. */
	unmapped: z.record(z.string().min(1), Positive),
	/** Places with other names that are no endpoint: the first names are kept, too. */
	otherNames: Count,
	/** Requirements of client libraries. */
	clients: Count,
});
export type MoreUses = z.output<typeof MoreUses>;

/** What was read of a project's source at one commit. */
export const SourceReading = z.strictObject({
	commit: CommitSha,
	/** When that commit was made. `null`: GitLab does not say. */
	committedAt: IsoInstant.nullable(),
	branch: z.string().min(1),
	/** The pull that read it. */
	readAt: IsoInstant,
	/** `archive`: all files at once. `files`: those whose path lets one expect a call, one by one. */
	way: z.enum(['archive', 'files']),
	/** Why calls may be missing, as whole sentences. `null`: all was read. */
	partial: z.string().min(1).nullable(),
	/** Source files that were read for calls. */
	files: Count,
	skipped: SkippedFiles,
	/** Fingerprint of what was looked for: reading for something else is another reading. */
	lookedFor: z.string().min(1),
	/** Sorted by file and line. */
	clients: z.array(UsedClient),
	/** Sorted by file and line. */
	uses: z.array(SourceUse),
	/** Absent: all that was found is kept. */
	more: MoreUses.optional(),
});
export type SourceReading = z.output<typeof SourceReading>;

/** What a consumer's source says, as a stranger sees it. */
export const ConsumerEvidence = z.strictObject({
	/** As the registry declares it. */
	path: ProjectPath,
	/** `null`: its source was never read. */
	reading: SourceReading.nullable(),
	/** Why the newest commit could not be read whole, or not at all, as whole sentences. `null`: it was. */
	trouble: z.string().min(1).nullable(),
});
export type ConsumerEvidence = z.output<typeof ConsumerEvidence>;

/** The newest version of a client library. */
export const LibraryVersion = z.strictObject({
	/** Id of the library. */
	client: Slug,
	project: ProjectPath,
	/** `null`: it has none that is out, or strangers do not see the project, unless `unanswered` says why. */
	latest: Version.nullable(),
	/** Absent: GitLab answered. */
	unanswered: ProjectFacts.shape.unanswered,
});
export type LibraryVersion = z.output<typeof LibraryVersion>;

export const DocumentedEndpoint = z.strictObject({
	source: z.enum(['page', 'openapi']),
	method: HttpMethod,
	/** With the names for what varies that the file has: `/issues/:id`. */
	path: EndpointPath,
	/** From the root of the project. */
	file: z.string().min(1),
	line: Positive,
});
export type DocumentedEndpoint = z.output<typeof DocumentedEndpoint>;

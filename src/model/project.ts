import { z } from 'zod';
import { IsoInstant, ProjectPath, WebUrl } from './identifiers.ts';

/** A part of a project that GitLab may keep from strangers while it shows the project. */
export const ProjectPart = z.enum(['code', 'files', 'languages', 'pipelines', 'releases']);
export type ProjectPart = z.output<typeof ProjectPart>;

/** Where a project pins its Go version. */
export const GoPin = z.strictObject({
	file: z.enum(['go.mod', '.tool-versions', 'mise.toml']),
	/** Counted from 1. */
	line: z.int().positive(),
	version: z.string().min(1),
});
export type GoPin = z.output<typeof GoPin>;

/** The newest version that is out. */
export const Version = z.strictObject({
	/** `tag`: the project makes no releases, so this is its highest tag. */
	kind: z.enum(['release', 'tag']),
	tag: z.string().min(1),
	/** `null`: GitLab gave no date. */
	releasedAt: IsoInstant.nullable(),
});
export type Version = z.output<typeof Version>;

/** The newest pipeline of the default branch. */
export const Pipeline = z.strictObject({
	/** GitLab's word: `success`, `failed`, `running` … Words that we do not know are kept. */
	status: z.string().min(1),
	updatedAt: IsoInstant.nullable(),
	webUrl: WebUrl.nullable(),
});
export type Pipeline = z.output<typeof Pipeline>;

/** What GitLab shows of a project to a stranger. `null` is explained by `hidden`, or means "none". */
export const ProjectFacts = z.strictObject({
	id: z.int().positive(),
	/** Where the project is now: differs from the path that was asked for when it has moved. */
	path: ProjectPath,
	description: z.string().nullable(),
	webUrl: WebUrl.nullable(),
	/** Sorted. */
	topics: z.array(z.string()),
	defaultBranch: z.string().nullable(),
	license: z.string().nullable(),
	stars: z.int().nonnegative().nullable(),
	/** `null`: its group's listing, the only place that tells a stranger, did not answer. */
	archived: z.boolean().nullable(),
	lastActivityAt: IsoInstant.nullable(),
	/** Percent of the source, largest first. Empty: no source that GitLab recognises. */
	languages: z.array(z.strictObject({ name: z.string(), share: z.number() })),
	latestVersion: Version.nullable(),
	/** A release with a date to come. It is planned, not out. */
	upcomingRelease: Version.nullable(),
	pipeline: Pipeline.nullable(),
	/** Every file that pins Go, in the order of preference: `go.mod` first. */
	goPins: z.array(GoPin),
	/** Parts that GitLab does not show to strangers. Sorted. */
	hidden: z.array(ProjectPart),
});
export type ProjectFacts = z.output<typeof ProjectFacts>;

/** A declared project or consumer, and what GitLab answered about it. */
export const Project = z.strictObject({
	/** As the registry declares it. */
	path: ProjectPath,
	/**
	 * `missing-or-private`: GitLab gives a stranger the same answer for both.
	 * `other-instance`: declared on another GitLab, which is never asked.
	 */
	answer: z.enum(['found', 'missing-or-private', 'other-instance']),
	/** There exactly when the answer is `found`. */
	facts: ProjectFacts.nullable(),
});
export type Project = z.output<typeof Project>;

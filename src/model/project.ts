import { z } from 'zod';
import { GroupPath, IsoInstant, ProjectPath, WebUrl } from './identifiers.ts';
import { Count, Positive, Slug } from './values.ts';

/** A part of a project that GitLab may keep from strangers while it shows the project. */
export const ProjectPart = z.enum(['code', 'files', 'languages', 'pipelines', 'releases']);
export type ProjectPart = z.output<typeof ProjectPart>;

export const WhyUnread = z.enum([
	'not got',
	'archive refused',
	'archive too large',
	'not archived',
	'too deep',
	'too many',
	'too large',
	'unreadable',
	'no plain path',
]);
export type WhyUnread = z.output<typeof WhyUnread>;

export const UnreadFile = z.strictObject({
	/** From the root of the project. `null`: files that CI files include, whose names are anybody's words. */
	file: z.string().min(1).nullable(),
	why: WhyUnread,
});
export type UnreadFile = z.output<typeof UnreadFile>;

/** Where a project says which version of a tool it uses. */
export const ToolPin = z.strictObject({
	/** Id of a tool of the registry. */
	tool: Slug,
	/** From the root of the project. */
	file: z.string().min(1),
	/** Counted from 1. */
	line: Positive,
	/** As the file has it, without a leading `v` or `go`: `1.26.5`, `1.26`, `latest`. */
	version: z.string().min(1),
});
export type ToolPin = z.output<typeof ToolPin>;

/** The file that says who owns which files, as far as it names groups of the registry. */
export const Codeowners = z.strictObject({
	/** `CODEOWNERS`, `docs/CODEOWNERS` or `.gitlab/CODEOWNERS`: the first of them counts. */
	file: z.string().min(1),
	/** Each group once, with its first line. Others that it names are not kept: they may be people. */
	mentions: z.array(z.strictObject({ group: GroupPath, line: Positive })),
});
export type Codeowners = z.output<typeof Codeowners>;

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

/** A part of a project that GitLab failed to answer at the last pull, while it answered of others. */
export const UnansweredPart = z.strictObject({
	/** `project`: whatever is asked of it. `releases`: its tags, too. `archived`: whether it is, which its group's listing tells. */
	part: z.enum(['archived', 'languages', 'pipelines', 'project', 'releases']),
	/** The pull that the shown value is from. `null`: there is none, so that it is not known. */
	keptFrom: IsoInstant.nullable(),
	/** As whole sentences, for readers. */
	why: z.string().min(1),
});
export type UnansweredPart = z.output<typeof UnansweredPart>;

/** What GitLab shows of a project to a stranger. `null` is explained by `hidden` and `unanswered`, or means "none". */
export const ProjectFacts = z.strictObject({
	id: Positive,
	/** Where the project is now: differs from the path that was asked for when it has moved. */
	path: ProjectPath,
	description: z.string().nullable(),
	webUrl: WebUrl.nullable(),
	/** Sorted. */
	topics: z.array(z.string()),
	defaultBranch: z.string().nullable(),
	license: z.string().nullable(),
	licenseUrl: WebUrl.nullable(),
	stars: Count.nullable(),
	/** `null`: its group's listing, the only place that tells a stranger, did not answer. */
	archived: z.boolean().nullable(),
	lastActivityAt: IsoInstant.nullable(),
	/** Percent of the source, largest first. Empty: no source that GitLab recognizes, unless `hidden` or `unanswered` has it. */
	languages: z.array(z.strictObject({ name: z.string(), share: z.number() })),
	latestVersion: Version.nullable(),
	/** A release with a date to come. It is planned, not out. */
	upcomingRelease: Version.nullable(),
	pipeline: Pipeline.nullable(),
	/** Dates of the newest versions that are out, newest first, ten at most: releases or tags as `latestVersion`. */
	releaseDates: z.array(IsoInstant),
	/** In the order of the registry's tools, then of their files: `go.mod` first. */
	toolPins: z.array(ToolPin),
	/** `null`: the project has no such file, unless `unreadFiles` says that it was not looked for. */
	codeowners: Codeowners.nullable(),
	/** Files that count for the facts above and could not be read. Sorted. */
	unreadFiles: z.array(UnreadFile),
	/** Parts that GitLab does not show to strangers. Sorted. */
	hidden: z.array(ProjectPart),
	/** Parts whose value is an older one, or not known. Sorted. Absent: GitLab answered all. */
	unanswered: z.array(UnansweredPart).min(1).optional(),
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

import { z } from 'zod';
import { CommitSha } from '#model/evidence.ts';
import { IsoInstant, ProjectPath, Username } from '#model/identifiers.ts';
import { isBlank } from './nameless.ts';

/**
 * Loose schemas of the answers that we read. GitLab may add fields: they are dropped here, together
 * with all that must not be published (e-mail addresses, descriptions, authors).
 *
 * A field that is missing or has another type becomes `null`. Only what a row cannot do without,
 * its identity, fails the list.
 */
const text = z
	.string()
	.transform((value) => (isBlank(value) ? null : value.replace(/\s+/g, ' ').trim()))
	.nullable()
	.catch(null);
/** GitLab's text with somebody's address in it. */
const mailAddress =
	/(?<![^\s@<>()[\]"',;:])[^\s@<>()[\]"',;:]+@[^\s@<>()[\]"',;:]+\.[\p{L}\p{N}-]+/gu;
const textWithoutMail = text.transform((value) => value?.replace(mailAddress, '[e-mail]') ?? null);
const count = z.int().nonnegative().nullable().catch(null);
const state = z.string().min(1).catch('unknown');
const flag = z.boolean().nullable().catch(null);
const day = z.iso.date().nullable().catch(null);
/** `null`: no address that may be a link. */
export const webUrl = z
	.url({ protocol: /^https?$/ })
	.nullable()
	.catch(null);
/** Any zone comes in, UTC to the second goes out. */
export const instant = z.iso
	.datetime({ offset: true })
	.transform((value) => new Date(value).toISOString().replace(/\.\d+Z$/, 'Z'))
	.pipe(IsoInstant)
	.nullable()
	.catch(null);
const words = z
	.array(z.string())
	.transform((all) => all.filter((one) => !isBlank(one)))
	.catch([]);

const groupLink = z.object({
	group_full_path: z.string(),
	group_access_level: z.int().nonnegative(),
	/** The last day on which it counts. */
	expires_at: day,
});
/** `null`: not told, or not as we know it, so that nobody may say that it is not shared. */
const groupLinks = z.array(groupLink).nullable().catch(null);
export type GroupLink = z.output<typeof groupLink>;

/**
 * A project in its full form, which listings of groups have, and in the short form, in which strangers
 * get it when they ask for it alone.
 */
export const RawProject = z.object({
	id: z.int().positive(),
	path_with_namespace: ProjectPath,
	description: textWithoutMail,
	web_url: webUrl,
	topics: words,
	default_branch: z.string().min(1).nullable().optional().catch(null),
	license: z
		.object({ key: z.string().catch(''), name: z.string().min(1) })
		.nullable()
		.catch(null),
	license_url: webUrl,
	star_count: count,
	last_activity_at: instant,
	/** In the full form alone. */
	archived: flag,
	visibility: z.string().nullable().catch(null),
	shared_with_groups: groupLinks,
	/** Who sees a part, in words: `enabled` is everybody who sees the project. */
	releases_access_level: text,
	builds_access_level: text,
	public_jobs: flag,
});
export type RawProject = z.output<typeof RawProject>;

/** With whom a project or group is shared. Nothing else is read of an answer to the token. */
export const RawShared = z.object({
	id: z.int().positive(),
	shared_with_groups: groupLinks,
});

/** Rows that only tell about a project: one that cannot be read is left out, and the others count. */
function readableRows<Row extends z.ZodType>(row: Row) {
	return z
		.array(row.nullable().catch(null))
		.transform((rows) => rows.filter((one) => one !== null));
}

/** Percent by name. */
export const RawLanguages = z.record(z.string(), z.number().nullable().catch(null));

export const RawRelease = z.object({
	tag_name: z.string().min(1).nullable().catch(null),
	released_at: instant,
	upcoming_release: flag,
});
export type RawRelease = z.output<typeof RawRelease>;
export const RawReleases = readableRows(RawRelease);

/** Of a tag's commit only the date is read: the rest holds e-mail addresses. */
export const RawTag = z.object({
	name: z.string().min(1),
	created_at: instant,
	commit: z.object({ committed_date: instant }).catch({ committed_date: null }),
});
export type RawTag = z.output<typeof RawTag>;
export const RawTags = readableRows(RawTag);

/** Of a commit, too, only the date is read, beside its number. */
export const RawCommit = z.object({ id: CommitSha, committed_date: instant });
export type RawCommit = z.output<typeof RawCommit>;
export const RawBranch = z.object({ commit: RawCommit });

export const RawPipeline = z.object({ status: state, updated_at: instant, web_url: webUrl });

export const RawTree = readableRows(z.object({ path: z.string(), type: z.string() }));

export const RawMilestone = z.object({
	title: z.string().trim().min(1),
	start_date: day,
	due_date: day,
	state,
	web_url: webUrl,
});
export type RawMilestone = z.output<typeof RawMilestone>;

/** One that its cadence schedules has no title. */
const iteration = z.object({ title: text, start_date: day, due_date: day });
export type RawNamed = z.output<typeof iteration>;

export const RawIteration = iteration.extend({
	id: z.int().positive(),
	/** 1: upcoming, 2: current, 3: closed. */
	state: z.int().nullable().catch(null),
	web_url: webUrl,
});
export type RawIteration = z.output<typeof RawIteration>;

/** Labels are names, or objects when details were asked for. */
const labels = z
	.array(z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]))
	.transform((names) => names.filter((name) => !isBlank(name)))
	.catch([]);

export const RawIssue = z.object({
	iid: z.int().positive(),
	title: text,
	state,
	labels,
	milestone: z
		.object({ title: z.string().min(1) })
		.nullable()
		.catch(null),
	iteration: iteration.nullable().catch(null),
	weight: count,
	health_status: z.string().min(1).nullable().catch(null),
	due_date: day,
	created_at: instant,
	updated_at: instant,
	/** Read for their roles alone. */
	assignees: z.array(z.object({ username: z.string() })).catch([]),
	/** What may not be published is not taken when GitLab does not say that it may. */
	confidential: z.boolean().catch(true),
	/** Set on what is left behind when an issue is moved to another project. It tells where: read no more of it. */
	moved_to_id: count,
	web_url: webUrl,
	references: z.object({ full: z.string() }).nullable().catch(null),
});
export type RawIssue = z.output<typeof RawIssue>;

export const RawGroup = z.object({
	id: z.int().positive(),
	name: text,
	web_url: webUrl,
	visibility: z.string().nullable().catch(null),
});
export type RawGroup = z.output<typeof RawGroup>;

export const RawMember = z.object({
	username: Username,
	name: text,
	state: z.string().catch('unknown'),
	membership_state: z.string().nullable().catch(null),
	web_url: webUrl,
});
export type RawMember = z.output<typeof RawMember>;

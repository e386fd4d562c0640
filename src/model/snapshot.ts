import { z } from 'zod';
import { GroupProject, ProjectAccess } from './checks.ts';
import { CommitSha, ConsumerEvidence, DocumentedEndpoint, LibraryVersion } from './evidence.ts';
import { GroupPath, IsoInstant, WebUrl } from './identifiers.ts';
import { FormerIssue, Issue } from './issue.ts';
import { Group, Member } from './member.ts';
import { Milestone } from './milestone.ts';
import { Project } from './project.ts';
import { RosterRow } from './roster.ts';

/** Raised when a file of the snapshot changes its shape: a snapshot of another version is not read. */
export const snapshotFormat = 5;

/** The lists of a snapshot, each a file of that name. */
export const snapshotLists = {
	projects: Project,
	consumers: Project,
	evidence: ConsumerEvidence,
	libraries: LibraryVersion,
	surface: DocumentedEndpoint,
	'group-projects': GroupProject,
	access: ProjectAccess,
	milestones: Milestone,
	issues: Issue,
	'former-issues': FormerIssue,
	candidates: Issue,
	'planning-issues': Issue,
	groups: Group,
	members: Member,
	team: RosterRow,
} as const;

export const ListName = z.enum([
	'projects',
	'consumers',
	'evidence',
	'libraries',
	'surface',
	'group-projects',
	'access',
	'milestones',
	'issues',
	'former-issues',
	'candidates',
	'planning-issues',
	'groups',
	'members',
	'team',
]);
export type ListName = z.output<typeof ListName>;
export const listNames = ListName.options;

/** The rows of every list. A list that is missing has none. */
export type SnapshotRows = { [List in ListName]: z.output<(typeof snapshotLists)[List]>[] };

/** How much a list can be trusted, and since when it has been as it is. */
export const ListState = z.discriminatedUnion('state', [
	z.strictObject({ state: z.literal('fresh'), rows: z.int().nonnegative(), pulledAt: IsoInstant }),
	/** GitLab failed since: the last good rows, with the date at which they were pulled. */
	z.strictObject({
		state: z.literal('stale'),
		rows: z.int().nonnegative(),
		pulledAt: IsoInstant,
		reason: z.string().min(1),
	}),
	/** Never pulled. */
	z.strictObject({ state: z.literal('missing'), reason: z.string().min(1) }),
]);
export type ListState = z.output<typeof ListState>;

/**
 * What was looked for in files, so that nobody takes what was never looked for for what is not there:
 * a fingerprint by `tool go` for each tool, and by `group …` for each group that CODEOWNERS may name.
 */
export const FilesFor = z.record(z.string().min(1), z.string().min(1));
export type FilesFor = z.output<typeof FilesFor>;

/** A group whose projects were asked for, and whether strangers see it. */
export const ListedGroup = z.strictObject({ group: GroupPath, visible: z.boolean() });
export type ListedGroup = z.output<typeof ListedGroup>;

/** The documentation of the API that was read: the commit, and a fingerprint of what was looked for. */
export const SurfaceFor = z.strictObject({ commit: CommitSha, lookedFor: z.string().min(1) });
export type SurfaceFor = z.output<typeof SurfaceFor>;

/** `about.json`: where the snapshot is from, and the state of each of its lists. */
export const About = z.strictObject({
	format: z.literal(snapshotFormat),
	/** True: made by `npm run sample`, with invented people and numbers. Never last good data. */
	sample: z.boolean(),
	/** The instance that was asked. */
	source: WebUrl,
	/** The list of people that was asked for the rosters of `team`: another host, never a token. */
	teamSource: WebUrl,
	/** What was looked for in files when a list was pulled. `null`: never pulled. */
	filesFor: z.strictObject({
		projects: FilesFor.nullable(),
		consumers: FilesFor.nullable(),
	}),
	/** The groups whose projects `group-projects` has. Sorted. */
	listedGroups: z.array(ListedGroup),
	/** What `surface` was read from. `null`: it never was. */
	surfaceFor: SurfaceFor.nullable().default(null),
	/** When GitLab was last asked. Its day is the site's "today". */
	pulledAt: IsoInstant,
	lists: z.strictObject({
		projects: ListState,
		consumers: ListState,
		evidence: ListState,
		libraries: ListState,
		surface: ListState,
		'group-projects': ListState,
		access: ListState,
		milestones: ListState,
		issues: ListState,
		'former-issues': ListState,
		candidates: ListState,
		'planning-issues': ListState,
		groups: ListState,
		members: ListState,
		team: ListState,
	}),
});
export type About = z.output<typeof About>;

export interface Snapshot {
	about: About;
	rows: SnapshotRows;
}

const issueId = ({ project, iid }: Pick<Issue, 'project' | 'iid'>) => `${project}#${String(iid)}`;

/** What tells one row of a list from the others. */
export const rowId: { [List in ListName]: (row: SnapshotRows[List][number]) => string } = {
	projects: (project) => project.path,
	consumers: (project) => project.path,
	evidence: (evidence) => evidence.path,
	libraries: ({ client }) => client,
	surface: ({ source, file, line, method, path }) =>
		`${source} ${file}:${String(line)} ${method} ${path}`,
	'group-projects': (project) => project.path,
	access: (access) => `${access.project} ${access.group}`,
	milestones: (milestone) => milestone.title,
	issues: issueId,
	'former-issues': issueId,
	candidates: issueId,
	'planning-issues': issueId,
	groups: (group) => group.path,
	members: (member) => `${member.group}/${member.username}`,
	team: (row) => `${row.roster}/${String(row.position)}`,
};

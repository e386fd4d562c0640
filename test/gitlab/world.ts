import type { IsoDate } from '#model/identifiers.ts';

/**
 * All that the stand-in for GitLab knows. Everything may be changed between two requests.
 *
 * Instants are texts as GitLab writes them, `2026-11-23T08:30:00.000Z`. People are named by
 * username, projects and groups by their full path.
 */
export interface World {
	/** The day on which questions are answered: decides what is expired and what is upcoming. */
	today: IsoDate;
	version: string;
	/** The instance's own address, which `web_url` and the like begin with. No slash at the end. */
	webUrl: string;
	users: WorldUser[];
	groups: WorldGroup[];
	projects: WorldProject[];
	milestones: WorldMilestone[];
	/** Absent: no group has any. */
	iterations?: WorldIteration[] | undefined;
	issues: WorldIssue[];
	/** Absent: no group has any. */
	epics?: WorldEpic[] | undefined;
	/** The company's list of people, which is no part of GitLab but served beside it. */
	team: WorldPerson[];
	/** By the secret itself. */
	tokens: Map<string, WorldToken>;
	/** Old project path to the number of the project that was there. */
	moved: Map<string, number>;
	/**
	 * `off`: there is no such address. `refuses`: every query is answered with an error.
	 * Absent: `on`.
	 */
	graphql?: 'on' | 'off' | 'refuses' | undefined;
	/** `users`: only who is signed in may search for issues and epics. Absent: everybody. */
	search?: 'users' | undefined;
	/** `short`: groups tell strangers as little of projects as a project itself does. Absent: all. */
	listings?: 'short' | undefined;
	/** Requests that each caller has in a window. Absent: headers only, nothing is refused. */
	rateLimit?: { limit: number; windowMs: number } | undefined;
}

export type Visibility = 'public' | 'internal' | 'private';

export interface WorldUser {
	id: number;
	username: string;
	name: string;
	state: 'active' | 'blocked' | 'deactivated';
	email: string;
	admin: boolean;
	/** Absent: a person. */
	bot?: boolean | undefined;
}

export interface WorldMember {
	username: string;
	/** 10 guest, 15 planner, 20 reporter, 30 developer, 40 maintainer, 50 owner. */
	accessLevel: number;
	createdAt: string;
	createdBy: string | null;
	expiresAt: IsoDate | null;
}

export interface WorldGroup {
	id: number;
	path: string;
	name: string;
	description: string | null;
	visibility: Visibility;
	createdAt: string;
	runnersToken: string;
	/** Labels that no issue needs to have. Absent: those of its issues alone. */
	labels?: string[] | undefined;
	/** Direct members. */
	members: WorldMember[];
	/** Groups whose members have access to all that is in this one. */
	sharedWith: WorldShare[];
}

/** A group that something is shared with. */
export interface WorldShare {
	/** Its path. */
	group: string;
	/** 30 developer, 40 maintainer and so on, as for members. */
	accessLevel: number;
	/** Absent: for ever. */
	expiresAt?: IsoDate | null | undefined;
}

/** A part of a public project that GitLab can keep to its members. */
export type HideablePart = 'repository' | 'issues' | 'pipelines' | 'releases';

export interface WorldProject {
	id: number;
	path: string;
	name: string;
	description: string | null;
	visibility: Visibility;
	createdAt: string;
	lastActivityAt: string;
	topics: string[];
	/** Labels that no issue needs to have. Absent: those of its issues alone. */
	labels?: string[] | undefined;
	stars: number;
	forks: number;
	archived: boolean;
	/** `null`: the repository is empty. */
	defaultBranch: string | null;
	license: { key: string; name: string } | null;
	/** Percent by language. */
	languages: Record<string, number>;
	releases: WorldRelease[];
	tags: WorldTag[];
	pipelines: WorldPipeline[];
	/** Text by path; every ref has the same files. */
	files: Record<string, string>;
	/** Symbolic links: target by path. */
	links?: Record<string, string>;
	/** Texts by names that only an archive can have and no repository: `../../outside.go`. */
	strayEntries?: Record<string, string>;
	hidden: HideablePart[];
	commitAuthor: { name: string; email: string };
	runnersToken: string;
	sharedWith: WorldShare[];
}

export interface WorldRelease {
	tag: string;
	name: string;
	description: string | null;
	createdAt: string;
	/** After `today`: the release is upcoming. */
	releasedAt: string;
	author: string;
}

export interface WorldTag {
	name: string;
	/** An annotated tag has a message. */
	message: string | null;
	committedAt: string;
}

export interface WorldPipeline {
	id: number;
	iid: number;
	status: string;
	source: string;
	ref: string;
	/** `null`: the newest commit of `ref`. */
	sha: string | null;
	createdAt: string;
	updatedAt: string;
}

export interface WorldMilestone {
	id: number;
	iid: number;
	/** Path of the group or, with `project`, of the project that has it. */
	parent: string;
	kind: 'group' | 'project';
	title: string;
	description: string | null;
	state: 'active' | 'closed';
	startDate: IsoDate | null;
	dueDate: IsoDate | null;
	createdAt: string;
	updatedAt: string;
}

/** A period of a group's cadence. */
export interface WorldIteration {
	id: number;
	iid: number;
	/** Path of the group. */
	parent: string;
	/** Title of its cadence. */
	cadence: string;
	/** `null`: the cadence has scheduled it. */
	title: string | null;
	startDate: IsoDate;
	dueDate: IsoDate;
	createdAt: string;
	updatedAt: string;
}

export interface WorldIssue {
	id: number;
	iid: number;
	project: string;
	title: string;
	description: string | null;
	state: 'opened' | 'closed';
	createdAt: string;
	updatedAt: string;
	closedAt: string | null;
	labels: string[];
	milestoneId: number | null;
	/** Absent: it is in none. */
	iterationId?: number | null | undefined;
	author: string;
	assignees: string[];
	confidential: boolean;
	weight: number | null;
	healthStatus: string | null;
	dueDate: IsoDate | null;
	/** Absent: nobody has written any. */
	notes?: WorldNote[] | undefined;
	/** `ISSUE`, `TASK`, `INCIDENT` … Tasks have the newer kind of address. */
	type: string;
}

export interface WorldEpic {
	id: number;
	iid: number;
	group: string;
	title: string;
	state: 'opened' | 'closed';
	createdAt: string;
	confidential: boolean;
}

/** A comment, or what GitLab itself notes of a change. */
export interface WorldNote {
	author: string;
	createdAt: string;
	body: string;
	/** By GitLab itself. */
	system?: boolean | undefined;
	/** For members with a role of the project alone. */
	internal?: boolean | undefined;
}

/** An entry of the list of people: the fields that a roster reads, and others that nobody may. */
export interface WorldPerson {
	slug: string;
	name: string;
	/** Often HTML. */
	role: string;
	/** A slug. */
	reportsTo: string | null;
	gitlab: string | null;
	/** An open position. */
	isVacancy: boolean;
	departments: string[];
	more: Record<string, unknown>;
}

export interface WorldToken {
	id: number;
	name: string;
	username: string;
	scopes: string[];
	state: 'valid' | 'expired' | 'revoked';
	createdAt: string;
	expiresAt: IsoDate;
}

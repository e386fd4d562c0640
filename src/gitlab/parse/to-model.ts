import { InvalidDataError } from '#model/parse.ts';
import { ProjectPath, type GroupPath } from '#model/identifiers.ts';
import type { Issue } from '#model/issue.ts';
import type { Group, Member } from '#model/member.ts';
import type { Milestone } from '#model/milestone.ts';
import type {
	RawGroup,
	RawIssue,
	RawIteration,
	RawMember,
	RawMilestone,
	RawNamed,
	RawProject,
} from './raw.ts';

/** What a project's own answer, or its row in a group's listing, tells. */
export type BasicFacts = ReturnType<typeof toBasicFacts>;

export function toBasicFacts(raw: RawProject) {
	return {
		id: raw.id,
		path: raw.path_with_namespace,
		description: raw.description,
		webUrl: raw.web_url,
		topics: raw.topics.toSorted(),
		defaultBranch: raw.default_branch ?? null,
		stars: raw.star_count,
		archived: raw.archived,
		lastActivityAt: raw.last_activity_at,
		/** GitLab names no default branch at all to those who may not read the code. */
		hidesCode: raw.default_branch === undefined,
	};
}

export function toMilestone(raw: RawMilestone): Milestone {
	return {
		title: raw.title,
		startDate: raw.start_date,
		dueDate: raw.due_date,
		state: raw.state,
		webUrl: raw.web_url,
	};
}

/** An iteration is a milestone to all that comes after. */
export function iterationToMilestone(raw: RawIteration): Milestone | undefined {
	const title = iterationTitle(raw);
	if (title === null) return undefined;
	return {
		title,
		startDate: raw.start_date,
		dueDate: raw.due_date,
		state: raw.state === null ? 'unknown' : raw.state === 3 ? 'closed' : 'active',
		webUrl: raw.web_url,
	};
}

/** Its title, else its days in a form that sorts. `null`: it has neither. */
function iterationTitle({ title, start_date, due_date }: RawNamed): string | null {
	if (title !== null) return title;
	return start_date === null || due_date === null ? null : `${start_date} to ${due_date}`;
}

/** What an issue of the plan is planned for. */
export type PlannedBy = 'milestone' | 'iteration';

/** @throws {InvalidDataError} when the issue doesn't say which project it belongs to. */
export function toIssue(raw: RawIssue, plannedBy: PlannedBy = 'milestone'): Issue {
	return {
		project: projectOf(raw),
		iid: raw.iid,
		title: raw.title ?? '(no title)',
		state: raw.state,
		labels: raw.labels.toSorted(),
		milestone:
			plannedBy === 'iteration'
				? raw.iteration && iterationTitle(raw.iteration)
				: (raw.milestone?.title ?? null),
		weight: raw.weight,
		healthStatus: raw.health_status,
		dueDate: raw.due_date,
		createdAt: raw.created_at,
		updatedAt: raw.updated_at,
		webUrl: raw.web_url,
	};
}

/** Not by its address: that may begin with the path of the instance. */
function projectOf({ iid, references }: RawIssue): ProjectPath {
	const path = ProjectPath.safeParse(/^(.+)#\d+$/.exec(references?.full ?? '')?.[1]);
	if (path.success) return path.data;
	throw new InvalidDataError(
		`GitLab's answer has an issue ${String(iid)} that doesn't say which project it belongs to.\n` +
			'Compare it with the Issues API and adjust src/gitlab/parse/raw.ts.',
	);
}

export function toGroup(raw: RawGroup, path: GroupPath): Group {
	return { path, visible: true, name: raw.name, webUrl: raw.web_url };
}

export function toMember(raw: RawMember, group: GroupPath): Member {
	return { group, username: raw.username, name: raw.name ?? raw.username, webUrl: raw.web_url };
}

/** Accounts of programs, by the names that GitLab and teams give them, and of people who are gone. */
export function isProgram(username: string): boolean {
	return (
		/^(project|group)_\d+_bot/.test(username) ||
		username.startsWith('service_account_') ||
		/(^|[-_])bot$/i.test(username) ||
		username === 'ghost'
	);
}

/** Neither a program, nor an account that may not sign in. */
export function isPerson({ username, state, membership_state }: RawMember): boolean {
	return !isProgram(username) && state === 'active' && (membership_state ?? 'active') === 'active';
}

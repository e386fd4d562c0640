import { canReadIssue, samePath, accessLevel } from '../access.ts';
import { compareBy } from '../order.ts';
import { idFor } from '../seed.ts';
import type { Viewer } from '../viewer.ts';
import type { World, WorldIssue, WorldNote, WorldProject } from '../world.ts';
import { type PageArguments, connection } from './connection.ts';

export interface IssueArguments extends PageArguments {
	createdAfter?: string | null;
}

interface NoteArguments extends PageArguments {
	filter: 'ALL_NOTES' | 'ONLY_ACTIVITY' | 'ONLY_COMMENTS';
}

const reporter = 20;

/** The newest first, as far as the caller may see them. */
export function issuesOf(
	world: World,
	viewer: Viewer,
	project: WorldProject,
	{ createdAfter }: IssueArguments,
): WorldIssue[] {
	const after = createdAfter ? Date.parse(createdAfter) : -Infinity;
	return world.issues
		.filter((issue) => samePath(issue.project, project.path))
		.filter((issue) => canReadIssue(world, viewer, project, issue))
		.filter(({ createdAt }) => Date.parse(createdAt) >= after)
		.toSorted(compareBy(({ createdAt }) => createdAt, 'desc'));
}

/** Notes come oldest first. Internal ones are not there for who may not read them. */
export function toIssueNode(world: World, viewer: Viewer, issue: WorldIssue) {
	const seesInternal = accessLevel(world, viewer, issue.project) >= reporter;
	return {
		id: `gid://gitlab/Issue/${String(issue.id)}`,
		iid: String(issue.iid),
		title: issue.title,
		createdAt: issue.createdAt,
		confidential: issue.confidential,
		webUrl: `${world.webUrl}/${issue.project}/-/issues/${String(issue.iid)}`,
		author: toUserNode(world, issue.author),
		notes: ({ filter, ...page }: NoteArguments) => {
			const rows = (issue.notes ?? [])
				.filter(({ internal = false }) => seesInternal || !internal)
				.filter(
					({ system = false }) => filter === 'ALL_NOTES' || system === (filter === 'ONLY_ACTIVITY'),
				)
				.toSorted(compareBy(({ createdAt }) => createdAt, 'asc'));
			return connection(rows, page, (note) => toNoteNode(world, issue, note));
		},
	};
}

function toNoteNode(world: World, issue: WorldIssue, note: WorldNote) {
	return {
		id: `gid://gitlab/Note/${String(idFor(`${String(issue.id)} ${note.createdAt} ${note.author}`))}`,
		createdAt: note.createdAt,
		system: note.system ?? false,
		internal: note.internal ?? false,
		body: note.body,
		author: toUserNode(world, note.author),
	};
}

function toUserNode({ users }: World, username: string) {
	const user = users.find((one) => one.username === username);
	return {
		id: `gid://gitlab/User/${String(user?.id ?? 0)}`,
		username,
		name: user?.name ?? username,
		bot: user?.bot ?? false,
	};
}

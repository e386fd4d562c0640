import { projectByPath } from '../lookup.ts';
import { sha1 } from '../hash.ts';
import type { World, WorldIssue } from '../world.ts';
import { toIterationEntity } from './iteration-entity.ts';
import { toMilestoneEntity } from './milestone-entity.ts';
import { toUserEntity } from './user-entity.ts';

/** An issue with all that an Ultimate instance tells. */
export function toIssueEntity(world: World, issue: WorldIssue, options: { labelDetails: boolean }) {
	const project = projectByPath(world, issue.project);
	const milestone = world.milestones.find(({ id }) => id === issue.milestoneId);
	const iteration = world.iterations?.find(({ id }) => id === issue.iterationId);
	const assignees = issue.assignees.map((username) => toUserEntity(world, username));
	const author = toUserEntity(world, issue.author);
	return {
		id: issue.id,
		iid: issue.iid,
		project_id: project?.id ?? 0,
		title: issue.title,
		description: issue.description,
		state: issue.state,
		created_at: issue.createdAt,
		updated_at: issue.updatedAt,
		closed_at: issue.closedAt,
		closed_by: issue.closedAt === null ? null : author,
		labels: options.labelDetails ? issue.labels.map(toLabelEntity) : issue.labels,
		milestone: milestone === undefined ? null : toMilestoneEntity(world, milestone),
		assignees,
		author,
		type: issue.type,
		assignee: assignees[0] ?? null,
		user_notes_count: issue.iid % 9,
		merge_requests_count: issue.iid % 3,
		upvotes: issue.iid % 5,
		downvotes: 0,
		start_date: null,
		due_date: issue.dueDate,
		confidential: issue.confidential,
		discussion_locked: null,
		issue_type: issue.type.toLowerCase(),
		...addressesOf(world, issue, project?.id ?? 0),
		...countersOf(),
		weight: issue.weight,
		epic: null,
		epic_iid: null,
		iteration: iteration === undefined ? null : toIterationEntity(world, iteration),
		health_status: issue.healthStatus,
	};
}

function addressesOf(world: World, issue: WorldIssue, projectId: number) {
	const iid = String(issue.iid);
	const kind = issue.type === 'TASK' ? 'work_items' : 'issues';
	const self = `${world.webUrl}/api/v4/projects/${String(projectId)}/issues/${iid}`;
	return {
		web_url: `${world.webUrl}/${issue.project}/-/${kind}/${iid}`,
		references: {
			short: `#${iid}`,
			relative: `${issue.project}#${iid}`,
			full: `${issue.project}#${iid}`,
		},
		_links: {
			self,
			notes: `${self}/notes`,
			award_emoji: `${self}/award_emoji`,
			project: `${world.webUrl}/api/v4/projects/${String(projectId)}`,
			closed_as_duplicate_of: null,
		},
	};
}

function countersOf() {
	return {
		time_stats: {
			time_estimate: 0,
			total_time_spent: 0,
			human_time_estimate: null,
			human_total_time_spent: null,
		},
		task_completion_status: { count: 0, completed_count: 0 },
		has_tasks: false,
		task_status: '',
		blocking_issues_count: 0,
		severity: 'UNKNOWN',
		moved_to_id: null,
		imported: false,
		imported_from: 'none',
		service_desk_reply_to: null,
	};
}

function toLabelEntity(name: string) {
	const digest = sha1(name);
	return {
		id: Number.parseInt(digest.slice(0, 7), 16),
		name,
		color: `#${digest.slice(0, 6)}`,
		description: `What ${name} means`,
		description_html: `What ${name} means`,
		text_color: '#FFFFFF',
		archived: false,
	};
}

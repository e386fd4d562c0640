import { type IssueArguments, issuesOf, toIssueNode } from './issue-node.ts';
import {
	type LabelArguments,
	type MilestoneArguments,
	labelsOfProject,
	milestonesOfProject,
	toLabelNode,
	toMilestoneNode,
} from './named-nodes.ts';
import { canReadPart } from '../access.ts';
import { openIssues } from '../entities/project-entity.ts';
import { isUnfinished, shaOfPipeline } from '../entities/pipeline-entity.ts';
import { idFor } from '../seed.ts';
import { compareBy } from '../order.ts';
import type { Viewer } from '../viewer.ts';
import type { HideablePart, World, WorldPipeline, WorldProject, WorldRelease } from '../world.ts';
import { type PageArguments, connection } from './connection.ts';
import { toRepositoryNode } from './repository-node.ts';

type ReleaseSort = 'CREATED_DESC' | 'CREATED_ASC' | 'RELEASED_AT_DESC' | 'RELEASED_AT_ASC';

/**
 * A project, as far as the caller may see it.
 *
 * Releases and pipelines that are kept to members are empty lists, as if there were none: GitLab
 * does not tell the difference here. Code is `null`. Languages, which GitLab may tell even so, are
 * `null` with the code, as they are for its other API.
 */
export function toProjectNode(world: World, viewer: Viewer, project: WorldProject) {
	const sees = (part: HideablePart): boolean => canReadPart(world, viewer, project, part);
	return {
		id: `gid://gitlab/Project/${String(project.id)}`,
		fullPath: project.path,
		name: project.name,
		description: project.description,
		webUrl: `${world.webUrl}/${project.path}`,
		archived: project.archived,
		visibility: project.visibility,
		createdAt: project.createdAt,
		lastActivityAt: project.lastActivityAt,
		starCount: project.stars,
		forksCount: project.forks,
		openIssuesCount: sees('issues') ? openIssues(world, project) : null,
		topics: project.topics,
		issues: (asked: IssueArguments) =>
			sees('issues')
				? connection(issuesOf(world, viewer, project, asked), asked, (issue) =>
						toIssueNode(world, viewer, issue),
					)
				: null,
		labels: (asked: LabelArguments) =>
			connection(labelsOfProject(world, project, asked), asked, toLabelNode),
		milestones: (asked: MilestoneArguments) =>
			connection(milestonesOfProject(world, project, asked), asked, toMilestoneNode),
		languages: sees('repository')
			? Object.entries(project.languages).map(([name, share]) => ({ name, share }))
			: null,
		repository: sees('repository') ? toRepositoryNode(project) : null,
		releases: ({ sort, ...page }: PageArguments & { sort: ReleaseSort }) =>
			connection(sees('releases') ? sortReleases(project, sort) : [], page, (release) =>
				toReleaseNode(world, project, release, sees('repository')),
			),
		pipelines: ({ ref, ...page }: PageArguments & { ref?: string | null }) =>
			connection(sees('pipelines') ? pipelinesOf(project, ref) : [], page, (pipeline) =>
				toPipelineNode(project, pipeline),
			),
	};
}

function sortReleases({ releases }: WorldProject, sort: ReleaseSort): WorldRelease[] {
	const dateOf = ({ createdAt, releasedAt }: WorldRelease): string =>
		sort.startsWith('CREATED') ? createdAt : releasedAt;
	return releases.toSorted(compareBy(dateOf, sort.endsWith('_ASC') ? 'asc' : 'desc'));
}

/** Who may not read the code is not told the tag, as by the other API. */
function toReleaseNode(
	world: World,
	project: WorldProject,
	{ name, tag, createdAt, releasedAt }: WorldRelease,
	seesCode: boolean,
) {
	return {
		id: `gid://gitlab/Release/${String(idFor(`${project.path} release ${tag}`))}`,
		name,
		tagName: seesCode ? tag : null,
		createdAt,
		releasedAt,
		upcomingRelease: releasedAt.slice(0, 10) > world.today,
	};
}

/** The newest first. Without a ref, of every branch. */
function pipelinesOf({ pipelines }: WorldProject, ref: string | null | undefined): WorldPipeline[] {
	return pipelines
		.filter((pipeline) => !ref || pipeline.ref === ref)
		.toSorted(compareBy(({ id }) => id, 'desc'));
}

function toPipelineNode(project: WorldProject, pipeline: WorldPipeline) {
	const { id, iid, ref, status, createdAt, updatedAt } = pipeline;
	return {
		id: `gid://gitlab/Ci::Pipeline/${String(id)}`,
		iid: String(iid),
		path: `/${project.path}/-/pipelines/${String(id)}`,
		ref,
		sha: shaOfPipeline(project, pipeline),
		status: status.toUpperCase(),
		createdAt,
		updatedAt,
		finishedAt: isUnfinished(pipeline) ? null : updatedAt,
	};
}

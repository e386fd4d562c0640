import type { World, WorldPipeline, WorldProject } from '../world.ts';
import { headOf } from './commit-entity.ts';
import { toUserEntity } from './user-entity.ts';

export function shaOfPipeline(project: WorldProject, { sha }: WorldPipeline): string {
	return sha ?? headOf(project);
}

const unfinished = [
	'created',
	'waiting_for_resource',
	'waiting_for_callback',
	'preparing',
	'pending',
	'running',
	'canceling',
	'manual',
	'scheduled',
];

export function isUnfinished({ status }: WorldPipeline): boolean {
	return unfinished.includes(status);
}

/** A pipeline in a list. */
export function toPipelineEntity(world: World, project: WorldProject, pipeline: WorldPipeline) {
	return {
		id: pipeline.id,
		iid: pipeline.iid,
		project_id: project.id,
		sha: shaOfPipeline(project, pipeline),
		ref: pipeline.ref,
		status: pipeline.status,
		source: pipeline.source,
		created_at: pipeline.createdAt,
		updated_at: pipeline.updatedAt,
		web_url: `${world.webUrl}/${project.path}/-/pipelines/${String(pipeline.id)}`,
		name: null,
	};
}

/** A pipeline by itself. */
export function toPipelineDetails(world: World, project: WorldProject, pipeline: WorldPipeline) {
	return {
		...toPipelineEntity(world, project, pipeline),
		before_sha: '0'.repeat(40),
		tag: false,
		yaml_errors: null,
		user: toUserEntity(world, world.users[0]?.username ?? ''),
		started_at: pipeline.createdAt,
		finished_at: isUnfinished(pipeline) ? null : pipeline.updatedAt,
		committed_at: null,
		duration: isUnfinished(pipeline) ? null : 600,
		queued_duration: 2,
		coverage: null,
		detailed_status: {
			icon: `status_${pipeline.status}`,
			text: pipeline.status,
			label: pipeline.status,
			group: pipeline.status,
			has_details: true,
			details_path: `/${project.path}/-/pipelines/${String(pipeline.id)}`,
		},
	};
}

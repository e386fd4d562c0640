import { type Answer, forbidden, json } from '../answer.ts';
import { headOf } from '../entities/commit-entity.ts';
import { shaOfPipeline, toPipelineDetails, toPipelineEntity } from '../entities/pipeline-entity.ts';
import { findProjectPart } from '../lookup.ts';
import { compareBy } from '../order.ts';
import { paged } from '../pages.ts';
import type { Question } from '../question.ts';
import type { WorldPipeline } from '../world.ts';

const statuses = [
	'created',
	'waiting_for_resource',
	'preparing',
	'pending',
	'running',
	'success',
	'failed',
	'canceled',
	'canceling',
	'skipped',
	'manual',
	'scheduled',
] as const;
const orders = ['id', 'status', 'ref', 'updated_at', 'user_id'] as const;

const valueFor: Record<(typeof orders)[number], (row: WorldPipeline) => string | number> = {
	id: ({ id }) => id,
	user_id: ({ id }) => id,
	status: ({ status }) => status,
	ref: ({ ref }) => ref,
	updated_at: ({ updatedAt }) => updatedAt,
};

export function answerPipelines(question: Question): Answer {
	const { world, params } = question;
	const orderBy = params.choice('order_by', orders) ?? 'id';
	const sort = params.choice('sort', ['asc', 'desc']) ?? 'desc';
	const status = params.choice('status', statuses);
	const [ref, source] = [params.text('ref'), params.text('source')];
	const updatedAfter = params.instant('updated_after') ?? -Infinity;
	const project = findProjectPart(question, 'pipelines');
	const rows = project.pipelines
		.filter((row) => ref === undefined || row.ref === ref)
		.filter((row) => source === undefined || row.source === source)
		.filter((row) => status === undefined || row.status === status)
		.filter((row) => Date.parse(row.updatedAt) > updatedAfter)
		.toSorted(compareBy(valueFor[orderBy], sort));
	return paged(question, rows, (row) => toPipelineEntity(world, project, row));
}

/** The pipeline of the newest commit of a ref. None is 403, which is not a matter of rights. */
export function answerLatestPipeline(question: Question): Answer {
	const project = findProjectPart(question, 'pipelines');
	const ref = question.params.text('ref') ?? project.defaultBranch;
	const latest = project.pipelines
		.filter((row) => row.ref === ref && shaOfPipeline(project, row) === headOf(project))
		.toSorted(compareBy(({ id }) => id, 'desc'))[0];
	if (latest === undefined) throw forbidden();
	return json(toPipelineDetails(question.world, project, latest));
}

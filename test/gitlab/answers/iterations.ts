import { ancestorsOf, isWithin, samePath } from '../access.ts';
import type { Answer } from '../answer.ts';
import { iterationState, toIterationEntity } from '../entities/iteration-entity.ts';
import { findGroup } from '../lookup.ts';
import { compareBy } from '../order.ts';
import { paged } from '../pages.ts';
import type { Parameters } from '../parameters.ts';
import type { Question } from '../question.ts';
import type { World, WorldGroup, WorldIteration } from '../world.ts';

type Filter = (iteration: WorldIteration) => boolean;

/** Those of the groups above come along unless that is refused, other than with milestones. */
export function answerGroupIterations(question: Question): Answer {
	const { world, params } = question;
	const filters = [
		parentsFilter(params, findGroup(question)),
		...textFilters(world, params),
		...dateFilters(params),
	];
	const rows = (world.iterations ?? [])
		.filter((iteration) => filters.every((filter) => filter(iteration)))
		.toSorted(
			(one, other) =>
				compareBy<WorldIteration>(({ dueDate }) => dueDate, 'asc')(one, other) ||
				compareBy<WorldIteration>(({ id }) => id, 'asc')(one, other),
		);
	return paged(question, rows, (iteration) => toIterationEntity(world, iteration));
}

function parentsFilter(params: Parameters, group: WorldGroup): Filter {
	const ancestors = (params.flag('include_ancestors') ?? true) ? ancestorsOf(group.path) : [];
	const descendants = params.flag('include_descendants') ?? false;
	const groups = [group.path, ...ancestors];
	return ({ parent }) =>
		groups.some((path) => samePath(path, parent)) || (descendants && isWithin(parent, group.path));
}

function textFilters(world: World, params: Parameters): Filter[] {
	const states = ['opened', 'upcoming', 'current', 'closed', 'all'] as const;
	const state = params.choice('state', states) ?? 'all';
	const search = params.text('search')?.toLowerCase() ?? '';
	const fields = params.list('in');
	const searched = ({ title, cadence }: WorldIteration) => [
		...(fields.length === 0 || fields.includes('title') ? [title ?? ''] : []),
		...(fields.includes('cadence_title') ? [cadence] : []),
	];
	return [
		(iteration) => {
			const own = iterationState(world, iteration);
			return state === 'all' || own === state || (state === 'opened' && own !== 'closed');
		},
		(iteration) => searched(iteration).some((text) => text.toLowerCase().includes(search)),
	];
}

function dateFilters(params: Parameters): Filter[] {
	const after = params.instant('updated_after') ?? -Infinity;
	const before = params.instant('updated_before') ?? Infinity;
	return [
		({ updatedAt }) => Date.parse(updatedAt) >= after,
		({ updatedAt }) => Date.parse(updatedAt) <= before,
	];
}

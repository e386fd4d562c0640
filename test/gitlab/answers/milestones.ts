import { ancestorsOf, canReadProject, isWithin, samePath } from '../access.ts';
import type { Answer } from '../answer.ts';
import { toMilestoneEntity } from '../entities/milestone-entity.ts';
import { findGroup, projectByPath } from '../lookup.ts';
import { compareBy } from '../order.ts';
import { paged } from '../pages.ts';
import type { Parameters } from '../parameters.ts';
import type { Question } from '../question.ts';
import type { WorldGroup, WorldMilestone } from '../world.ts';

type Filter = (milestone: WorldMilestone) => boolean;

export function answerGroupMilestones(question: Question): Answer {
	const { world, params } = question;
	const filters = [...textFilters(params), ...dateFilters(params)];
	const parents = parentsFilter(question, findGroup(question));
	const rows = world.milestones
		.filter(parents)
		.filter((milestone) => filters.every((filter) => filter(milestone)))
		.toSorted(
			(one, other) =>
				compareBy<WorldMilestone>(({ dueDate }) => dueDate, 'asc')(one, other) ||
				compareBy<WorldMilestone>(({ id }) => id, 'asc')(one, other),
		);
	return paged(question, rows, (milestone) => toMilestoneEntity(world, milestone));
}

function parentsFilter({ world, viewer, params }: Question, group: WorldGroup): Filter {
	const ancestors =
		(params.flag('include_ancestors') ?? params.flag('include_parent_milestones') ?? false)
			? ancestorsOf(group.path)
			: [];
	const descendants = params.flag('include_descendants') ?? false;
	const groups = [group.path, ...ancestors];
	return ({ kind, parent }) => {
		if (kind === 'group' && groups.some((path) => samePath(path, parent))) return true;
		if (!descendants || !isWithin(parent, group.path)) return false;
		const project = kind === 'project' ? projectByPath(world, parent) : undefined;
		return kind === 'group' || (project !== undefined && canReadProject(world, viewer, project));
	};
}

function textFilters(params: Parameters): Filter[] {
	const state = params.choice('state', ['active', 'closed', 'all']) ?? 'all';
	const title = params.text('title');
	const search = params.text('search')?.toLowerCase() ?? '';
	const terms = params.text('search_title')?.toLowerCase().split(/\s+/) ?? [];
	const iids = params.has('include_ancestors') ? [] : params.integers('iids');
	return [
		(milestone) => state === 'all' || milestone.state === state,
		(milestone) => title === undefined || milestone.title === title,
		(milestone) =>
			`${milestone.title} ${milestone.description ?? ''}`.toLowerCase().includes(search),
		(milestone) => terms.every((term) => milestone.title.toLowerCase().includes(term)),
		(milestone) => iids.length === 0 || iids.includes(milestone.iid),
	];
}

function dateFilters(params: Parameters): Filter[] {
	params.allOrNone('start_date', 'end_date');
	const day = dayOf(params, 'containing_date');
	const [start, end] = [dayOf(params, 'start_date'), dayOf(params, 'end_date')];
	const after = params.instant('updated_after') ?? -Infinity;
	const before = params.instant('updated_before') ?? Infinity;
	const touches = ({ startDate, dueDate }: WorldMilestone, from: string, to: string): boolean =>
		(startDate !== null || dueDate !== null) &&
		(startDate ?? from) <= to &&
		(dueDate ?? to) >= from;
	return [
		(milestone) => day === undefined || touches(milestone, day, day),
		(milestone) => start === undefined || end === undefined || touches(milestone, start, end),
		(milestone) => Date.parse(milestone.updatedAt) >= after,
		(milestone) => Date.parse(milestone.updatedAt) <= before,
	];
}

function dayOf(params: Parameters, name: string): string | undefined {
	const instant = params.instant(name);
	return instant === undefined ? undefined : new Date(instant).toISOString().slice(0, 10);
}

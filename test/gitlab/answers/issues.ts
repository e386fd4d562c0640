import { canReadIssue, canReadPart, isWithin, samePath } from '../access.ts';
import { type Answer, forbidden, json, notFound, unauthorized } from '../answer.ts';
import { toIssueEntity } from '../entities/issue-entity.ts';
import { findGroup, findProject, projectByPath } from '../lookup.ts';
import { compareBy } from '../order.ts';
import { type Bounded, paged } from '../pages.ts';
import { partOf, type Question } from '../question.ts';
import type { World, WorldIssue } from '../world.ts';
import { type IssueFilter, issueFilters } from './issue-filters.ts';

const orders = [
	'created_at',
	'updated_at',
	'priority',
	'due_date',
	'relative_position',
	'label_priority',
	'milestone_due',
	'popularity',
	'weight',
	'title',
] as const;

/** Project issues are the only ones that have keyset pages. */
const projectIssues: Bounded<WorldIssue> = {
	objects: 'Issue',
	keyset: { parameter: 'cursor', positionOf: ({ id }) => String(id) },
};

export function answerGroupIssues(question: Question): Answer {
	const filters = readFilters(question, 'all');
	return list(question, [...filters, inGroup(question)]);
}

export function answerProjectIssues(question: Question): Answer {
	const filters = readFilters(question, 'all');
	return list(question, [...filters, inProject(question)], projectIssues);
}

/** `GET /issues`: a stranger has no issues of their own and must ask for all. */
export function answerIssues(question: Question): Answer {
	const isOwn = question.params.text('scope') !== 'all';
	if (question.viewer.user === null && isOwn) throw unauthorized();
	return list(question, readFilters(question, 'created_by_me'));
}

export function answerIssue(question: Question): Answer {
	const { world, viewer } = question;
	const project = findProject(question);
	const issue = world.issues.find(
		(row) => samePath(row.project, project.path) && row.iid === Number(partOf(question, 'iid')),
	);
	if (issue === undefined || !canReadIssue(world, viewer, project, issue)) {
		throw notFound('Issue');
	}
	return json({ ...toIssueEntity(world, issue, { labelDetails: false }), subscribed: false });
}

/** Counts of the same filters. The state is none of them: each is counted. */
export function answerIssueStatistics(question: Question): Answer {
	const scope = question.parts.id === undefined ? 'created_by_me' : 'all';
	if (scope !== 'all' && question.viewer.user === null && question.params.text('scope') !== 'all') {
		throw unauthorized();
	}
	const filters = readFilters(question, scope, false);
	const isIn =
		scope === 'created_by_me'
			? () => true
			: question.path.startsWith('/groups/')
				? inGroup(question)
				: inProject(question);
	const rows = visibleIssues(question, [...filters, isIn]);
	const closed = rows.filter(({ state }) => state === 'closed').length;
	return json({
		statistics: { counts: { all: rows.length, closed, opened: rows.length - closed } },
	});
}

function readFilters(
	{ world, viewer, params }: Question,
	usualScope: 'all' | 'created_by_me',
	withState = true,
): IssueFilter[] {
	const scope = params.choice('scope', ['created_by_me', 'assigned_to_me', 'all']) ?? usualScope;
	const state = params.choice('state', ['opened', 'closed', 'all']) ?? 'all';
	const nonArchived = params.flag('non_archived') ?? true;
	const self = viewer.user?.username ?? '';
	return [
		...issueFilters(world, params),
		(issue) => !withState || state === 'all' || issue.state === state,
		(issue) => scope !== 'created_by_me' || issue.author === self,
		(issue) => scope !== 'assigned_to_me' || issue.assignees.includes(self),
		(issue) => !nonArchived || !(projectByPath(world, issue.project)?.archived ?? false),
	];
}

function inGroup(question: Question): IssueFilter {
	const group = findGroup(question);
	return ({ project }) => isWithin(project, group.path);
}

function inProject(question: Question): IssueFilter {
	const project = findProject(question);
	if (!canReadPart(question.world, question.viewer, project, 'issues')) throw forbidden();
	return (issue) => samePath(issue.project, project.path);
}

function list(
	question: Question,
	filters: readonly IssueFilter[],
	bounded?: Bounded<WorldIssue>,
): Answer {
	const { world, params } = question;
	const orderBy = params.choice('order_by', orders) ?? 'created_at';
	const sort = params.choice('sort', ['asc', 'desc']) ?? 'desc';
	const labelDetails = params.flag('with_labels_details') ?? false;
	const rows = visibleIssues(question, filters).toSorted(
		(one, other) =>
			compareBy(valueFor(world, orderBy), sort)(one, other) ||
			compareBy<WorldIssue>(({ id }) => id, sort)(one, other),
	);
	return paged(question, rows, (issue) => toIssueEntity(world, issue, { labelDetails }), bounded);
}

function visibleIssues({ world, viewer }: Question, filters: readonly IssueFilter[]): WorldIssue[] {
	return world.issues
		.filter((issue) => filters.every((filter) => filter(issue)))
		.filter((issue) => {
			const project = projectByPath(world, issue.project);
			return project !== undefined && canReadIssue(world, viewer, project, issue);
		});
}

function valueFor(
	world: World,
	orderBy: (typeof orders)[number],
): (issue: WorldIssue) => string | number | null {
	switch (orderBy) {
		case 'created_at':
			return ({ createdAt }) => createdAt;
		case 'updated_at':
			return ({ updatedAt }) => updatedAt;
		case 'due_date':
			return ({ dueDate }) => dueDate;
		case 'title':
			return ({ title }) => title.toLowerCase();
		case 'weight':
			return ({ weight }) => weight;
		case 'milestone_due':
			return ({ milestoneId }) =>
				world.milestones.find(({ id }) => id === milestoneId)?.dueDate ?? null;
		// The orders that people make by hand: the world has none, so the order of ids is used.
		case 'priority':
		case 'label_priority':
		case 'relative_position':
		case 'popularity':
			return ({ id }) => id;
	}
}

import { withError } from '../answer.ts';
import type { Parameters } from '../parameters.ts';
import type { World, WorldIssue } from '../world.ts';

export type IssueFilter = (issue: WorldIssue) => boolean;

const issueTypes = ['issue', 'incident', 'test_case', 'requirement', 'task', 'ticket'] as const;

/** Every filter of an issue list but those for state, scope and archived projects. */
export function issueFilters(world: World, params: Parameters): IssueFilter[] {
	params.exclusive('milestone_id', 'milestone');
	params.exclusive('iteration_id', 'iteration_title');
	return [
		labelFilter(params.list('labels')),
		...milestoneFilters(world, params),
		iterationFilter(world, params),
		...personFilters(world, params),
		...dateFilters(params),
		...fieldFilters(params),
		...negations(world, params),
	];
}

/** All of the labels, by their exact names. `None` and `Any` are words, not names. */
function labelFilter(names: readonly string[]): IssueFilter {
	const [first] = names.map((name) => name.toLowerCase());
	if (first === 'none') return ({ labels }) => labels.length === 0;
	if (first === 'any') return ({ labels }) => labels.length > 0;
	return ({ labels }) => names.every((name) => labels.includes(name));
}

function milestoneFilters(world: World, params: Parameters): IssueFilter[] {
	const title = params.text('milestone');
	const wildcard = params.choice('milestone_id', ['Any', 'None', 'Upcoming', 'Started']);
	const ofIssue = ({ milestoneId }: WorldIssue) =>
		world.milestones.find(({ id }) => id === milestoneId);
	const byWildcard: Record<string, IssueFilter> = {
		any: ({ milestoneId }) => milestoneId !== null,
		none: ({ milestoneId }) => milestoneId === null,
		upcoming: (issue) => (ofIssue(issue)?.startDate ?? '') > world.today,
		started: (issue) => {
			const milestone = ofIssue(issue);
			return milestone?.state === 'active' && (milestone.startDate ?? '9999') <= world.today;
		},
	};
	const asked = (wildcard ?? title)?.toLowerCase();
	if (asked === undefined || asked === '') return [];
	return [byWildcard[asked] ?? ((issue) => ofIssue(issue)?.title === title)];
}

/** A number, or `None` or `Any`. */
function iterationFilter(world: World, params: Parameters): IssueFilter {
	const title = params.text('iteration_title');
	if (title !== undefined) {
		const ids = world.iterations?.filter((one) => one.title === title).map(({ id }) => id) ?? [];
		return ({ iterationId }) => ids.some((id) => id === iterationId);
	}
	const asked = params.text('iteration_id')?.toLowerCase();
	if (asked === undefined) return () => true;
	if (asked === 'none') return ({ iterationId }) => iterationId == null;
	if (asked === 'any') return ({ iterationId }) => iterationId != null;
	if (!/^\d+$/.test(asked)) throw withError(400, 'iteration_id is invalid');
	return ({ iterationId }) => iterationId === Number(asked);
}

function personFilters(world: World, params: Parameters): IssueFilter[] {
	params.exclusive('author_id', 'author_username');
	const [author, authorId] = [params.text('author_username'), params.integer('author_id')];
	const assignees = params.list('assignee_username');
	const idOf = (username: string): number | undefined =>
		world.users.find((user) => user.username === username)?.id;
	return [
		(issue) => author === undefined || issue.author === author,
		(issue) => authorId === undefined || idOf(issue.author) === authorId,
		(issue) => assignees.every((username) => issue.assignees.includes(username)),
	];
}

function dateFilters(params: Parameters): IssueFilter[] {
	const bound = (name: string, missing: number): number => params.instant(name) ?? missing;
	const [createdAfter, createdBefore, updatedAfter, updatedBefore] = [
		bound('created_after', -Infinity),
		bound('created_before', Infinity),
		bound('updated_after', -Infinity),
		bound('updated_before', Infinity),
	];
	const within = (instant: string, from: number, to: number): boolean =>
		Date.parse(instant) >= from && Date.parse(instant) <= to;
	return [
		({ createdAt }) => within(createdAt, createdAfter, createdBefore),
		({ updatedAt }) => within(updatedAt, updatedAfter, updatedBefore),
	];
}

function fieldFilters(params: Parameters): IssueFilter[] {
	const confidential = params.flag('confidential');
	const iids = params.integers('iids');
	const type = params.choice('issue_type', issueTypes)?.toUpperCase();
	const search = params.text('search')?.toLowerCase() ?? '';
	const searchIn = params.text('in')?.split(',') ?? ['title', 'description'];
	return [
		(issue) => confidential === undefined || issue.confidential === confidential,
		(issue) => iids.length === 0 || iids.includes(issue.iid),
		(issue) => type === undefined || issue.type === type,
		(issue) =>
			(searchIn.includes('title') && issue.title.toLowerCase().includes(search)) ||
			(searchIn.includes('description') &&
				(issue.description ?? '').toLowerCase().includes(search)),
		weightFilter(params.text('weight')),
	];
}

function weightFilter(asked: string | undefined): IssueFilter {
	if (asked === undefined) return () => true;
	if (asked.toLowerCase() === 'none') return ({ weight }) => weight === null;
	if (asked.toLowerCase() === 'any') return ({ weight }) => weight !== null;
	if (!/^\d+$/.test(asked)) throw withError(400, 'weight is invalid');
	return ({ weight }) => weight === Number(asked);
}

/** `not[labels]=a,b` leaves out what has one of them. */
function negations(world: World, params: Parameters): IssueFilter[] {
	params.exclusive('not[milestone_id]', 'not[milestone]');
	const labels = params.list('not[labels]');
	const iids = params.integers('not[iids]');
	const author = params.text('not[author_username]');
	const assignees = params.list('not[assignee_username]');
	const milestone = params.text('not[milestone]');
	const titleOf = ({ milestoneId }: WorldIssue): string | undefined =>
		world.milestones.find(({ id }) => id === milestoneId)?.title;
	return [
		(issue) => !labels.some((name) => issue.labels.includes(name)),
		(issue) => !iids.includes(issue.iid),
		(issue) => author === undefined || issue.author !== author,
		(issue) => !assignees.some((username) => issue.assignees.includes(username)),
		(issue) => milestone === undefined || titleOf(issue) !== milestone,
	];
}

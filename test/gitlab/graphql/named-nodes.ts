import { ancestorsOf, canReadGroup, canReadProject, isWithin, samePath } from '../access.ts';
import { projectByPath } from '../lookup.ts';
import { idFor } from '../seed.ts';
import type { Viewer } from '../viewer.ts';
import type { World, WorldGroup, WorldMilestone, WorldProject } from '../world.ts';
import type { PageArguments } from './connection.ts';

export interface LabelArguments extends PageArguments {
	title?: string | null;
	searchTerm?: string | null;
	includeAncestorGroups?: boolean | null;
	includeDescendantGroups?: boolean | null;
	onlyGroupLabels?: boolean | null;
}

export interface MilestoneArguments extends PageArguments {
	title?: string | null;
	state?: 'active' | 'closed' | null;
	includeAncestors?: boolean | null;
	includeDescendants?: boolean | null;
}

/** Of a group: its own labels, and those of the projects in it, which the caller may read. */
export function labelsOfGroup(
	world: World,
	viewer: Viewer,
	{ path }: WorldGroup,
	asked: LabelArguments,
): string[] {
	const below = asked.includeDescendantGroups === true;
	const above = asked.includeAncestorGroups === true ? ancestorsOf(path) : [];
	const groups = world.groups.filter(
		(group) =>
			samePath(group.path, path) ||
			(above.some((one) => samePath(one, group.path)) && canReadGroup(world, viewer, group)) ||
			(below && isWithin(group.path, path) && canReadGroup(world, viewer, group)),
	);
	const projects = world.projects.filter(
		(project) =>
			asked.onlyGroupLabels !== true &&
			(samePath(ancestorsOf(project.path)[0] ?? '', path) ||
				(below && isWithin(project.path, path))) &&
			canReadProject(world, viewer, project),
	);
	return pick(
		[...groups.flatMap(({ labels = [] }) => labels), ...ownLabels(world, projects)],
		asked,
	);
}

export function labelsOfProject(
	world: World,
	project: WorldProject,
	asked: LabelArguments,
): string[] {
	const above = asked.includeAncestorGroups === true ? ancestorsOf(project.path) : [];
	const groups = world.groups.filter(({ path }) => above.some((one) => samePath(one, path)));
	return pick(
		[...groups.flatMap(({ labels = [] }) => labels), ...ownLabels(world, [project])],
		asked,
	);
}

/** What an issue has is a label somewhere: here it is one of its project. */
function ownLabels({ issues }: World, projects: readonly WorldProject[]): string[] {
	const paths = new Set(projects.map(({ path }) => path.toLowerCase()));
	return [
		...projects.flatMap(({ labels = [] }) => labels),
		...issues.flatMap(({ project, labels }) => (paths.has(project.toLowerCase()) ? labels : [])),
	];
}

/** Titles are compared to the letter; a search is not. */
function pick(labels: readonly string[], { title, searchTerm }: LabelArguments): string[] {
	const term = searchTerm?.toLowerCase() ?? '';
	const titled = labels.filter((label) => title === undefined || title === null || label === title);
	return [...new Set(titled)].filter((label) => label.toLowerCase().includes(term)).toSorted();
}

export function milestonesOfGroup(
	world: World,
	viewer: Viewer,
	{ path }: WorldGroup,
	asked: MilestoneArguments,
): WorldMilestone[] {
	const above = asked.includeAncestors === true ? ancestorsOf(path) : [];
	return choose(world, asked, ({ kind, parent }) => {
		if (kind === 'group' && [path, ...above].some((one) => samePath(one, parent))) return true;
		if (asked.includeDescendants !== true || !isWithin(parent, path)) return false;
		const project = kind === 'project' ? projectByPath(world, parent) : undefined;
		return kind === 'group' || (project !== undefined && canReadProject(world, viewer, project));
	});
}

export function milestonesOfProject(
	world: World,
	project: WorldProject,
	asked: MilestoneArguments,
): WorldMilestone[] {
	const above = asked.includeAncestors === true ? ancestorsOf(project.path) : [];
	return choose(
		world,
		asked,
		({ kind, parent }) =>
			(kind === 'project' && samePath(parent, project.path)) ||
			(kind === 'group' && above.some((one) => samePath(one, parent))),
	);
}

function choose(
	{ milestones }: World,
	{ title, state }: MilestoneArguments,
	belongs: (milestone: WorldMilestone) => boolean,
): WorldMilestone[] {
	return milestones
		.filter(belongs)
		.filter((one) => title === undefined || title === null || one.title === title)
		.filter((one) => state === undefined || state === null || one.state === state);
}

export function toLabelNode(title: string) {
	return {
		id: `gid://gitlab/GroupLabel/${String(idFor(`label ${title}`))}`,
		title,
		description: null,
	};
}

export function toMilestoneNode({ id, iid, title, state, startDate, dueDate }: WorldMilestone) {
	return {
		id: `gid://gitlab/Milestone/${String(id)}`,
		iid: String(iid),
		title,
		state,
		startDate,
		dueDate,
	};
}

import {
	type LabelArguments,
	type MilestoneArguments,
	labelsOfGroup,
	milestonesOfGroup,
	toLabelNode,
	toMilestoneNode,
} from './named-nodes.ts';
import { type EpicArguments, epicsOf, toEpicNode } from './epic-node.ts';
import { GraphQLError } from 'graphql';
import { ancestorsOf, canReadGroup, canReadProject, samePath } from '../access.ts';
import { projectByPath } from '../lookup.ts';
import { compareBy } from '../order.ts';
import type { Viewer } from '../viewer.ts';
import type { World } from '../world.ts';
import { type PageArguments, connection } from './connection.ts';
import { toProjectNode } from './project-node.ts';

interface ProjectsArguments extends PageArguments {
	fullPaths?: readonly string[] | null;
}

const mostPaths = 50;

/** The answers to the questions at the top. Old paths of moved projects are unknown here. */
export function rootFor(
	world: World,
	viewer: Viewer,
	complexity: { score: number; limit: number },
) {
	return {
		queryComplexity: complexity,
		project: ({ fullPath }: { fullPath: string }) => {
			const project = projectByPath(world, fullPath);
			if (project === undefined || !canReadProject(world, viewer, project)) return null;
			return toProjectNode(world, viewer, project);
		},
		group: ({ fullPath }: { fullPath: string }) => groupNodeAt(world, viewer, fullPath),
		/** Not in the order of the paths: the newest project first. */
		projects: ({ fullPaths, ...page }: ProjectsArguments) => {
			if (fullPaths && fullPaths.length > mostPaths) {
				throw new GraphQLError(`You cannot provide more than ${String(mostPaths)} full_paths`);
			}
			const rows = world.projects
				.filter(({ path }) => !fullPaths || fullPaths.some((asked) => samePath(asked, path)))
				.filter((project) => canReadProject(world, viewer, project))
				.toSorted(compareBy(({ id }) => id, 'desc'));
			return connection(rows, page, (project) => toProjectNode(world, viewer, project));
		},
	};
}

interface GroupNode extends Record<string, unknown> {
	fullPath: string;
	parent: () => GroupNode | null;
}

function groupNodeAt(world: World, viewer: Viewer, fullPath: string): GroupNode | null {
	const group = world.groups.find(({ path }) => samePath(path, fullPath));
	if (group === undefined || !canReadGroup(world, viewer, group)) return null;
	return {
		id: `gid://gitlab/Group/${String(group.id)}`,
		fullPath: group.path,
		name: group.name,
		description: group.description,
		webUrl: `${world.webUrl}/groups/${group.path}`,
		visibility: group.visibility,
		createdAt: group.createdAt,
		labels: (asked: LabelArguments) =>
			connection(labelsOfGroup(world, viewer, group, asked), asked, toLabelNode),
		milestones: (asked: MilestoneArguments) =>
			connection(milestonesOfGroup(world, viewer, group, asked), asked, toMilestoneNode),
		workItems: (asked: EpicArguments) =>
			connection(epicsOf(world, viewer, group, asked), asked, (epic) => toEpicNode(world, epic)),
		parent: () => groupNodeAt(world, viewer, ancestorsOf(group.path)[0] ?? ''),
	};
}

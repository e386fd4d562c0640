import { canReadGroup, canReadPart, canReadProject, samePath } from './access.ts';
import { Refusal, forbidden, notFound, plainText, withMessage } from './answer.ts';
import { partOf, type Question } from './question.ts';
import type { HideablePart, World, WorldGroup, WorldProject } from './world.ts';

/**
 * The project that the path's `:id` names.
 *
 * @throws {Refusal} 404 for an unknown and for an unreadable one alike; 301 for an old path.
 */
export function findProject(question: Question): WorldProject {
	const { world, viewer } = question;
	const id = partOf(question, 'id');
	const project = projectAt(world, id);
	if (project === undefined || !canReadProject(world, viewer, project)) throw notFound('Project');
	if (!isNumber(id) && !samePath(id, project.path)) throw movedTo(project, question);
	return project;
}

/** @throws {Refusal} also 403 when the part is kept to the project's members. */
export function findProjectPart(question: Question, part: HideablePart): WorldProject {
	const project = findProject(question);
	if (!canReadPart(question.world, question.viewer, project, part)) throw forbidden();
	return project;
}

/** Groups have no redirect: an old path is unknown. */
export function findGroup(question: Question): WorldGroup {
	const { world, viewer } = question;
	const id = partOf(question, 'id');
	const group = world.groups.find((candidate) =>
		isNumber(id) ? candidate.id === Number(id) : samePath(candidate.path, id),
	);
	if (group === undefined || !canReadGroup(world, viewer, group)) throw notFound('Group');
	return group;
}

export function projectByPath(world: World, path: string): WorldProject | undefined {
	return world.projects.find((project) => samePath(project.path, path));
}

function projectAt(world: World, id: string): WorldProject | undefined {
	if (isNumber(id)) return world.projects.find((project) => project.id === Number(id));
	const old = [...world.moved].find(([path]) => samePath(path, id))?.[1];
	return projectByPath(world, id) ?? world.projects.find((project) => project.id === old);
}

function movedTo(project: WorldProject, { method, apiUrl, path, params }: Question): Refusal {
	// HEAD counts as "not GET" here, as it does for GitLab.
	if (method !== 'GET') {
		return withMessage(405, 'Non GET methods are not allowed for moved projects');
	}
	const rest = path.split('/').slice(3);
	const query = params.queryWith({});
	const location =
		[apiUrl, 'projects', String(project.id), ...rest].join('/') + (query && `?${query}`);
	return new Refusal(
		plainText(`This resource has been moved permanently to ${location}`, 301, { location }),
	);
}

function isNumber(id: string): boolean {
	return /^\d+$/.test(id);
}

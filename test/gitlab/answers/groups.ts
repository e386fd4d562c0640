import { canReadProject, isWithin, samePath } from '../access.ts';
import { type Answer, json } from '../answer.ts';
import { toGroupEntity } from '../entities/group-entity.ts';
import { toBasicProjectEntity, toFullProjectEntity } from '../entities/project-entity.ts';
import { findGroup } from '../lookup.ts';
import { compareBy } from '../order.ts';
import { paged } from '../pages.ts';
import type { Question } from '../question.ts';
import type { WorldGroup, WorldProject } from '../world.ts';

const orders = [
	'id',
	'name',
	'path',
	'created_at',
	'updated_at',
	'last_activity_at',
	'similarity',
	'star_count',
] as const;
const valueFor: Record<(typeof orders)[number], (row: WorldProject) => string | number> = {
	id: ({ id }) => id,
	name: ({ name }) => name.toLowerCase(),
	path: ({ path }) => path.toLowerCase(),
	created_at: ({ createdAt }) => createdAt,
	updated_at: ({ lastActivityAt }) => lastActivityAt,
	last_activity_at: ({ lastActivityAt }) => lastActivityAt,
	similarity: ({ id }) => id,
	star_count: ({ stars }) => stars,
};

export function answerGroup(question: Question): Answer {
	const withProjects = question.params.flag('with_projects') ?? true;
	const group = findGroup(question);
	return json({
		...toGroupEntity(question, group),
		...(withProjects && {
			projects: projectsOf(question, group, { subgroups: false, shared: false })
				.slice(0, 100)
				.map((project) => toFullProjectEntity(question, project)),
			shared_projects: [],
		}),
	});
}

export function answerGroupProjects(question: Question): Answer {
	const { params } = question;
	const archived = params.flag('archived');
	const visibility = params.choice('visibility', ['public', 'internal', 'private']);
	const search = params.text('search')?.toLowerCase() ?? '';
	const orderBy = params.choice('order_by', orders) ?? 'created_at';
	const sort = params.choice('sort', ['asc', 'desc']) ?? 'desc';
	// The full form, for everybody.
	const isShort = question.viewer.user === null && question.world.listings === 'short';
	const isSimple = params.flag('simple') ?? false;
	const toEntity = isSimple || isShort ? toBasicProjectEntity : toFullProjectEntity;
	const options = {
		subgroups: params.flag('include_subgroups') ?? false,
		shared: params.flag('with_shared') ?? true,
	};
	const rows = projectsOf(question, findGroup(question), options)
		.filter((project) => archived === undefined || project.archived === archived)
		.filter((project) => visibility === undefined || project.visibility === visibility)
		.filter(({ name, path }) => `${name} ${path}`.toLowerCase().includes(search))
		.toSorted(compareBy(valueFor[orderBy], sort));
	return paged(question, rows, (project) => toEntity(question, project), {
		objects: 'Project',
	});
}

function projectsOf(
	{ world, viewer }: Question,
	group: WorldGroup,
	{ subgroups, shared }: { subgroups: boolean; shared: boolean },
): WorldProject[] {
	return world.projects.filter((project) => {
		if (!canReadProject(world, viewer, project)) return false;
		if (shared && project.sharedWith.some((share) => samePath(share.group, group.path))) {
			return true;
		}
		const parent = project.path.split('/').slice(0, -1).join('/');
		return subgroups ? isWithin(parent, group.path) : samePath(parent, group.path);
	});
}

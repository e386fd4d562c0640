import { accessLevel, canReadPart, owner, samePath } from '../access.ts';
import type { Question } from '../question.ts';
import type { World, WorldProject } from '../world.ts';
import { toShareEntities } from './share-entity.ts';

/** The form that GitLab gives a stranger. */
export function toBasicProjectEntity({ world, viewer }: Question, project: WorldProject) {
	const webUrl = `${world.webUrl}/${project.path}`;
	const branch = project.defaultBranch;
	return {
		id: project.id,
		description: project.description,
		name: project.name,
		name_with_namespace: project.path.split('/').join(' / '),
		path: project.path.split('/').at(-1),
		path_with_namespace: project.path,
		created_at: project.createdAt,
		...(canReadPart(world, viewer, project, 'repository') && {
			// An empty repository has a name for the branch that is to come.
			default_branch: branch ?? 'main',
			readme_url:
				branch !== null && 'README.md' in project.files
					? `${webUrl}/-/blob/${branch}/README.md`
					: null,
			forks_count: project.forks,
		}),
		tag_list: project.topics,
		topics: project.topics,
		ssh_url_to_repo: `git@${new URL(world.webUrl).host}:${project.path}.git`,
		http_url_to_repo: `${webUrl}.git`,
		web_url: webUrl,
		avatar_url: null,
		star_count: project.stars,
		last_activity_at: project.lastActivityAt,
		namespace: toNamespaceEntity(world, project.path),
	};
}

/** The form that GitLab gives a caller with a token, and all of them in listings of groups. */
export function toFullProjectEntity(question: Question, project: WorldProject) {
	const { world, viewer } = question;
	const level = accessLevel(world, viewer, project.path);
	return {
		...toBasicProjectEntity(question, project),
		_links: linksOf(world, project),
		archived: project.archived,
		visibility: project.visibility,
		empty_repo: project.defaultBranch === null,
		creator_id: 1,
		import_status: 'none',
		import_error: null,
		...featuresOf(project),
		open_issues_count: openIssues(world, project),
		ci_config_path: '',
		public_jobs: !project.hidden.includes('pipelines'),
		merge_method: 'merge',
		shared_with_groups: toShareEntities(question, project.sharedWith),
		marked_for_deletion_at: null,
		marked_for_deletion_on: null,
		...(level >= owner && {
			runners_token: project.runnersToken,
			build_git_strategy: 'fetch',
		}),
		permissions: {
			project_access: null,
			group_access: level > 0 ? { access_level: level, notification_level: 3 } : null,
		},
	};
}

export function toProjectEntity(question: Question, project: WorldProject) {
	return question.viewer.user === null
		? toBasicProjectEntity(question, project)
		: toFullProjectEntity(question, project);
}

/**
 * What `license=true` adds. The address is that of the first file with such a name, whatever it says;
 * the licence may be from a file of another name, or from the README.
 */
export function toLicenseFields({ webUrl }: World, project: WorldProject) {
	const { license, defaultBranch } = project;
	if (defaultBranch === null) return { license: null, license_url: null };
	const file = rootFilesOf(project).find((name) =>
		/^((un)?licen[sc]e|copying)(\.[^/]+)?$/i.test(name),
	);
	return {
		license_url:
			file === undefined ? null : `${webUrl}/${project.path}/-/blob/${defaultBranch}/${file}`,
		license: license && {
			key: license.key,
			name: license.name,
			nickname: null,
			html_url: `http://choosealicense.com/licenses/${license.key}/`,
			source_url: null,
		},
	};
}

function rootFilesOf({ files, links = {} }: WorldProject): string[] {
	return [...Object.keys(files), ...Object.keys(links)]
		.filter((path) => !path.includes('/'))
		.toSorted();
}

function toNamespaceEntity(world: World, projectPath: string) {
	const path = projectPath.split('/').slice(0, -1).join('/');
	const group = world.groups.find((candidate) => samePath(candidate.path, path));
	const parent = world.groups.find(({ path: above }) =>
		samePath(above, path.split('/').slice(0, -1).join('/')),
	);
	return {
		id: group?.id ?? 0,
		name: group?.name ?? path,
		path: path.split('/').at(-1),
		// Whatever is not a group of the world is somebody's own space.
		kind: group === undefined ? 'user' : 'group',
		full_path: path,
		parent_id: parent?.id ?? null,
		avatar_url: null,
		web_url: `${world.webUrl}/${group === undefined ? '' : 'groups/'}${path}`,
	};
}

function featuresOf({ hidden }: WorldProject) {
	const level = (part: WorldProject['hidden'][number]): string =>
		hidden.includes(part) ? 'private' : 'enabled';
	return {
		issues_enabled: true,
		merge_requests_enabled: true,
		jobs_enabled: true,
		issues_access_level: level('issues'),
		repository_access_level: level('repository'),
		merge_requests_access_level: level('repository'),
		builds_access_level: level('pipelines'),
		releases_access_level: level('releases'),
	};
}

/** Confidential ones are counted too. */
export function openIssues(world: World, project: WorldProject): number {
	return world.issues.filter(
		(issue) => samePath(issue.project, project.path) && issue.state === 'opened',
	).length;
}

function linksOf({ webUrl }: World, { id }: WorldProject) {
	const self = `${webUrl}/api/v4/projects/${String(id)}`;
	return {
		self,
		issues: `${self}/issues`,
		merge_requests: `${self}/merge_requests`,
		repo_branches: `${self}/repository/branches`,
		labels: `${self}/labels`,
		events: `${self}/events`,
		members: `${self}/members`,
	};
}

import type { Issue } from '#model/issue.ts';
import type { Milestone } from '#model/milestone.ts';
import type { Project } from '#model/project.ts';
import type { DeclaredProject } from '#model/declared.ts';
import type { Site } from '#model/site.ts';
import type { SnapshotRows } from '#model/snapshot.ts';
import { isSamePath, withoutSlash } from '#core/base/paths.ts';
import { isMoved, projectStates } from '#core/inventory/project-state.ts';
import type { Reference } from '#core/base/references.ts';

/** Where references lead, and what is known of their targets. Plain data. */
export interface ReferencePlaces {
	/** Address of GitLab. */
	instance: string;
	/** Issues and merge requests without a project are of this one. */
	project: string;
	/** Labels, epics and milestones are of this one. */
	group: string;
	milestones: readonly Pick<Milestone, 'title' | 'state' | 'webUrl'>[];
	projects: readonly KnownProject[];
	issues: readonly Pick<Issue, 'project' | 'iid' | 'title' | 'state'>[];
}

interface KnownProject {
	path: string;
	/** Where it is now. */
	url: string;
	/** What a reader must know of it, in words. `null`: nothing. */
	notice: string | null;
}

export interface Target {
	url: string;
	/** What the snapshot knows of the target. `null`: nothing. */
	title: string | null;
}

interface Declared {
	site: Pick<Site, 'instance' | 'references'>;
	projects: readonly Pick<DeclaredProject, 'path' | 'instance' | 'archived'>[];
}

type Rows = Pick<
	SnapshotRows,
	'projects' | 'consumers' | 'milestones' | 'issues' | 'planning-issues'
>;

/** @param rows The snapshot's. `undefined`: there is no snapshot, and every reference leads all the same. */
export function toReferencePlaces(
	{ site, projects }: Declared,
	rows: Rows | undefined,
): ReferencePlaces {
	const instance = withoutSlash(site.instance);
	return {
		instance,
		...site.references,
		milestones: (rows?.milestones ?? []).map(({ title, state, webUrl }) => ({
			title,
			state,
			webUrl,
		})),
		projects: [...(rows?.projects ?? []), ...(rows?.consumers ?? [])].map((project) =>
			toKnownProject(
				project,
				instance,
				projects.find(({ path }) => path === project.path),
			),
		),
		issues: [...(rows?.issues ?? []), ...(rows?.['planning-issues'] ?? [])].map(
			({ project, iid, title, state }) => ({ project, iid, title, state }),
		),
	};
}

function toKnownProject(
	project: Project,
	instance: string,
	declared: Declared['projects'][number] | undefined,
): KnownProject {
	const path = isMoved(project) ? (project.facts?.path ?? project.path) : project.path;
	const home = withoutSlash(declared?.instance ?? instance);
	const states = new Set(projectStates(project));
	const notices = [
		states.has('moved') && `${project.path} is now ${path}`,
		states.has('to-be-deleted') && `${path} is scheduled for deletion`,
		(states.has('archived') || declared?.archived) && `${path} is archived`,
		states.has('missing-or-private') && `You need to sign in to see ${path} on GitLab`,
		states.has('other-instance') && `${path} is on another instance`,
	].filter((notice) => typeof notice === 'string');
	return {
		path: project.path,
		url: `${home}/${path}`,
		notice: notices.length > 0 ? notices.join('; ') : null,
	};
}

/** Where a reference leads. Total: what the snapshot does not know is linked without a title. */
export function findTarget(reference: Reference, places: ReferencePlaces): Target {
	const { instance, group } = places;
	switch (reference.kind) {
		case 'label': {
			const query = new URLSearchParams({ 'label_name[]': reference.label });
			return untitled(`${instance}/groups/${group}/-/issues?${String(query)}`);
		}
		case 'milestone':
			return findMilestone(reference.milestone, places);
		case 'issue':
			return findIssue(reference.project ?? places.project, reference.iid, places);
		case 'merge-request': {
			const { url, notice } = findProject(reference.project ?? places.project, places);
			return { url: `${url}/-/merge_requests/${String(reference.iid)}`, title: notice };
		}
		case 'epic': {
			const path = reference.group ?? group;
			return untitled(`${instance}/groups/${path}/-/epics/${String(reference.iid)}`);
		}
		case 'project': {
			const { url, notice } = findProject(reference.project, places);
			return { url, title: notice };
		}
		case 'mention':
			return untitled(`${instance}/${reference.path}`);
	}
}

function untitled(url: string): Target {
	return { url, title: null };
}

/** GitLab addresses a milestone by a number that only its answers tell; all others are searched. */
function findMilestone(title: string, { instance, group, milestones }: ReferencePlaces): Target {
	const known = milestones.find((milestone) => milestone.title === title);
	const query = new URLSearchParams({ state: 'all', search_title: title });
	return {
		url: known?.webUrl ?? `${instance}/groups/${group}/-/milestones?${String(query)}`,
		title: known ? `Milestone, ${known.state}` : null,
	};
}

function findIssue(path: string, iid: number, places: ReferencePlaces): Target {
	const { url, notice } = findProject(path, places);
	const known = places.issues.find((issue) => issue.iid === iid && isSamePath(issue.project, path));
	const title = [known && `${known.title} (${known.state})`, notice].filter(
		(part) => typeof part === 'string',
	);
	return {
		url: `${url}/-/issues/${String(iid)}`,
		title: title.length > 0 ? title.join('; ') : null,
	};
}

function findProject(path: string, { instance, projects }: ReferencePlaces): KnownProject {
	const known = projects.find((project) => isSamePath(project.path, path));
	return known ?? { path, url: `${instance}/${path}`, notice: null };
}

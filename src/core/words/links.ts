import { toMilestoneSlug } from '#core/base/milestone-slug.ts';
import { withoutSlash } from '#core/base/paths.ts';
import { inPath } from '#core/inventory/source.ts';
import type { ContactIssue } from '#model/contact.ts';
import type { WebUrl } from '#model/identifiers.ts';
import type { DeclaredProject } from '#model/declared.ts';
import type { Site } from '#model/site.ts';

type Declared = Pick<DeclaredProject, 'path' | 'instance' | 'tree'>;

/** Address of a group or project on an instance. */
export function pathUrl(instance: WebUrl, path: string): string {
	return `${withoutSlash(instance)}/${path}`;
}

/** Where the registry says that a project lives. */
export function declaredUrl({ path, instance }: Declared, site: Pick<Site, 'instance'>): string {
	return pathUrl(instance ?? site.instance, path);
}

/** @param ref Branch, tag or commit. @param line Counted from 1. */
export function fileUrl(projectUrl: string, ref: string, file: string, line: number): string {
	return `${blobUrl(projectUrl, ref, file)}#L${String(line)}`;
}

export function blobUrl(projectUrl: string, ref: string, file: string): string {
	return `${projectUrl}/-/blob/${inPath(ref)}/${inPath(file)}`;
}

export function treeUrl(projectUrl: string, { ref, path }: { ref: string; path: string }): string {
	return `${projectUrl}/-/tree/${inPath(ref)}/${inPath(path)}`;
}

/** GitLab's own list of the people who were added to the group itself. */
export function membersUrl(site: Pick<Site, 'instance'>, group: string): string {
	return pathUrl(
		site.instance,
		`groups/${group}/-/group_members?with_inherited_permissions=exclude`,
	);
}

/** Open issues with a label, in the group of which labels in prose are. */
export function labelIssuesUrl(site: Pick<Site, 'instance' | 'references'>, label: string): string {
	const query = new URLSearchParams({ state: 'opened', 'label_name[]': label });
	return pathUrl(site.instance, `groups/${site.references.group}/-/issues?${String(query)}`);
}

/** Where a file of the handbook is edited: `content/registry/projects.yaml`. */
export function editUrl(site: Pick<Site, 'instance' | 'handbook'>, file: string): string {
	const { project, branch } = site.handbook;
	return `${pathUrl(site.instance, project)}/-/edit/${inPath(branch)}/${inPath(file)}`;
}

export interface NewIssue extends Partial<ContactIssue> {
	project: ContactIssue['project'];
	description?: string;
}

/** GitLab's form for a new issue, filled in. It appends a description to the template's, so labels are quick actions. */
export function newIssueUrl(
	site: Pick<Site, 'instance'>,
	{ project, template, title, description = '', labels = [], confidential }: NewIssue,
): string {
	const named = labels.map((label) => `~"${label}"`).join(' ');
	const fields = [
		['issuable_template', template],
		['issue[title]', title],
		['issue[description]', [description, named && `/label ${named}`].filter(Boolean).join('\n\n')],
		['issue[confidential]', confidential ? 'true' : ''],
	] as const;
	const query = fields
		.flatMap(([name, value]) => (value ? [`${name}=${encodeURIComponent(value)}`] : []))
		.join('&');
	return `${pathUrl(site.instance, project)}/-/issues/new${query && `?${query}`}`;
}

export function projectPage(path: string): `/${string}` {
	return `/projects/${path}/`;
}

/** The page that this handbook has for a milestone, whatever its title holds. */
export function milestonePage(title: string): `/${string}` {
	return `/roadmap/milestones/${toMilestoneSlug(title)}/`;
}

/** `gitlab.example.org` of `https://gitlab.example.org/`, with the path when there is one. */
export function hostOf(address: WebUrl): string {
	return withoutSlash(address.replace(/^https?:\/\//, ''));
}

import { isSamePath } from '#core/base/paths.ts';
import type { Project } from '#model/project.ts';

/** What a reader must know of a declared project before trusting its link. */
export type ProjectState =
	'moved' | 'to-be-deleted' | 'archived' | 'missing-or-private' | 'other-instance';

/** Empty: the project is where the registry says, and alive as far as GitLab tells. */
export function projectStates(project: Project): ProjectState[] {
	if (project.answer !== 'found') return [project.answer];
	const states: ProjectState[] = [];
	if (isMoved(project)) states.push('moved');
	if (isToBeDeleted(project.facts?.path)) states.push('to-be-deleted');
	if (project.facts?.archived === true) states.push('archived');
	return states;
}

/** GitLab renames a project that is to be deleted: nobody is to follow it there. */
export function isToBeDeleted(path = ''): boolean {
	return /-deletion_scheduled-\d+$/.test(path);
}

/** GitLab led to another path. Paths that differ in case only are the same. */
export function isMoved({ path, facts }: Pick<Project, 'path' | 'facts'>): boolean {
	return facts !== null && !isSamePath(facts.path, path) && !isToBeDeleted(facts.path);
}

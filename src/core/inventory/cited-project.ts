import { isSamePath, withoutSlash } from '#core/base/paths.ts';
import type { IsoInstant } from '#model/identifiers.ts';
import type { DeclaredConsumer, DeclaredProject } from '#model/declared.ts';
import type { Registry } from '#model/registry.ts';
import { keptFromOf, type ListState, type Snapshot } from '#model/snapshot.ts';
import { pathsOf } from './entries.ts';
import { whyLacking } from './gate.ts';
import { isMoved, isToBeDeleted } from './project-state.ts';
import { findKeptFrom } from './unseen.ts';

/** What GitLab says of a project, or a group, to which a text leads. `path` is as the text has it. */
export type Cited =
	/** It is where the text says. */
	| { state: 'fine' }
	/** We don't ask GitLab about it, so nothing is said. */
	| { state: 'unasked' }
	| { state: 'moved'; path: string; to: string }
	/** `declared`: the registry says so too, so that the team knows it. */
	| { state: 'archived'; path: string; declared: boolean }
	/** GitLab shows it to nobody who isn't signed in, or is going to delete it. */
	| { state: 'gone'; path: string; isToBeDeleted?: true }
	/** Not since the day of the last good list; or, with a reason, never. */
	| { state: 'unchecked'; path: string; pulledAt: IsoInstant }
	| { state: 'unchecked'; path: string; pulledAt: null; reason: string };

/** What a text that leads there should no longer say as it does. */
export type CitedChange = Extract<Cited, { state: 'moved' | 'archived' | 'gone' }>;

export type KnownProjects = Pick<Registry, 'projects' | 'consumers'>;

export function isChanged(cited: Cited): cited is CitedChange {
	return ['moved', 'archived', 'gone'].includes(cited.state);
}

/** Whether a project, of the inventory or a consumer, is still where a text says. */
export function findCitedProject(
	path: string,
	registry: KnownProjects,
	{ about, rows }: Snapshot,
): Cited {
	const found = findDeclared(path, registry);
	if (!found) return { state: 'unasked' };
	const { declared, list } = found;
	const { instance, archived = false, private: isPrivate = false } = declared;
	if (instance !== undefined) return { state: 'unasked' };
	const state = about.lists[list];
	if (!isSamePath(declared.path, path)) return { state: 'moved', path, to: declared.path };
	const row = rows[list].find((one) => isSamePath(one.path, declared.path));
	if (!row) return neverChecked(path, state);
	if (row.answer === 'missing-or-private')
		return isPrivate ? { state: 'unasked' } : { state: 'gone', path };
	if (isToBeDeleted(row.facts?.path)) return { state: 'gone', path, isToBeDeleted: true };
	if (row.facts && isMoved(row)) return { state: 'moved', path, to: row.facts.path };
	if (row.facts?.archived === true) return { state: 'archived', path, declared: archived };
	const keptFrom = (row.facts && findKeptFrom(row.facts)) ?? keptFromOf(state);
	return keptFrom === null ? { state: 'fine' } : { state: 'unchecked', path, pulledAt: keptFrom };
}

/** Of what the list does not have. */
export function neverChecked(path: string, state: ListState): Cited {
	const missing = state.state === 'missing' ? state.forReaders : undefined;
	const reason = missing ?? whyLacking(state) ?? 'Not pulled yet.';
	return { state: 'unchecked', path, pulledAt: null, reason };
}

type Known = Pick<DeclaredConsumer, 'path'> &
	Partial<Pick<DeclaredProject, 'instance' | 'archived' | 'private' | 'earlierPaths'>>;

function findDeclared(
	path: string,
	{ projects, consumers }: KnownProjects,
): { declared: Known; list: 'projects' | 'consumers' } | undefined {
	const has = (entry: Known) => pathsOf(entry).some((one) => isSamePath(one, path));
	const project = projects.find(has);
	if (project) return { declared: project, list: 'projects' };
	const consumer = consumers.find(has);
	return consumer && { declared: consumer, list: 'consumers' };
}

/**
 * The project that an address leads to: one of GitLab's (`https://gitlab.example.com/group/project/-/issues`)
 * or of this site (`/projects/group/project/`). `undefined`: it leads to no project.
 *
 * @param instance Address of GitLab.
 */
export function projectOfAddress(address: string, instance: string): string | undefined {
	const ownPage = /^\/projects\/([\w.-]+(?:\/[\w.-]+)+)\/?(?:[?#]|$)/.exec(address);
	if (ownPage) return ownPage[1];
	const start = `${withoutSlash(instance)}/`;
	if (!address.toLowerCase().startsWith(start.toLowerCase())) return undefined;
	const [place = ''] = address.slice(start.length).split(/[?#]/);
	const [path = ''] = place.split('/-/');
	const bare = path.replace(/\/-?\/?$/, '').replace(/\.git$/, '');
	return bare.includes('/') && !bare.startsWith('groups/') ? bare : undefined;
}

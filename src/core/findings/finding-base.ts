import type { CheckId } from '#model/checks.ts';
import type { ProjectPath } from '#model/identifiers.ts';
import type { Edit } from '#core/inventory/check.ts';

/**
 * `broken`: one side is wrong, and somebody has to change it. `unknown`: it could not be told.
 * `notice`: worth knowing, and often right as it is.
 */
export type FindingLevel = 'broken' | 'unknown' | 'notice';

/** Where somebody looks who wants to do something about a finding. */
export interface FindingPlace {
	/** `content/registry/projects.yaml` */
	file: string;
	/** Counted from 1. `null`: the file as a whole. */
	line: number | null;
}

/** What every finding says of itself, so that nothing but its words has to know its rule. */
export interface FindingBase {
	level: FindingLevel;
	/** Who has to do something: the registry's, the API's and its consumers', or a project's people. */
	concerns: 'registry' | 'api' | 'project';
	place: FindingPlace;
	project?: ProjectPath;
	/** Those of a finding that is about several, in the order of the registry. */
	projects?: readonly ProjectPath[];
	check?: CheckId;
	/** What else tells it from others of its rule: it stays the same wherever its line moves. */
	key?: string;
	/** The changes of the registry that settle it, when they can be told by their lines. */
	edits?: readonly Edit[];
}

/** A file of the registry as a whole. */
export function wholeFile(name: string): FindingPlace {
	return { file: `content/registry/${name}.yaml`, line: null };
}

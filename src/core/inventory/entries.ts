import type { ProjectPath } from '#model/identifiers.ts';
import type { DeclaredProject, Place } from '#model/registry.ts';
import { compareText } from '#model/order.ts';

/** What `pathsOf` has to know of an entry. Of consumers no earlier paths are kept. */
export type Entry = Pick<DeclaredProject, 'path'> & Partial<Pick<DeclaredProject, 'earlierPaths'>>;

/** The entries between which a path belongs. `undefined`: none is on that side. */
export interface Neighbours {
	before: ProjectPath | undefined;
	after: ProjectPath | undefined;
}

/** What has to be known of a list of the registry to put a path into it. */
export interface Entries {
	/** Whether an entry has or had the path, in letters of any case. */
	has: (path: string) => boolean;
	/** @param self An entry that does not count, since it is the one to be moved. */
	neighboursOf: (path: string, self?: ProjectPath) => Neighbours;
	/** Where an entry stands. `undefined`: nobody knows. */
	placeOf: (path: ProjectPath) => Place | undefined;
}

export function entriesOf(entries: readonly Entry[], placeOf: Entries['placeOf']): Entries {
	const taken = new Set(entries.flatMap(pathsOf).map((path) => path.toLowerCase()));
	const paths = entries.map(({ path }) => path).toSorted(compareText);
	return {
		has: (path) => taken.has(path.toLowerCase()),
		neighboursOf: (path, self) => {
			const others = paths.filter((one) => one !== self && one !== path);
			const next = others.findIndex((one) => compareText(one, path) > 0);
			return next === -1
				? { before: others.at(-1), after: undefined }
				: { before: others[next - 1], after: others[next] };
		},
		placeOf,
	};
}

/** The path of an entry and those that it had before. */
export function pathsOf({ path, earlierPaths = [] }: Entry): ProjectPath[] {
	return [path, ...earlierPaths];
}

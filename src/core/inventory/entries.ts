import type { ProjectPath } from '#model/identifiers.ts';
import type { Declared, DeclaredProject } from '#model/declared.ts';
import { compareText } from '#model/order.ts';

/** What `pathsOf` has to know of an entry. Of consumers no earlier paths are kept. */
export type Entry = Pick<DeclaredProject, 'path'> & Partial<Pick<DeclaredProject, 'earlierPaths'>>;

/** The entries between which a path belongs. `undefined`: none is on that side. */
export interface Neighbours<One extends Entry> {
	before: One | undefined;
	after: One | undefined;
}

/** What has to be known of a list of the registry to put a path into it. */
export interface Entries<One extends Entry = Declared<Entry>> {
	/** Whether an entry has or had the path, in letters of any case. */
	has: (path: string) => boolean;
	/** @param self An entry that does not count, since it is the one to be moved. */
	neighboursOf: (path: string, self?: ProjectPath) => Neighbours<One>;
}

export function entriesOf<One extends Entry>(entries: readonly One[]): Entries<One> {
	const taken = new Set(entries.flatMap(pathsOf).map((path) => path.toLowerCase()));
	const sorted = entries.toSorted((a, b) => compareText(a.path, b.path));
	return {
		has: (path) => taken.has(path.toLowerCase()),
		neighboursOf: (path, self) => {
			const others = sorted.filter((one) => one.path !== self && one.path !== path);
			const next = others.findIndex((one) => compareText(one.path, path) > 0);
			return next === -1
				? { before: others.at(-1), after: undefined }
				: { before: others[next - 1], after: others[next] };
		},
	};
}

/** The path of an entry and those that it had before. */
export function pathsOf({ path, earlierPaths = [] }: Entry): ProjectPath[] {
	return [path, ...earlierPaths];
}

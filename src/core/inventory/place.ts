import type { Place } from '#model/registry.ts';

/** `content/registry/projects.yaml:14` */
export function describePlace({ file, line }: Pick<Place, 'file' | 'line'>): string {
	return `${file}:${String(line)}`;
}

/** Finds where an entry of the registry stands. `undefined`: it is not declared. */
export type PlaceOf<List extends string> = (list: List, path: string) => Place | undefined;

/** For an entry whose lines nobody knows: the file alone, so that no edit names a wrong line. */
export function placeWithoutLines(list: string): Place {
	return {
		file: `content/registry/${list}.yaml`,
		line: 1,
		end: 1,
		indent: null,
		lines: {},
		ends: {},
	};
}

import type { DeclaredTool } from '#model/checks.ts';
import { toVersion, type PinnedVersion } from './pinned-version.ts';

/** A tool under the name that a version manager has for it. */
export interface NamedVersion extends PinnedVersion {
	name: string;
}

/** Reads a .tool-versions: a tool and its versions on each line, of which the first is the default. */
export function parseToolVersions(text: string): NamedVersion[] {
	return text.split('\n').flatMap((row, index) => {
		const [name = '', first = ''] = row.replace(/#.*/s, '').trim().split(/\s+/);
		const version = toVersion(first);
		return version === undefined ? [] : [{ name, line: index + 1, version }];
	});
}

export function findNamedPins(
	versions: readonly NamedVersion[],
	{ pins }: DeclaredTool,
): PinnedVersion[] {
	return versions.flatMap(({ name, line, version }) =>
		pins.names.includes(name) ? [{ line, version }] : [],
	);
}

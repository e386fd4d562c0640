import type { WhyUnread } from '#model/project.ts';
import { isReadablePath } from './ci-config.ts';

/** A file of a project, or why its text is of no use. `null`: the project has no such file. */
export type FoundFile = { text: string } | { why: WhyUnread } | null;

/** By path. What is absent is not known. */
export type KnownFiles = ReadonlyMap<string, FoundFile>;

export const mainCiFile = '.gitlab-ci.yml';
/** CI files include others, and those others again. */
const includeLevels = 2;
/** More included files of one project than this are not read. */
const maxIncludes = 20;

/** The CI files of a project, as far as its files are known. */
export interface IncludeWalk {
	/** Those that count, whether they are known or not, and whether they are there or not. */
	files: readonly string[];
	/** Those of which one has to know more to go on. */
	missing: readonly string[];
	/** Why others, whose names are anybody's words, do not count. */
	leftOut: readonly WhyUnread[];
}

/**
 * Follows what the CI file of a project includes of the same project.
 *
 * @param includesOf The files that a CI file includes, as it names them.
 */
export function walkIncludes(
	known: KnownFiles,
	includesOf: (text: string) => readonly string[],
): IncludeWalk {
	const taken = new Set([mainCiFile]);
	const leftOut = new Set<WhyUnread>();
	let level: readonly string[] = [mainCiFile];
	for (let depth = 0; depth <= includeLevels; depth += 1) {
		const named = level.flatMap((file) => {
			const found = known.get(file);
			return found && 'text' in found ? includesOf(found.text) : [];
		});
		const fresh = [...new Set(named)].filter((file) => !taken.has(file));
		const readable = fresh.filter(isReadablePath);
		level = readable.slice(0, maxIncludes + 1 - taken.size);
		if (readable.length < fresh.length) leftOut.add('no plain path');
		if (level.length < readable.length) leftOut.add('too many');
		for (const file of level) taken.add(file);
	}
	// Those of the last level need to be known only to tell whether there is a file left out.
	if (level.some((file) => known.get(file))) leftOut.add('too deep');
	const all = [...taken];
	return {
		files: all.filter((file) => !level.includes(file)),
		missing: all.filter((file) => !known.has(file)),
		leftOut: [...leftOut],
	};
}

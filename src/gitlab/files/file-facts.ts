import { codeownersFiles, fileKinds, kindOf } from '#core/inventory/file-kinds.ts';
import {
	isReadForGroups,
	isReadForTool,
	type FileRules,
	type LookedFor,
} from '#core/inventory/file-rules.ts';
import { sortUnread } from '#core/inventory/unread-files.ts';
import type { ProjectFacts, UnreadFile } from '#model/project.ts';
import type { CiYaml } from './ci-yaml.ts';
import { findCodeowners } from './codeowners.ts';
import { findToolPins, type Guard } from './tool-pins.ts';

export type FileFacts = Pick<ProjectFacts, 'toolPins' | 'codeowners' | 'unreadFiles'>;

/** What was read of a project. */
export interface FilesRead {
	/** By path. */
	texts: ReadonlyMap<string, string>;
	/** Not sorted. */
	unread: readonly UnreadFile[];
	/** For CI files, which take long to understand: each has been understood before. */
	parseCi?: (text: string) => CiYaml | undefined;
	/** GitLab does not show the files to strangers. */
	isHidden: boolean;
}

export function toFileFacts(
	{ texts, unread, parseCi }: Omit<FilesRead, 'isHidden'>,
	{ tools, groups }: FileRules,
): FileFacts {
	const owners = codeownersFiles.find((file) => texts.has(file));
	const pinning = new Map([...texts].filter(([file]) => kindOf(file) !== 'CODEOWNERS'));
	const unreadFiles = [...unread];
	const guard: Guard = (file, read, otherwise) => {
		try {
			return read();
		} catch {
			unreadFiles.push({ file, why: 'unreadable' });
			return otherwise;
		}
	};
	const toolPins = findToolPins(pinning, tools, { parseCi, guard });
	const codeowners =
		owners === undefined
			? null
			: guard(owners, () => findCodeowners(owners, texts.get(owners) ?? '', groups), null);
	return { toolPins, codeowners, unreadFiles: sortUnread(unreadFiles) };
}

export const noFileFacts: FileFacts = { toolPins: [], codeowners: null, unreadFiles: [] };

/**
 * What was read when the registry looked for other things: all of it is to be read again, and what
 * is looked for by other rules now is not known meanwhile.
 */
export function forgetFiles<Facts extends FileFacts>(
	facts: Facts,
	{ tools, groups }: FileRules,
	lookedFor: LookedFor,
): Facts {
	const known = new Set(tools.filter((tool) => isReadForTool(lookedFor, tool)).map(({ id }) => id));
	const all = fileKinds.map((file) => ({ file, why: 'not got' as const }));
	return {
		...facts,
		toolPins: facts.toolPins.filter(({ tool }) => known.has(tool)),
		codeowners: isReadForGroups(lookedFor, groups) ? facts.codeowners : null,
		unreadFiles: sortUnread([...facts.unreadFiles, ...all]),
	};
}

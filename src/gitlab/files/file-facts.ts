import { codeownersFiles, fileKinds, kindOf, type FileKind } from '#core/inventory/file-kinds.ts';
import { isReadForTool, type FileRules, type LookedFor } from '#core/inventory/file-rules.ts';
import { compareText } from '#model/order.ts';
import { isReadLater, noteNeverRead } from '#core/inventory/unread-files.ts';
import type { ProjectFacts, ToolPin } from '#model/project.ts';
import type { CiYaml } from './ci-yaml.ts';
import { findCodeowners } from './codeowners.ts';
import { findToolPins, pinFiles, type Guard } from './tool-pins.ts';

/** What the files of a project tell. */
export type FileFacts = Pick<ProjectFacts, 'toolPins' | 'codeowners' | 'unreadFiles'>;

/** What was read of a project. */
export interface FilesRead {
	/** By path. */
	texts: ReadonlyMap<string, string>;
	/** Not sorted. */
	unread: readonly string[];
	/** For CI files, which take long to understand: each has been understood before. */
	parseCi?: (text: string) => CiYaml | undefined;
}

export function toFileFacts(
	{ texts, unread, parseCi }: FilesRead,
	{ tools, groups }: FileRules,
): FileFacts {
	const owners = codeownersFiles.find((file) => texts.has(file));
	const pinning = new Map([...texts].filter(([file]) => kindOf(file) !== 'CODEOWNERS'));
	const unreadFiles = new Set(unread);
	const guard: Guard = (file, read, otherwise) => {
		try {
			return read();
		} catch {
			unreadFiles.add(noteNeverRead('unreadable', file));
			return otherwise;
		}
	};
	const toolPins = findToolPins(pinning, tools, { parseCi, guard });
	const codeowners =
		owners === undefined
			? null
			: guard(owners, () => findCodeowners(owners, texts.get(owners) ?? '', groups), null);
	return { toolPins, codeowners, unreadFiles: [...unreadFiles].toSorted(compareText) };
}

export const noFileFacts: FileFacts = { toolPins: [], codeowners: null, unreadFiles: [] };

/**
 * What was read when the registry looked for other things: all of it is to be read again, and what
 * is looked for by other rules now is not known meanwhile.
 */
export function forgetFiles<Facts extends FileFacts>(
	facts: Facts,
	tools: FileRules['tools'],
	lookedFor: LookedFor,
): Facts {
	const known = new Set(tools.filter((tool) => isReadForTool(lookedFor, tool)).map(({ id }) => id));
	const unread = new Set([...facts.unreadFiles, ...fileKinds]);
	return {
		...facts,
		toolPins: facts.toolPins.filter(({ tool }) => known.has(tool)),
		unreadFiles: [...unread].toSorted(compareText),
	};
}

/** The kinds that an earlier pull has not read to the end, as far as any pull does. */
export function findUnreadKinds({ unreadFiles }: FileFacts): FileKind[] {
	const kinds = new Set(unreadFiles.filter(isReadLater).map(kindOf));
	return fileKinds.filter((kind) => kinds.has(kind));
}

/**
 * What is known of a project that has not changed since an earlier pull.
 *
 * @param wanted The kinds that were asked for now.
 */
export function mergeFileFacts(
	before: FileFacts,
	now: FileFacts,
	wanted: readonly FileKind[],
	tools: FileRules['tools'],
): FileFacts {
	// What begins with a file that could not be read again is not known better than before.
	const renewed = wanted.filter(
		(kind) => kind !== '.gitlab-ci.yml' || !now.unreadFiles.includes(kind),
	);
	const isRenewed = (file: string) => renewed.includes(kindOf(file));
	const keep = <Row>(
		earlier: readonly Row[],
		later: readonly Row[],
		fileOf: (row: Row) => string,
	) => [
		...earlier.filter((row) => !isRenewed(fileOf(row))),
		...later.filter((row) => isRenewed(fileOf(row))),
	];
	const toolIds = tools.map(({ id }) => id);
	return {
		toolPins: keep(before.toolPins, now.toolPins, ({ file }) => file).toSorted(
			(a, b) => toolIds.indexOf(a.tool) - toolIds.indexOf(b.tool) || comparePlaces(a, b),
		),
		codeowners: renewed.includes('CODEOWNERS') ? now.codeowners : before.codeowners,
		unreadFiles: keep(before.unreadFiles, now.unreadFiles, (file) => file).toSorted(compareText),
	};
}

/** As `findToolPins` orders the pins of a tool. */
function comparePlaces(a: ToolPin, b: ToolPin): number {
	return rankOf(a.file) - rankOf(b.file) || compareText(a.file, b.file) || a.line - b.line;
}

function rankOf(file: string): number {
	return pinFiles.includes(file) ? pinFiles.indexOf(file) : pinFiles.length;
}

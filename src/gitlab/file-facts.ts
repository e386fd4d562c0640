import type { FileRules } from '#core/file-rules.ts';
import { compareText } from '#core/order.ts';
import type { ProjectFacts, ToolPin } from '#model/project.ts';
import { isReadablePath } from './ci-config.ts';
import { codeownersFiles, findCodeowners } from './codeowners.ts';
import { findToolPins, pinFiles } from './tool-pins.ts';

/** What the files of a project tell. */
export type FileFacts = Pick<ProjectFacts, 'toolPins' | 'codeowners' | 'unreadFiles'>;

/**
 * What is read of a project's files, in the order of importance: when not all can be read in one
 * pull, the first of each project are. `.gitlab-ci.yml` stands for the files that it includes too,
 * since they are understood together.
 */
export const fileKinds = [
	'go.mod',
	'CODEOWNERS',
	'.gitlab-ci.yml',
	'mise.toml',
	'.tool-versions',
] as const;
export type FileKind = (typeof fileKinds)[number];

/** Where a kind's file may be: the first that the project has counts. */
export function placesOf(kind: FileKind): readonly string[] {
	return kind === 'CODEOWNERS' ? codeownersFiles : [kind];
}

/** What was read of a project. */
export interface FilesRead {
	/** By path. */
	texts: ReadonlyMap<string, string>;
	/** Not sorted. */
	unread: readonly string[];
}

export function toFileFacts({ texts, unread }: FilesRead, { tools, groups }: FileRules): FileFacts {
	const owners = codeownersFiles.find((file) => texts.has(file));
	const pinning = new Map([...texts].filter(([file]) => kindOf(file) !== 'CODEOWNERS'));
	return {
		toolPins: findToolPins(pinning, tools),
		codeowners:
			owners === undefined ? null : findCodeowners(owners, texts.get(owners) ?? '', groups),
		unreadFiles: [...unread].toSorted(compareText),
	};
}

export const noFileFacts: FileFacts = { toolPins: [], codeowners: null, unreadFiles: [] };

/** What was read when the registry looked for other things: all of it is to be read again. */
export function forgetFiles<Facts extends FileFacts>(facts: Facts): Facts {
	const unread = new Set([...facts.unreadFiles, ...fileKinds]);
	return { ...facts, unreadFiles: [...unread].toSorted(compareText) };
}

/** The kinds that an earlier pull has not read to the end. A path with a variable nobody can read. */
export function findUnreadKinds({ unreadFiles }: FileFacts): FileKind[] {
	const kinds = new Set(
		unreadFiles.filter((file) => isPlace(file) || isReadablePath(file)).map(kindOf),
	);
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

function kindOf(file: string): FileKind {
	return fileKinds.find((kind) => placesOf(kind).includes(file)) ?? '.gitlab-ci.yml';
}

function isPlace(file: string): boolean {
	return fileKinds.some((kind) => placesOf(kind).includes(file));
}

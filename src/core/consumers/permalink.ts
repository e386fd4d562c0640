import { withoutSlash } from '#core/base/paths.ts';
import { inPath } from '#core/inventory/source.ts';
import type { SourceReading } from '#model/evidence.ts';
import type { WebUrl } from '#model/identifiers.ts';
import type { Project } from '#model/project.ts';
import type { DeclaredConsumer } from '#model/declared.ts';

/** A place in a file. Without a line: the file as a whole. */
interface Place {
	file: string;
	line?: number;
}

/** Where a consumer's project is: as GitLab says, or else where the registry says. */
export function projectUrlOf(
	{ path }: Pick<DeclaredConsumer, 'path'>,
	project: Project | undefined,
	instance: WebUrl,
): string {
	const { webUrl, path: current = path } = project?.facts ?? {};
	return withoutSlash(webUrl ?? `${withoutSlash(instance)}/${current}`);
}

/** Address of a place at the commit that was read: it shows the same line for ever. */
export function permalinkTo(
	projectUrl: string,
	{ commit }: Pick<SourceReading, 'commit'>,
	{ file, line }: Place,
): string {
	const at = line === undefined ? '' : `#L${String(line)}`;
	return `${projectUrl}/-/blob/${commit}/${inPath(file)}${at}`;
}

/** The page of a commit. */
export function commitUrlOf(projectUrl: string, { commit }: Pick<SourceReading, 'commit'>): string {
	return `${projectUrl}/-/commit/${commit}`;
}

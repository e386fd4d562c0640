import { fileKinds, placesOf } from '#core/inventory/file-kinds.ts';
import type { WhyUnread } from '#model/project.ts';
import type { OnAttempt } from '#gitlab/transport/call.ts';
import type { AnonymousClient } from '#gitlab/transport/client.ts';
import {
	GitLabError,
	isEmptyRepository,
	isMissing,
	isNotVisible,
} from '#gitlab/transport/errors.ts';
import type { Requester } from '#gitlab/transport/requester.ts';
import { archiveLimits, readArchive, type LeftOut } from './archive.ts';
import { ArchiveError } from './archive-error.ts';
import { toFoundFile, type FileReading } from './file-reading.ts';
import type { FoundFile, KnownFiles } from './include-walk.ts';

export interface ArchivedFilesSource {
	client: Pick<AnonymousClient, 'branches'>;
	requester: Pick<Requester, 'archive'>;
	onAttempt: OnAttempt;
}

/**
 * Reads all files of a project that may count from its archive: one request, and one more when
 * GitLab has none, to know whether that is because the repository is empty.
 *
 * @throws {GitLabError} when GitLab is given up.
 */
export async function readArchivedFiles(
	reading: FileReading,
	source: ArchivedFilesSource,
): Promise<void> {
	try {
		reading.known = await pullArchivedFiles(reading, source);
		reading.otherwise = keepsFilesOut(reading.known) ? 'not archived' : undefined;
	} catch (error) {
		if (isMissing(error) && (await isEmpty(reading, source))) reading.otherwise = undefined;
		else if (isNotVisible(error) && !isMissing(error)) reading.isHidden = true;
		else reading.otherwise = whyUnread(error);
	}
}

const attributes = '.gitattributes';
const places: readonly string[] = [attributes, ...fileKinds.flatMap(placesOf)];

/** What the archive does not have may be there then. Which files they are is not worked out. */
function keepsFilesOut(known: KnownFiles): boolean {
	const found = known.get(attributes);
	return !!found && !('text' in found && !/\bexport-ignore\b/.test(found.text));
}

async function pullArchivedFiles(
	{ question: { id, branch } }: FileReading,
	{ requester, onAttempt }: ArchivedFilesSource,
): Promise<KnownFiles> {
	const endpoint = `projects/${String(id)}/repository/archive.tar.gz`;
	const bytes = requester.archive(endpoint, { sha: branch }, onAttempt);
	const leftOut: LeftOut = { tooLarge: [], refused: [] };
	// Which YAML files are included is known when all have come.
	const wants = (path: string) => places.includes(path) || /\.ya?ml$/.test(path);
	const known = new Map<string, FoundFile>();
	for await (const file of readArchive(bytes, { wants, limits: archiveLimits, leftOut })) {
		known.set(file.path, toFoundFile(file.text));
	}
	for (const path of leftOut.tooLarge) known.set(path, { why: 'too large' });
	return known;
}

async function isEmpty(
	{ question: { id, branch } }: FileReading,
	{ client }: ArchivedFilesSource,
): Promise<boolean> {
	return client.branches.show(id, branch).then(() => false, isEmptyRepository);
}

/** @throws what says that nothing can be got any more, and what is no failure of GitLab. */
function whyUnread(error: unknown): WhyUnread {
	if (error instanceof ArchiveError) return error.isTooLarge ? 'archive too large' : 'not got';
	if (!(error instanceof GitLabError) || error.kind === 'gave-up') throw error;
	if (error.kind === 'too-large') return 'archive too large';
	const isRefused = error.status !== null && error.status >= 400 && error.status < 500;
	return isRefused && !isMissing(error) ? 'archive refused' : 'not got';
}

import { startScan } from '#core/source/source-scan.ts';
import type { Api } from '#model/api.ts';
import type { CommitSha, SourceReading } from '#model/evidence.ts';
import { archiveLimits, readArchive, type ArchiveLimits, type LeftOut } from './archive.ts';
import { inMebibytes } from './archive-error.ts';
import type { OnAttempt } from './call.ts';
import { countOf, listPaths } from './count-words.ts';
import type { Requester } from './requester.ts';

/** What is read of a project's source, however it comes. */
export type ScannedSource = Pick<
	SourceReading,
	'way' | 'partial' | 'files' | 'skipped' | 'clients' | 'uses'
>;

export interface ArchiveSource {
	requester: Pick<Requester, 'archive'>;
	onAttempt: OnAttempt;
	api: Api;
	limits?: ArchiveLimits | undefined;
}

/**
 * Reads a project's source at one commit from its archive, which is one request.
 *
 * @throws {GitLabError} {ArchiveError}
 */
export async function scanArchive(
	{ id, commit }: { id: number; commit: CommitSha },
	{ requester, onAttempt, api, limits = archiveLimits }: ArchiveSource,
): Promise<ScannedSource> {
	const scan = startScan(api);
	const leftOut: LeftOut = { tooLarge: [], refused: [] };
	const endpoint = `projects/${String(id)}/repository/archive.tar.gz`;
	const bytes = requester.archive(endpoint, { sha: commit }, onAttempt);
	const wants = (path: string) => scan.wants(path);
	for await (const { path, text } of readArchive(bytes, { wants, limits, leftOut })) {
		scan.add(path, text);
	}
	return { way: 'archive', partial: describeLeftOut(leftOut, limits), ...scan.finish() };
}

function describeLeftOut(
	{ tooLarge, refused }: LeftOut,
	{ maxFileBytes }: ArchiveLimits,
): string | null {
	const sentences = [];
	if (tooLarge.length > 0) {
		const are = tooLarge.length === 1 ? 'is' : 'are';
		sentences.push(
			`${countOf(tooLarge.length, 'file')} ${are} larger than ${inMebibytes(maxFileBytes)} and not read: ${listPaths(tooLarge)}.`,
		);
	}
	if (refused.length > 0) {
		const lead = refused.length === 1 ? 'leads' : 'lead';
		sentences.push(
			`${countOf(refused.length, 'file')} of the archive ${lead} out of the project and ${refused.length === 1 ? 'was' : 'were'} not read: ${listPaths(refused)}.`,
		);
	}
	return sentences.length > 0 ? sentences.join(' ') : null;
}

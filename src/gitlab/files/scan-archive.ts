import type { Api } from '#model/api.ts';
import type { CommitSha, SourceReading } from '#model/evidence.ts';
import { archiveLimits, type ArchiveLimits, type LeftOut } from './archive.ts';
import { inMebibytes } from './archive-error.ts';
import type { OnAttempt } from '#gitlab/transport/call.ts';
import { listPaths } from '#gitlab/transport/list-paths.ts';
import { isUnsearched } from '#core/consumers/source/unsearched.ts';
import type { Doubts, FoundSource } from '#core/consumers/source/source-scan.ts';
import { formatCount } from '#core/words/formats.ts';
import type { Requester } from '#gitlab/transport/requester.ts';
import { scanInThread, scanLimits } from './scan-thread.ts';

/** What is read of a project's source, however it comes. */
export type ScannedSource = FoundSource & Pick<SourceReading, 'way' | 'partial'>;

export interface ArchiveSource {
	requester: Pick<Requester, 'archive'>;
	onAttempt: OnAttempt;
	api: Api;
	limits?: ArchiveLimits | undefined;
	/** How long the next search of a project's source may take. */
	timeLimitMs?: (() => number) | undefined;
}

/**
 * Reads a project's source at one commit from its archive, which is one request.
 *
 * @throws {GitLabError} {ArchiveError} {ScanError}
 */
export async function scanArchive(
	{ id, commit }: { id: number; commit: CommitSha },
	{ requester, onAttempt, api, limits = archiveLimits, timeLimitMs }: ArchiveSource,
): Promise<ScannedSource> {
	const endpoint = `projects/${String(id)}/repository/archive.tar.gz`;
	const bytes = await readWhole(requester.archive(endpoint, { sha: commit }, onAttempt));
	const { found, doubts, leftOut } = await scanInThread({
		api,
		timeMs: timeLimitMs?.() ?? scanLimits.timeMs,
		source: { kind: 'archive', bytes, limits },
	});
	return { way: 'archive', partial: describePartial(doubts, leftOut, limits), ...found };
}

/** All of it, in memory of its own: chunks may share theirs, and it is handed on to a thread. */
async function readWhole(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
	const all = await Array.fromAsync(chunks);
	const bytes = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const chunk of all) {
		bytes.set(chunk, at);
		at += chunk.length;
	}
	return bytes;
}

function describePartial(
	{ unsearched, generated, unfollowed }: Doubts,
	{ tooLarge, refused }: LeftOut,
	{ maxFileBytes }: ArchiveLimits,
): string | null {
	const sentences = [];
	if (unsearched.length > 0) {
		const names = unsearched.length === 1 ? 'names' : 'name';
		sentences.push(
			`${formatCount(unsearched.length, 'file')} in languages that we don't search ${names} the API, and may call it: ${listPaths(unsearched)}.`,
		);
	}
	if (generated.length > 0) {
		const names = generated.length === 1 ? 'names' : 'name';
		sentences.push(
			`${formatCount(generated.length, 'generated file')} ${names} the API, and may call it: ${listPaths(generated)}.`,
		);
	}
	if (unfollowed.length > 0) {
		const names = unfollowed.length === 1 ? 'names' : 'name';
		sentences.push(
			`${formatCount(unfollowed.length, 'place')} ${names} the API in a way that we can't follow: ${listPaths(unfollowed)}.`,
		);
	}
	const unread = tooLarge.filter((path) => !isUnsearched(path));
	if (unread.length > 0) {
		const are = unread.length === 1 ? 'is' : 'are';
		sentences.push(
			`${formatCount(unread.length, 'file')} ${are} larger than ${inMebibytes(maxFileBytes)} and not read: ${listPaths(unread)}.`,
		);
	}
	if (refused.length > 0) {
		const lead = refused.length === 1 ? 'leads' : 'lead';
		sentences.push(
			`${formatCount(refused.length, 'file')} of the archive ${lead} out of the project and ${refused.length === 1 ? 'was' : 'were'} not read: ${listPaths(refused)}.`,
		);
	}
	return sentences.length > 0 ? sentences.join(' ') : null;
}

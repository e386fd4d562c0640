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
	const chunks = await Array.fromAsync(requester.archive(endpoint, { sha: commit }, onAttempt));
	// In memory of its own: chunks may share theirs, and it is handed on to a thread.
	const bytes = new Uint8Array(Buffer.concat(chunks));
	const { found, doubts, leftOut } = await scanInThread({
		api,
		timeMs: timeLimitMs?.() ?? scanLimits.timeMs,
		source: { kind: 'archive', bytes, limits },
	});
	return { way: 'archive', partial: describePartial(doubts, leftOut, limits), ...found };
}

function describePartial(
	{ unsearched, generated, unfollowed }: Doubts,
	{ tooLarge, refused }: LeftOut,
	{ maxFileBytes }: ArchiveLimits,
): string | null {
	const unread = tooLarge.filter((path) => !isUnsearched(path));
	const names = (isOne: boolean) => `${isOne ? 'names' : 'name'} the API`;
	const sentences = [
		say(
			unsearched,
			'file',
			(is) => `in languages that we don't search ${names(is)}, and may call it`,
		),
		say(generated, 'generated or minified file', (is) => `${names(is)}, and may call it`),
		say(unfollowed, 'place', (is) => `${names(is)} in a way that we can't follow`),
		say(unread, 'file', (is) => {
			return `${is ? 'is' : 'are'} larger than ${inMebibytes(maxFileBytes)} and not read`;
		}),
		say(refused, 'file', (is) => {
			return `of the archive ${is ? 'leads' : 'lead'} out of the project and ${is ? 'was' : 'were'} not read`;
		}),
	].flat();
	return sentences.length > 0 ? sentences.join(' ') : null;
}

/** Nothing about no files. */
function say(paths: readonly string[], noun: string, what: (isOne: boolean) => string): string[] {
	if (paths.length === 0) return [];
	return [`${formatCount(paths.length, noun)} ${what(paths.length === 1)}: ${listPaths(paths)}.`];
}

import { fingerprintSearch } from '#core/consumers/source/search.ts';
import type { Api } from '#model/api.ts';
import { SourceReading, type ConsumerEvidence } from '#model/evidence.ts';
import type { IsoInstant, ProjectPath } from '#model/identifiers.ts';
import { InvalidDataError } from '#model/parse.ts';
import { ArchiveError, ScanError } from '#gitlab/files/archive-error.ts';
import type { AnonymousClient } from '#gitlab/transport/client.ts';
import { isAnswered, type CurrentProjects } from './current-projects.ts';
import {
	describeUnexpected,
	forRows,
	GitLabError,
	isEmptyRepository,
} from '#gitlab/transport/errors.ts';
import { pullHead, type Head } from './pull-head.ts';
import { scanArchive, type ArchiveSource, type ScannedSource } from '#gitlab/files/scan-archive.ts';
import { scanFiles, type FilesSource } from '#gitlab/files/scan-files.ts';

export interface EvidenceQuestion extends ArchiveSource, FilesSource {
	client: Pick<AnonymousClient, 'branches' | 'repositories' | 'files'>;
	now: IsoInstant;
	/** What is known of a consumer since an earlier pull. */
	known: (path: ProjectPath) => ConsumerEvidence | undefined;
	/** False: what is known of a consumer that has not changed since the last pull may be older than that. */
	isUpToDate: boolean;
}

/** What is known of a consumer's source, and what may be tried yet. */
export interface EvidenceDraft {
	row: ConsumerEvidence;
	/** Reads the likely files one by one, for want of an archive, with so many requests at most. */
	readFiles?: (left: number) => Promise<ConsumerEvidence>;
}

/**
 * Reads a consumer's source at the newest commit of its default branch, unless that was read before.
 * What cannot be read leaves the last good reading as it is, with the reason, and so does a project of
 * which GitLab fails to answer; what strangers do not see leaves none.
 *
 * @throws {GitLabError} when nothing can be got any more.
 */
export async function draftEvidence(
	path: ProjectPath,
	current: ReturnType<CurrentProjects['get']>,
	question: EvidenceQuestion,
): Promise<EvidenceDraft> {
	const unread = (trouble: string) => ({ row: { path, reading: null, trouble } });
	if (!current)
		return unread("You need to sign in to see it on GitLab, or there's no such project.");
	const known = question.known(path);
	const before = known?.reading ?? null;
	if (!isAnswered(current)) return { row: { path, reading: before, trouble: current.failure.why } };
	const { basic, unchanged } = current;
	if (basic.hidesCode) return unread('You need to sign in to see its source on GitLab.');
	if (basic.defaultBranch === null) return unread(isEmpty);
	const isWhole = before !== null && isReadFor(before, question.api);
	if (unchanged && question.isUpToDate && isWhole && known?.trouble === null) return { row: known };
	const place = { id: basic.id, path: basic.path, branch: basic.defaultBranch };
	try {
		const head = await pullHead(question.client, place);
		if (isWhole && before.commit === head.commit) {
			return { row: { path, reading: { ...before, branch: place.branch }, trouble: null } };
		}
		return await readAt(head, place, { path, before, question });
	} catch (error) {
		if (isEmptyRepository(error)) return unread(isEmpty);
		return { row: { path, reading: before, trouble: describeTrouble(error) } };
	}
}

const isEmpty = 'Its repository is empty.';

/** Whether all was read, and for what is looked for now. */
function isReadFor({ way, lookedFor }: SourceReading, api: Api): boolean {
	return way === 'archive' && lookedFor === fingerprintSearch(api);
}

interface Place {
	id: number;
	path: ProjectPath;
	branch: string;
}

async function readAt(
	head: Head,
	{ id, branch }: Place,
	asked: { path: ProjectPath; before: SourceReading | null; question: EvidenceQuestion },
): Promise<EvidenceDraft> {
	const { path, before, question } = asked;
	const lookedFor = fingerprintSearch(question.api);
	const isCurrent = before?.lookedFor === lookedFor;
	// Parsed for its order, in which the snapshot has it when it is read again.
	const toReading = (scanned: ScannedSource) =>
		SourceReading.parse({ ...head, branch, readAt: question.now, lookedFor, ...scanned });
	try {
		const scanned = await scanArchive({ id, commit: head.commit }, question);
		return { row: { path, reading: toReading(scanned), trouble: null } };
	} catch (error) {
		const commit = head.commit.slice(0, 8);
		const trouble =
			error instanceof ScanError
				? `The source at commit ${commit} ${error.message}`
				: `We couldn't read the archive of commit ${commit}. ${describeTrouble(error)}`;
		const row = { path, reading: before, trouble };
		// Neither is better than what is known: older, but whole, or just what would be read again.
		if (before?.way === 'archive' || (isCurrent && before.commit === head.commit)) return { row };
		const both = `${trouble} Nor could its files be read one by one.`;
		const readFiles = async (left: number): Promise<ConsumerEvidence> => {
			try {
				const scanned = await scanFiles({ id, path, commit: head.commit }, question, left);
				return scanned ? { path, reading: toReading(scanned), trouble } : { ...row, trouble: both };
			} catch (cause) {
				return { ...row, trouble: `${both} ${describeTrouble(cause)}` };
			}
		};
		return { row, readFiles };
	}
}

/** @throws what says that nothing can be got any more. */
function describeTrouble(error: unknown): string {
	if (error instanceof ArchiveError) return error.message;
	if (error instanceof ScanError) return `They ${error.message}`;
	if (error instanceof InvalidDataError) return forRows(error);
	if (!(error instanceof GitLabError)) return describeUnexpected('Reading its source', error);
	if (error.kind === 'gave-up' || error.kind === 'deadline') throw error;
	return forRows(error);
}

import { z } from 'zod';
import { parseOrExplain } from '#model/parse.ts';
import type { AnonymousClient } from '#gitlab/transport/client.ts';
import { GitLabError, isMissing, isNotVisible } from '#gitlab/transport/errors.ts';
import type { FileReading } from './file-reading.ts';
import { RawTree } from '#gitlab/parse/raw.ts';

/** A folder takes as many requests at most. What is in it beyond them is not known. */
export const maxTreePages = 3;
const rowsPerPage = 100;
const hint = 'Compare it with the Repositories API and adjust src/gitlab/parse/raw.ts.';

/** Asks what is in folders of projects. The root is ''. */
export async function pullFolders(
	folders: readonly { reading: FileReading; folder: string }[],
	client: AnonymousClient,
): Promise<void> {
	await Promise.all(
		folders.map(async ({ reading, folder }) => {
			const { id, path, branch } = reading.question;
			const answer: unknown = await client.repositories
				.allRepositoryTrees(id, {
					ref: branch,
					perPage: rowsPerPage,
					maxPages: maxTreePages,
					...(folder === '' ? {} : { path: folder }),
				})
				.catch((error: unknown) => {
					if (isNoTree(error) && !reading.known.isListed(folder)) return [];
					noteFailure(error, reading);
					return undefined;
				});
			if (answer === undefined) {
				reading.brokenFolders.add(folder);
				return;
			}
			const source = `GitLab's answer to the files of ${path}`;
			const entries = parseOrExplain(RawTree, answer, { source, hint });
			const isWhole = !Array.isArray(answer) || answer.length < maxTreePages * rowsPerPage;
			if (!isWhole) reading.brokenFolders.add(folder);
			reading.known.addFolder(folder, entries, isWhole);
		}),
	);
}

/** Reads files that are there. */
export async function pullTexts(
	files: readonly { reading: FileReading; file: string }[],
	client: AnonymousClient,
): Promise<void> {
	await Promise.all(
		files.map(async ({ reading, file }) => {
			const { id, path, branch } = reading.question;
			const answer: unknown = await client.files
				.showRaw(id, file, branch)
				.catch((error: unknown) => {
					noteFailure(error, reading);
					if (error instanceof GitLabError && error.kind === 'too-large') {
						reading.leaveTooLarge(file);
					} else reading.leaveUnread([file]);
					return undefined;
				});
			if (answer === undefined) return;
			const source = `GitLab's answer to the file ${file} of ${path}`;
			reading.accept(file, parseOrExplain(z.string(), answer, { source, hint }));
		}),
	);
}

/**
 * What GitLab answers for a folder that is not there, and for an empty repository, whose default
 * branch is the one that is to come. Any other 404 may be about what strangers do not see.
 */
function isNoTree(error: unknown): boolean {
	return (
		isMissing(error) &&
		error instanceof GitLabError &&
		/^404 (tree|invalid revision or path) not found$/i.test(error.reason)
	);
}

/**
 * One file that cannot be got is unread, and no reason to know nothing of the others.
 *
 * @throws what says that nothing can be got any more.
 */
function noteFailure(error: unknown, reading: FileReading): void {
	if (!(error instanceof GitLabError)) throw error;
	if (error.kind === 'gave-up' || error.kind === 'deadline') throw error;
	// A 404 may be a moment's: what is listed is not gone for good.
	if (isNotVisible(error) && !isMissing(error)) reading.isHidden = true;
}

import { z } from 'zod';
import { parseOrExplain } from '#model/parse.ts';
import type { AnonymousClient } from './client.ts';
import { isMissing, isNotVisible } from './errors.ts';
import type { FileReading } from './file-reading.ts';
import { RawTree } from './raw.ts';

const hint = 'Compare it with the Repositories API and adjust src/gitlab/raw.ts.';

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
					perPage: 100,
					...(folder === '' ? {} : { path: folder }),
				})
				.catch((error: unknown) => {
					// An empty repository can have a default branch, the one that is to come.
					if (isMissing(error)) return [];
					if (isNotVisible(error)) return undefined;
					throw error;
				});
			if (answer === undefined) {
				reading.isHidden = true;
				return;
			}
			const source = `GitLab's answer to the files of ${path}`;
			reading.known.addFolder(folder, parseOrExplain(RawTree, answer, { source, hint }));
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
					if (!isNotVisible(error)) throw error;
					// It has just gone, or strangers may not read it.
					return isMissing(error) ? undefined : null;
				});
			if (answer === undefined) return;
			if (answer === null) {
				reading.isHidden = true;
				reading.leaveUnread([file]);
				return;
			}
			const source = `GitLab's answer to the file ${file} of ${path}`;
			reading.texts.set(file, parseOrExplain(z.string(), answer, { source, hint }));
		}),
	);
}

import pLimit from 'p-limit';
import { fileKinds, placesOf } from '#core/inventory/file-kinds.ts';
import { compareText } from '#model/order.ts';
import { readArchivedFiles, type ArchivedFilesSource } from './archived-files.ts';
import type { FilesRead } from './file-facts.ts';
import { FileReading, toFoundFile, type FileQuestion } from './file-reading.ts';
import type { Graphql } from './graphql.ts';
import { pullOwnBlobs, type Blobs } from './graphql-files.ts';

/** How files are asked for. */
export interface FileSource extends ArchivedFilesSource {
	graphql: Graphql;
	/** Requests that may still be made. It is asked when none is under way. */
	left: () => number;
}

/** At a time: each takes a slot of the requester until it is read. */
const archivesAtOnce = 2;
const places = fileKinds.flatMap(placesOf);

/**
 * Reads files of projects: by GraphQL as far as that answers, and else from one archive for each
 * project, as many as may be asked for, in the order of their paths.
 *
 * What is read does not depend on how fast anything was answered.
 *
 * @throws {GitLabError} when GitLab is given up.
 */
export async function pullFiles(
	questions: readonly FileQuestion[],
	source: FileSource,
): Promise<FilesRead[]> {
	const readings = questions.map((question) => new FileReading(question));
	const ordered = readings.toSorted((a, b) => compareText(a.question.path, b.question.path));
	const open = await askGraphql(ordered, source);
	const slots = pLimit(archivesAtOnce);
	const archived = new Set(open.slice(0, source.left()));
	return Promise.all(
		readings.map((reading) =>
			slots(async () => {
				if (archived.has(reading)) await readArchivedFiles(reading, source);
				return reading.finish();
			}),
		),
	);
}

/** @returns Those of which it does not tell all. */
async function askGraphql(
	readings: readonly FileReading[],
	{ graphql, onAttempt }: FileSource,
): Promise<FileReading[]> {
	const untold = new Set<FileReading>();
	const take = (reading: FileReading, files: readonly string[], blobs: Blobs) => {
		if (blobs === undefined) {
			untold.add(reading);
			return;
		}
		const told = files.map((file) => {
			const text = blobs.get(file);
			return [file, text === undefined ? null : toFoundFile(text)] as const;
		});
		reading.known = new Map([...reading.known, ...told]);
	};
	for (const reading of readings) take(reading, places, reading.question.blobs);
	for (;;) {
		const asking = readings
			.filter((reading) => !untold.has(reading) && reading.missing.length > 0)
			.map((reading) => ({ reading, files: reading.missing }));
		if (asking.length === 0) return readings.filter((reading) => untold.has(reading));
		const own = asking.map(({ reading: { question }, files }) => ({ ...question, files }));
		const blobs = await pullOwnBlobs(graphql, own, onAttempt);
		asking.forEach(({ reading, files }, index) => {
			take(reading, files, blobs[index]);
		});
	}
}

import { compareText } from '#core/order.ts';
import type { OnAttempt } from './call.ts';
import type { AnonymousClient } from './client.ts';
import { fileKinds, placesOf } from './file-facts.ts';
import { FileReading, type FileQuestion } from './file-reading.ts';
import { readWishes, type Wish } from './file-wishes.ts';
import type { Graphql } from './graphql.ts';
import { pullOwnBlobs, pullSameBlobs, type BlobQuestion, type Blobs } from './graphql-files.ts';
import { pullFolders } from './rest-files.ts';

/** How files are asked for. */
export interface FileSource {
	client: AnonymousClient;
	graphql: Graphql;
	onQuery: OnAttempt;
	/** Requests that may still be made. It is asked when none is under way. */
	left: () => number;
}

/** CI files include others, and those others again. */
const includeLevels = 2;
const allPlaces = fileKinds.flatMap(placesOf);

/**
 * Reads files of projects, in the order of the questions: by GraphQL as far as that answers, and
 * else those that the project's trees show, as many as may be asked for.
 *
 * What is read does not depend on how fast anything was answered.
 */
export async function pullFiles(
	questions: readonly FileQuestion[],
	source: FileSource,
): Promise<FileReading[]> {
	const readings = questions.map((question) => new FileReading(question));
	const ordered = readings.toSorted((a, b) => compareText(a.question.path, b.question.path));
	await askForPlaces(ordered, source);
	const others = ordered.filter(({ asksGraphql }) => !asksGraphql);
	await pullFolders(
		others.map((reading) => ({ reading, folder: '' })),
		source.client,
	);
	for (const kind of fileKinds) {
		const wishing = ordered.filter(({ question }) => question.kinds.includes(kind));
		const wishes = wishing.map((reading) => ({ reading, places: placesOf(kind) }));
		await readWishes(wishes, source);
	}
	for (let level = 0; level < includeLevels; level += 1) {
		const included = ordered.map((reading) => ({ reading, files: reading.takeIncludes() }));
		await askForIncluded(included, source);
		await readWishes(included.flatMap(toWishes), source);
	}
	for (const reading of readings) reading.closeIncludes();
	return readings;
}

interface Included {
	reading: FileReading;
	files: readonly string[];
}

function toWishes({ reading, files }: Included): Wish[] {
	return files.map((file) => ({ reading, places: [file] }));
}

async function askForPlaces(
	readings: readonly FileReading[],
	{ graphql, onQuery }: FileSource,
): Promise<void> {
	const questions = readings.map(({ question }) => toBlobQuestion(question, allPlaces));
	const answers = await pullSameBlobs(graphql, questions, allPlaces, onQuery);
	readings.forEach((reading, index) => {
		take(reading, allPlaces, answers[index]);
	});
}

async function askForIncluded(
	included: readonly Included[],
	{ graphql, onQuery }: FileSource,
): Promise<void> {
	const asking = included.filter(({ reading, files }) => reading.asksGraphql && files.length > 0);
	const questions = asking.map(({ reading, files }) => toBlobQuestion(reading.question, files));
	const answers = await pullOwnBlobs(graphql, questions, onQuery);
	asking.forEach(({ reading, files }, index) => {
		take(reading, files, answers[index]);
	});
}

function toBlobQuestion({ path, branch }: FileQuestion, files: readonly string[]): BlobQuestion {
	return { path, branch, files };
}

/** What GraphQL told, or that it told nothing. */
function take(reading: FileReading, files: readonly string[], blobs: Blobs): void {
	if (blobs === undefined) {
		reading.asksGraphql = false;
		return;
	}
	for (const file of files) {
		const text = blobs.get(file);
		reading.known.tell(file, text !== undefined);
		if (typeof text === 'string') reading.given.set(file, text);
	}
}

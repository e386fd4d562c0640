import { fileKinds, placesOf, type FileKind } from '#core/inventory/file-kinds.ts';
import { compareText } from '#model/order.ts';
import type { OnAttempt } from '#gitlab/transport/call.ts';
import { readCi } from './ci-reading.ts';
import type { AnonymousClient } from '#gitlab/transport/client.ts';
import { FileReading, type FileQuestion } from './file-reading.ts';
import { readWishes } from './file-wishes.ts';
import type { Graphql } from './graphql.ts';
import { pullOwnBlobs, pullSameBlobs, type BlobQuestion, type Blobs } from './graphql-files.ts';
import { IncludeWalk, includeLevels } from './include-walk.ts';

/** How files are asked for. */
export interface FileSource {
	client: AnonymousClient;
	graphql: Graphql;
	onQuery: OnAttempt;
	/** Requests that may still be made. It is asked when none is under way. */
	left: () => number;
}

const allPlaces = fileKinds.flatMap(placesOf);
/** They are read of all projects before anything else is. */
const firstKinds: readonly FileKind[] = ['go.mod', 'CODEOWNERS'];

/**
 * Reads files of projects: by GraphQL as far as that answers, and else those that the project's
 * trees show, as many as may be asked for. CI files are read project by project, each to the end, so
 * that every pull gets further than the one before it.
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
	await askForIncludes(ordered, source);
	for (const kind of firstKinds) {
		const wishing = ordered.filter(({ question }) => question.kinds.includes(kind));
		const wishes = wishing.map((reading) => ({ reading, places: placesOf(kind) }));
		await readWishes(wishes, source);
	}
	for (const reading of ordered) await readOthers(reading, source);
	return readings;
}

async function readOthers(reading: FileReading, source: FileSource): Promise<void> {
	const { kinds } = reading.question;
	if (kinds.includes('.gitlab-ci.yml')) await readCi(reading, source);
	const others = kinds.filter((kind) => kind !== '.gitlab-ci.yml' && !firstKinds.includes(kind));
	await readWishes(
		others.map((kind) => ({ reading, places: placesOf(kind) })),
		source,
	);
}

interface Included {
	reading: FileReading;
	files: readonly string[];
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

/** Those of the last level are asked for to know whether they are there. */
async function askForIncludes(readings: readonly FileReading[], source: FileSource): Promise<void> {
	const walks = readings
		.filter(({ question }) => question.kinds.includes('.gitlab-ci.yml'))
		.map((reading) => ({
			reading,
			walk: new IncludeWalk(reading, (file) => reading.given.get(file)),
		}));
	for (let level = 0; level <= includeLevels; level += 1) {
		await askForIncluded(
			walks.map(({ reading, walk }) => ({ reading, files: walk.take().files })),
			source,
		);
	}
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

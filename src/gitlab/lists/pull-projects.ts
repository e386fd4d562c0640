import { fileKinds, type FileKind } from '#core/inventory/file-kinds.ts';
import type { FileRules } from '#core/inventory/file-rules.ts';
import type { IsoInstant, ProjectPath } from '#model/identifiers.ts';
import type { Project, ProjectFacts, ProjectPart } from '#model/project.ts';
import type { AnonymousClient } from '#gitlab/transport/client.ts';
import type { CurrentProject, CurrentProjects } from './current-projects.ts';
import {
	findUnreadKinds,
	mergeFileFacts,
	noFileFacts,
	toFileFacts,
	type FileFacts,
} from '#gitlab/files/file-facts.ts';
import type { FileQuestion, FileReading } from '#gitlab/files/file-reading.ts';
import type { Listings } from './listings.ts';
import { pullPipeline, pullSourceDetails, type SourceDetails } from './project-details.ts';

export interface Declared {
	path: ProjectPath;
	instance?: string | undefined;
}

interface Question {
	client: AnonymousClient;
	listings: Promise<Listings>;
	current: Promise<CurrentProjects>;
	/** Asked once, when everything else is known of all projects. */
	pullFiles: (questions: readonly FileQuestion[]) => Promise<readonly FileReading[]>;
	rules: FileRules;
	now: IsoInstant;
	onRow: () => void;
}

/**
 * Asks for each declared project. One that is moved, archived, gone or on another instance is a row
 * like any other; any other failure fails the list.
 */
export async function pullProjects(
	declared: readonly Declared[],
	question: Question,
): Promise<Project[]> {
	const current = await question.current;
	const drafts = await Promise.all(
		declared.map(async ({ path }) => {
			const project = current.get(path);
			const draft = project && (await draftFacts(project, question));
			question.onRow();
			return draft;
		}),
	);
	const asking = drafts
		.filter((draft) => draft !== undefined)
		.filter(({ kinds }) => kinds.length > 0);
	const readings = await question.pullFiles(asking.map(toFileQuestion));
	const readingOf = new Map(asking.map((draft, index) => [draft, readings[index]]));
	return declared.map(({ path, instance }, index): Project => {
		if (instance !== undefined) return { path, answer: 'other-instance', facts: null };
		const draft = drafts[index];
		if (!draft) return { path, answer: 'missing-or-private', facts: null };
		const facts = finish(draft, readingOf.get(draft), question.rules);
		return { path, answer: 'found', facts };
	});
}

/** All that is known of a project before its files are read. */
interface Draft {
	facts: Omit<ProjectFacts, keyof FileFacts>;
	/** What is known of its files since an earlier pull. */
	filesBefore: FileFacts | undefined;
	/** What is to be read of them. */
	kinds: readonly FileKind[];
}

async function draftFacts(
	{ basic: { hidesCode, ...basic }, unchanged, license, licenseUrl }: CurrentProject,
	{ client, listings, now }: Question,
): Promise<Draft> {
	const [details, pipeline, { isArchived }] = await Promise.all([
		unchanged ? toSourceDetails(unchanged) : pullSourceDetails(client, basic, now),
		pullPipeline(client, basic),
		listings,
	]);
	const hidden: ProjectPart[] = [...details.hidden];
	if (pipeline === 'hidden') hidden.push('pipelines');
	if (hidesCode) hidden.push('code');
	const facts = {
		...basic,
		...details,
		license,
		licenseUrl,
		archived: basic.archived ?? isArchived(basic),
		pipeline: pipeline === 'hidden' ? null : pipeline.value,
		hidden,
	};
	if (basic.defaultBranch === null) return { facts, filesBefore: undefined, kinds: [] };
	return unchanged
		? { facts, filesBefore: toFileFactsBefore(unchanged), kinds: findUnreadKinds(unchanged) }
		: { facts, filesBefore: undefined, kinds: fileKinds };
}

function toSourceDetails({
	languages,
	latestVersion,
	upcomingRelease,
	releaseDates,
}: ProjectFacts): SourceDetails {
	return { languages, latestVersion, upcomingRelease, releaseDates, hidden: [] };
}

function toFileFactsBefore({ toolPins, codeowners, unreadFiles }: ProjectFacts): FileFacts {
	return { toolPins, codeowners, unreadFiles };
}

function toFileQuestion({ facts, kinds }: Draft): FileQuestion {
	// Without a branch nothing is to be read.
	return { id: facts.id, path: facts.path, branch: facts.defaultBranch ?? 'HEAD', kinds };
}

function finish(
	{ facts, filesBefore, kinds }: Draft,
	reading: FileReading | undefined,
	rules: FileRules,
): ProjectFacts {
	const read = reading ? toFileFacts(reading, rules) : noFileFacts;
	const hidden: ProjectPart[] = reading?.isHidden ? [...facts.hidden, 'files'] : facts.hidden;
	return {
		...facts,
		...(filesBefore ? mergeFileFacts(filesBefore, read, kinds, rules.tools) : read),
		hidden: hidden.toSorted(),
	};
}

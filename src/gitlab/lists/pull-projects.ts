import type { FileRules } from '#core/inventory/file-rules.ts';
import { isReadLater } from '#core/inventory/unread-files.ts';
import type { IsoInstant, ProjectPath } from '#model/identifiers.ts';
import type { Project, ProjectFacts, ProjectPart } from '#model/project.ts';
import type { AnonymousClient } from '#gitlab/transport/client.ts';
import type { CurrentProject, CurrentProjects } from './current-projects.ts';
import {
	noFileFacts,
	toFileFacts,
	type FileFacts,
	type FilesRead,
} from '#gitlab/files/file-facts.ts';
import type { FileQuestion } from '#gitlab/files/file-reading.ts';
import type { Listings } from './listings.ts';
import { pullPipeline, pullSourceDetails, type SourceDetails } from './project-details.ts';
import type { DetailsQuestion, ToldById, ToldDetails } from './told-details.ts';

export interface Declared {
	path: ProjectPath;
	instance?: string | undefined;
}

interface Question {
	client: AnonymousClient;
	listings: Promise<Listings>;
	current: Promise<CurrentProjects>;
	/** Asked once, when it is known which of them have changed. */
	tellDetails: (questions: readonly DetailsQuestion[]) => Promise<ToldById>;
	/** Asked once, when everything else is known of all projects. */
	pullFiles: (questions: readonly FileQuestion[]) => Promise<readonly FilesRead[]>;
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
	const told = await question.tellDetails(
		Array.from(current.values(), ({ basic, unchanged }) => ({
			...basic,
			hasChanged: unchanged === undefined,
		})),
	);
	const drafts = await Promise.all(
		declared.map(async ({ path }) => {
			const project = current.get(path);
			const draft = project && (await draftFacts(project, told.get(project.basic.id), question));
			question.onRow();
			return draft;
		}),
	);
	const asking = drafts
		.filter((draft) => draft !== undefined)
		.filter(({ readsFiles }) => readsFiles);
	const read = await question.pullFiles(asking.map(toFileQuestion));
	const readOf = new Map(asking.map((draft, index) => [draft, read[index]]));
	return declared.map(({ path, instance }, index): Project => {
		if (instance !== undefined) return { path, answer: 'other-instance', facts: null };
		const draft = drafts[index];
		if (!draft) return { path, answer: 'missing-or-private', facts: null };
		const facts = finish(draft, readOf.get(draft), question.rules);
		return { path, answer: 'found', facts };
	});
}

/** All that is known of a project before its files are read. */
interface Draft {
	facts: Omit<ProjectFacts, keyof FileFacts>;
	/** What is known of its files since an earlier pull. */
	filesBefore: FileFacts | undefined;
	readsFiles: boolean;
}

async function draftFacts(
	{ basic: { hidesCode, ...basic }, unchanged, license, licenseUrl }: CurrentProject,
	told: ToldDetails | undefined,
	{ client, listings, now }: Question,
): Promise<Draft> {
	const [details, pipeline, listed] = await Promise.all([
		unchanged ? toSourceDetails(unchanged) : pullSourceDetails(client, basic, now, told),
		pullPipeline(client, basic, told),
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
		archived: basic.archived ?? listed.get(basic.id)?.basic.archived ?? null,
		pipeline: pipeline === 'hidden' ? null : pipeline.value,
		hidden,
	};
	const filesBefore = unchanged && toFileFactsBefore(unchanged);
	const isRead = filesBefore && !filesBefore.unreadFiles.some(isReadLater);
	return { facts, filesBefore, readsFiles: basic.defaultBranch !== null && !isRead };
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

function toFileQuestion({ facts }: Draft): FileQuestion {
	// Without a branch nothing is to be read.
	return { id: facts.id, path: facts.path, branch: facts.defaultBranch ?? 'HEAD' };
}

function finish(
	{ facts, filesBefore }: Draft,
	read: FilesRead | undefined,
	rules: FileRules,
): ProjectFacts {
	const hidden: ProjectPart[] = read?.isHidden ? [...facts.hidden, 'files'] : facts.hidden;
	return { ...facts, ...findFileFacts(filesBefore, read, rules), hidden: hidden.toSorted() };
}

function findFileFacts(
	before: FileFacts | undefined,
	read: FilesRead | undefined,
	rules: FileRules,
): FileFacts {
	if (!read) return before ?? noFileFacts;
	const now = toFileFacts(read, rules);
	const { unreadFiles } = now;
	// Nothing has changed: what is known still holds when nothing could be read again.
	const isFailed = read.texts.size === 0 && unreadFiles.some(isReadLater);
	return before && isFailed ? { ...before, unreadFiles } : now;
}

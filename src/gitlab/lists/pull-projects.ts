import type { FileRules } from '#core/inventory/file-rules.ts';
import { isReadLater } from '#core/inventory/unread-files.ts';
import type { IsoInstant, ProjectPath } from '#model/identifiers.ts';
import { describePartial } from '#core/words/unanswered-words.ts';
import type { Project, ProjectFacts, ProjectPart } from '#model/project.ts';
import type { AnonymousClient } from '#gitlab/transport/client.ts';
import {
	isAnswered,
	type CurrentProject,
	type CurrentProjects,
	type License,
	type UnansweredProject,
} from './current-projects.ts';
import {
	noFileFacts,
	toFileFacts,
	type FileFacts,
	type FilesRead,
} from '#gitlab/files/file-facts.ts';
import type { FileQuestion } from '#gitlab/files/file-reading.ts';
import { keepParts, keepProject } from './kept-parts.ts';
import { failIfMost, PartFailure } from './part-failure.ts';
import { pullPipeline, pullSourceDetails, type SourceDetails } from './project-details.ts';
import type { Licenses } from './licenses.ts';
import { withKnown, type ToldProject, type ToldQuestion } from './told-answer.ts';
import type { ToldById } from './told-projects.ts';

export interface Declared {
	path: ProjectPath;
	instance?: string | undefined;
}

interface Question {
	client: AnonymousClient;
	current: Promise<CurrentProjects>;
	/** Asked once, when it is known which of them have changed. */
	tellProjects: (questions: readonly ToldQuestion[]) => Promise<ToldById>;
	licenses: Licenses;
	/** Asked once, when everything else is known of all projects. */
	pullFiles: (questions: readonly FileQuestion[]) => Promise<readonly FilesRead[]>;
	rules: FileRules;
	now: IsoInstant;
	onRow: () => void;
}

/**
 * Asks for each declared project. One that is moved, archived, gone or on another instance is a row
 * like any other. Parts that GitLab fails to answer are kept, or not known; one of which nothing is
 * known has no row. `partial` says what failed.
 *
 * @throws what failed, when that says something of more than single projects (`failIfMost`).
 */
export async function pullProjects(
	declared: readonly Declared[],
	question: Question,
): Promise<{ rows: Project[]; partial: string | undefined }> {
	const current = await question.current;
	const told = await question.tellProjects(
		[...current.values()].filter(isAnswered).map(({ basic, shows, unchanged }) => ({
			...basic,
			shows,
			asksAll: readsFiles(unchanged) || !shows.releases,
		})),
	);
	const drafts = await Promise.all(
		declared.map(async ({ path }) => {
			const project = current.get(path);
			const draft = isAnswered(project)
				? await draftProject(project, told.get(project.basic.id), question)
				: project;
			question.onRow();
			return draft;
		}),
	);
	const here = drafts.filter((_, index) => declared[index]?.instance === undefined);
	failIfMost(here.map((draft) => draft?.failure));
	const asking = drafts.flatMap((draft) => (isDraft(draft) ? (draft.files ?? []) : []));
	const read = await question.pullFiles(asking);
	const readOf = new Map(asking.map((files, index) => [files, read[index]]));
	const rows = declared.flatMap(({ path, instance }, index): Project[] => {
		if (instance !== undefined) return [{ path, answer: 'other-instance', facts: null }];
		const draft = drafts[index];
		if (!draft) return [{ path, answer: 'missing-or-private', facts: null }];
		const facts = isDraft(draft)
			? finish(draft, draft.files && readOf.get(draft.files), question.rules)
			: keepProject(draft);
		return facts === null ? [] : [{ path, answer: 'found', facts }];
	});
	const partial = describePartial(
		declared.map(({ path }, index) => {
			const draft = drafts[index];
			const whole = draft?.failure && [{ part: 'project' as const, why: draft.failure.why }];
			return { path, unanswered: isDraft(draft) ? draft.facts.unanswered : whole };
		}),
	);
	return { rows, partial };
}

function isDraft(draft: Draft | UnansweredProject | undefined): draft is Draft {
	return draft !== undefined && 'facts' in draft;
}

/** All that is known of a project before its files are read. */
interface Draft {
	facts: Omit<ProjectFacts, keyof FileFacts>;
	/** What is known of its files since an earlier pull. */
	filesBefore: FileFacts | undefined;
	/** Where files are read. */
	files: FileQuestion | undefined;
	/** The first of its own parts that GitLab failed to answer: not what its group's listing tells. */
	failure: PartFailure | undefined;
}

function readsFiles(unchanged: ProjectFacts | undefined): boolean {
	return !unchanged || unchanged.unreadFiles.some(isReadLater);
}

async function draftProject(
	project: CurrentProject,
	told: ToldProject | undefined,
	question: Question,
): Promise<Draft | UnansweredProject | undefined> {
	const { client, licenses } = question;
	const license = project.license ?? (await licenses.pull(client, project.basic, told));
	if (license instanceof PartFailure) return { failure: license, before: project.before };
	return license && draftFacts({ ...project, license }, told, question);
}

async function draftFacts(
	project: CurrentProject & { license: License },
	told: ToldProject | undefined,
	{ client, now }: Question,
): Promise<Draft> {
	const { unlisted, shows, unchanged, before, license } = project;
	const { hidesCode, ...basic } = project.basic;
	const [{ failed, ...details }, pipeline] = await Promise.all([
		unchanged && shows.releases
			? toSourceDetails(unchanged)
			: pullSourceDetails(client, project.basic, now, withKnown(told, unchanged)),
		shows.pipelines === false ? ('hidden' as const) : pullPipeline(client, basic, told),
	]);
	const hidden: ProjectPart[] = [...details.hidden];
	if (pipeline === 'hidden') hidden.push('pipelines');
	if (hidesCode) hidden.push('code');
	const isFailed = pipeline instanceof PartFailure;
	if (isFailed) failed.pipelines = pipeline;
	if (unlisted && basic.archived === null) failed.archived = unlisted;
	const facts = {
		...basic,
		...details,
		...license,
		pipeline: isFailed || pipeline === 'hidden' ? null : pipeline.value,
		hidden,
		...keepParts(failed, before, { hidesCode }),
	};
	const filesBefore = unchanged && toFileFactsBefore(unchanged);
	const { id, path, defaultBranch: branch } = basic;
	const files =
		branch !== null && readsFiles(unchanged) ? { id, path, branch, blobs: told?.blobs } : undefined;
	const failure = failed.languages ?? failed.pipelines ?? failed.releases;
	return { facts, filesBefore, files, failure };
}

function toSourceDetails({
	languages,
	latestVersion,
	upcomingRelease,
	releaseDates,
}: ProjectFacts): SourceDetails {
	return { languages, latestVersion, upcomingRelease, releaseDates, hidden: [], failed: {} };
}

function toFileFactsBefore({ toolPins, codeowners, unreadFiles }: ProjectFacts): FileFacts {
	return { toolPins, codeowners, unreadFiles };
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

import type { IsoInstant, ProjectPath } from '#model/identifiers.ts';
import { parseOrExplain } from '#model/parse.ts';
import type { Project, ProjectFacts, ProjectPart } from '#model/project.ts';
import type { AnonymousClient } from './client.ts';
import { isNotVisible } from './errors.ts';
import type { Listings } from './listings.ts';
import { pullPipeline, pullSourceDetails, type SourceDetails } from './project-details.ts';
import { RawProject } from './raw.ts';
import { toBasicFacts, type BasicFacts } from './to-model.ts';

export interface Declared {
	path: ProjectPath;
	instance?: string | undefined;
}

/** What was known of a list's projects, and when that was pulled. */
export interface KnownProjects {
	rows: readonly Project[];
	pulledAt: IsoInstant;
}

interface Question {
	client: AnonymousClient;
	listings: Promise<Listings>;
	known: KnownProjects | undefined;
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
	return Promise.all(
		declared.map(async ({ path, instance }): Promise<Project> => {
			const facts = instance === undefined ? await pullFacts(path, question) : null;
			question.onRow();
			if (instance !== undefined) return { path, answer: 'other-instance', facts: null };
			return facts
				? { path, answer: 'found', facts }
				: { path, answer: 'missing-or-private', facts: null };
		}),
	);
}

/** `undefined`: missing or private. */
async function pullFacts(path: ProjectPath, question: Question): Promise<ProjectFacts | undefined> {
	const { client, known, now } = question;
	const before = known?.rows.find((row) => row.path === path)?.facts ?? undefined;
	const current =
		(before && (await findListed(path, before, question))) ?? (await pullProject(client, path));
	if (!current) return undefined;
	const { hidesCode, ...basic } = current.basic;
	const [details, pipeline, listings] = await Promise.all([
		before && known && isUnchanged(before, current.basic, known.pulledAt)
			? toSourceDetails(before)
			: pullSourceDetails(client, basic, now),
		pullPipeline(client, basic),
		question.listings,
	]);
	const hidden: ProjectPart[] = [...details.hidden];
	if (pipeline === 'hidden') hidden.push('pipelines');
	if (hidesCode) hidden.push('code');
	return {
		...basic,
		...details,
		license: current.license,
		archived: basic.archived ?? listings.isArchived(basic),
		pipeline: pipeline === 'hidden' ? null : pipeline.value,
		hidden: hidden.toSorted(),
	};
}

interface CurrentProject {
	basic: BasicFacts;
	license: string | null;
}

/**
 * The row of a listing instead of a request, for a project at its declared path that has not
 * changed: the listing does not tell the license, but that changes with the source.
 */
async function findListed(
	path: ProjectPath,
	before: ProjectFacts,
	{ listings, known }: Question,
): Promise<CurrentProject | undefined> {
	const basic = (await listings).rows.get(before.id);
	const isUsable = basic?.path === path && known && isUnchanged(before, basic, known.pulledAt);
	return isUsable ? { basic, license: before.license } : undefined;
}

async function pullProject(
	client: AnonymousClient,
	path: ProjectPath,
): Promise<CurrentProject | undefined> {
	const answer: unknown = await client.projects
		.show(path, { license: true })
		.catch((error: unknown) => {
			if (isNotVisible(error)) return undefined;
			throw error;
		});
	if (answer === undefined) return undefined;
	const raw = parseOrExplain(RawProject, answer, {
		source: `GitLab's answer to the project ${path}`,
		hint: 'Compare it with the Projects API and adjust src/gitlab/raw.ts.',
	});
	if (raw.visibility !== null && raw.visibility !== 'public') return undefined;
	return { basic: toBasicFacts(raw), license: raw.license?.name ?? null };
}

const activityIntervalMs = 60 * 60 * 1000;
const longestPullMs = 10 * 60 * 1000;

/**
 * Whether what was read of the source still holds.
 *
 * GitLab notes a project's activity once an hour at most: what was read within the hour after it,
 * or by a pull that began shortly before it, may have missed something. An activity long after the
 * pull says that another day stood for today then: it says nothing. A project that keeps a part to
 * itself may open it without activity, and a release to come comes out without any.
 */
function isUnchanged(before: ProjectFacts, basic: BasicFacts, pulledAt: IsoInstant): boolean {
	if (before.lastActivityAt === null || before.upcomingRelease !== null) return false;
	const sinceActivityMs = Date.parse(pulledAt) - Date.parse(before.lastActivityAt);
	return (
		before.id === basic.id &&
		before.path === basic.path &&
		before.defaultBranch === basic.defaultBranch &&
		before.lastActivityAt === basic.lastActivityAt &&
		before.hidden.every((part) => part === 'pipelines') &&
		!basic.hidesCode &&
		(sinceActivityMs >= activityIntervalMs || sinceActivityMs < -longestPullMs)
	);
}

function toSourceDetails({
	languages,
	latestVersion,
	upcomingRelease,
	goPins,
}: ProjectFacts): SourceDetails {
	return { languages, latestVersion, upcomingRelease, goPins, hidden: [] };
}

import type { IsoInstant, ProjectPath } from '#model/identifiers.ts';
import type { Project, ProjectFacts } from '#model/project.ts';
import type { AnonymousClient } from '#gitlab/transport/client.ts';
import { unlessNotVisible } from '#gitlab/transport/errors.ts';
import {
	findListingFailure,
	type ListedProject,
	type Listings,
	type ShownParts,
} from './listings.ts';
import { failIfMost, PartFailure, unlessFailed } from './part-failure.ts';
import { parseAnswer } from '#gitlab/parse/parse-answer.ts';
import { RawProject } from '#gitlab/parse/raw.ts';
import { toBasicFacts, type BasicFacts } from '#gitlab/parse/to-model.ts';

/** What was known of a list's projects, and when that was pulled. */
export interface KnownProjects {
	rows: readonly Project[];
	pulledAt: IsoInstant;
}

/** What a stranger sees of a project as it is now. */
export interface CurrentProject {
	basic: BasicFacts;
	shows: ShownParts;
	/** What was known of it, and still holds. */
	unchanged: ProjectFacts | undefined;
	/** What was known of it, whether it has changed or not. */
	before: KnownFacts | undefined;
	/** `undefined`: not asked for yet. */
	license: License | undefined;
}

export type License = Pick<ProjectFacts, 'license' | 'licenseUrl'>;

/** A project of which GitLab failed to say whether a stranger sees it, while it answered of others. */
export interface UnansweredProject {
	failure: PartFailure;
	before: KnownFacts | undefined;
}

/** What was known of a project, and when that was pulled. */
export interface KnownFacts {
	facts: ProjectFacts;
	pulledAt: IsoInstant;
}

/** By declared path. Those that are absent are missing or private. */
export type CurrentProjects = ReadonlyMap<ProjectPath, CurrentProject | UnansweredProject>;

export function isAnswered(
	project: CurrentProject | UnansweredProject | undefined,
): project is CurrentProject {
	return project !== undefined && !('failure' in project);
}

interface Question {
	client: AnonymousClient;
	listings: () => Promise<Listings>;
	known: KnownProjects | undefined;
	/** So many projects may be asked for one by one in place of listings that failed. */
	left: () => number;
}

/**
 * Asks which of the projects a stranger sees, and whether they have changed.
 *
 * @throws what failed, when that says something of more than single projects (`failIfMost`).
 */
export async function pullCurrentProjects(
	paths: readonly ProjectPath[],
	question: Question,
): Promise<CurrentProjects> {
	const listings = await question.listings();
	const isUnlisted = (path: ProjectPath) =>
		!listings.byPath.has(path) && findListingFailure(listings, path) !== undefined;
	const beyond = new Set(paths.filter(isUnlisted).slice(question.left()));
	const answers = await Promise.all(
		paths.map(async (path) => {
			const before = findKnown(path, question.known);
			const failure = beyond.has(path) ? findListingFailure(listings, path) : undefined;
			const asked = { client: question.client, row: listings.byPath.get(path) };
			const answer = failure ?? (await unlessFailed(() => pullCurrent(path, before, asked)));
			return {
				path,
				current: answer instanceof PartFailure ? { failure: answer, before } : answer,
			};
		}),
	);
	const failures = answers.map(({ current }) =>
		current && 'failure' in current ? current.failure : undefined,
	);
	failIfMost(failures);
	return new Map(answers.flatMap(({ path, current }) => (current ? [[path, current]] : [])));
}

function findKnown(path: ProjectPath, known: KnownProjects | undefined): KnownFacts | undefined {
	const facts = known?.rows.find((row) => row.path === path)?.facts;
	return known && facts ? { facts, pulledAt: known.pulledAt } : undefined;
}

/** By the row of a listing, which tells all but the licence, for a project at its declared path. */
async function pullCurrent(
	path: ProjectPath,
	known: KnownFacts | undefined,
	{ client, row }: Pick<Question, 'client'> & { row: ListedProject | undefined },
): Promise<CurrentProject | undefined> {
	const asked = row ? undefined : await pullProject(client, path);
	const basic = row?.basic ?? asked?.basic;
	if (!basic) return undefined;
	const shows = row?.shows ?? {};
	const before = known?.facts.id === basic.id ? known : undefined;
	const holds =
		before && shows.releases !== false && isUnchanged(before.facts, basic, before.pulledAt);
	const unchanged = holds ? before.facts : undefined;
	const license = asked?.license ?? findLicense(basic, unchanged);
	return { basic, shows, unchanged, before, license };
}

/** The licence changes with the source. Who may not see that is not told it. */
function findLicense(
	{ hidesCode }: BasicFacts,
	unchanged: ProjectFacts | undefined,
): License | undefined {
	if (hidesCode) return { license: null, licenseUrl: null };
	return unchanged && { license: unchanged.license, licenseUrl: unchanged.licenseUrl };
}

/** `undefined`: strangers do not see it. */
export async function pullProject(
	client: AnonymousClient,
	path: ProjectPath,
): Promise<{ basic: BasicFacts; license: License } | undefined> {
	const answer: unknown = await client.projects
		.show(path, { license: true })
		.catch(unlessNotVisible);
	if (answer === undefined) return undefined;
	const raw = parseAnswer(RawProject, answer, `the project ${path}`, 'Projects API');
	if (raw.visibility !== null && raw.visibility !== 'public') return undefined;
	// There is a file, and GitLab does not know what it says: it calls every such licence so.
	const license = raw.license?.key === 'other' ? null : (raw.license?.name ?? null);
	return { basic: toBasicFacts(raw), license: { license, licenseUrl: raw.license_url } };
}

const activityIntervalMs = 60 * 60 * 1000;
const longestPullMs = 10 * 60 * 1000;

/**
 * Whether what was read of the source still holds.
 *
 * GitLab notes a project's activity once an hour at most: what was read within the hour after it,
 * or by a pull that began shortly before it, may have missed something. An activity long after the
 * pull says that another day stood for today then: it says nothing. A project that keeps a part to
 * itself may open it without activity, a release to come comes out without any, and what GitLab
 * failed to answer was not read.
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
		(before.unanswered ?? []).every(({ part }) => part === 'pipelines' || part === 'archived') &&
		!basic.hidesCode &&
		(sinceActivityMs >= activityIntervalMs || sinceActivityMs < -longestPullMs)
	);
}

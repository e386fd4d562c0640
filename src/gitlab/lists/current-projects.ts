import type { IsoInstant, ProjectPath } from '#model/identifiers.ts';
import { compareText } from '#model/order.ts';
import type { Project, ProjectFacts } from '#model/project.ts';
import type { AnonymousClient } from '#gitlab/transport/client.ts';
import { unlessNotVisible } from '#gitlab/transport/errors.ts';
import { findDate } from './kept-parts.ts';
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
	/** As a listing tells. `undefined`: none does. */
	sharedWith: ListedProject['sharedWith'];
	/** Why none tells of it. `undefined`: one does, or could. */
	unlisted: PartFailure | undefined;
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

interface AskedProject {
	path: ProjectPath;
	before: KnownFacts | undefined;
	/** Why no listing tells of it. `undefined`: one does, or says that it is not there. */
	unlisted: PartFailure | undefined;
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
	const { client, known, left } = question;
	const listings = await question.listings();
	const asked = paths.map((path): AskedProject => {
		const unlisted = listings.byPath.has(path) ? undefined : findListingFailure(listings, path);
		return { path, before: findKnown(path, known), unlisted };
	});
	// What GitLab told of longest ago comes first, so that each gets its turn while a listing fails.
	const oneByOne = asked
		.filter(({ unlisted }) => unlisted)
		.toSorted((one, other) => compareText(lastTold(one), lastTold(other)));
	const beyond = new Set(oneByOne.slice(left()));
	failIfMost(asked.map((one) => beyond.has(one) && one.unlisted));
	const answers = await Promise.all(
		asked.map(async (one) => {
			const kept = beyond.has(one) ? one.unlisted : undefined;
			return kept ?? (await unlessFailed(() => pullCurrent(one, client, listings)));
		}),
	);
	failIfMost(answers);
	const current = new Map<ProjectPath, CurrentProject | UnansweredProject>();
	for (const [index, { path, before }] of asked.entries()) {
		const answer = answers[index];
		if (answer)
			current.set(path, answer instanceof PartFailure ? { failure: answer, before } : answer);
	}
	return current;
}

function findKnown(path: ProjectPath, known: KnownProjects | undefined): KnownFacts | undefined {
	const facts = known?.rows.find((row) => row.path === path)?.facts;
	return known && facts ? { facts, pulledAt: known.pulledAt } : undefined;
}

/** When GitLab last told of it. `''`: never. */
function lastTold({ before }: AskedProject): string {
	return (before && findDate('project', before)) ?? '';
}

/** By the row of a listing, which tells all but the license, for a project at its declared path. */
async function pullCurrent(
	{ path, before: known }: AskedProject,
	client: AnonymousClient,
	listings: Listings,
): Promise<CurrentProject | undefined> {
	const row = listings.byPath.get(path);
	const asked = row ? undefined : await pullProject(client, path);
	const found = row?.basic ?? asked?.basic;
	if (!found) return undefined;
	const listed = listings.byId.get(found.id);
	const basic = { ...found, archived: found.archived ?? listed?.basic.archived ?? null };
	const unlisted = listed ? undefined : findListingFailure(listings, basic.path);
	const shows = row?.shows ?? {};
	const before = known?.facts.id === basic.id ? known : undefined;
	const holds =
		before && shows.releases !== false && isUnchanged(before.facts, basic, before.pulledAt);
	const unchanged = holds ? before.facts : undefined;
	const license = asked?.license ?? findLicense(basic, unchanged);
	return { basic, sharedWith: listed?.sharedWith, unlisted, shows, unchanged, before, license };
}

/** The license changes with the source. Who may not see that is not told it. */
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
	// There is a file, and GitLab does not know what it says: it calls every such license so.
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

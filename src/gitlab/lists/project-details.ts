import { z } from 'zod';
import type { IsoInstant, ProjectPath } from '#model/identifiers.ts';
import { parseAnswer } from '#gitlab/parse/parse-answer.ts';
import type { Pipeline, ProjectFacts, ProjectPart } from '#model/project.ts';
import type { AnonymousClient } from '#gitlab/transport/client.ts';
import { isNotVisible } from '#gitlab/transport/errors.ts';
import { PartFailure, unlessFailed } from './part-failure.ts';
import {
	findHighestTag,
	findLatestRelease,
	findReleaseDates,
	findTagDates,
	findUpcomingRelease,
	hasFullVersion,
} from './latest-version.ts';
import {
	RawLanguages,
	RawPipeline,
	RawReleases,
	RawTags,
	type RawRelease as Release,
	type RawTag,
} from '#gitlab/parse/raw.ts';
import type { BasicFacts } from '#gitlab/parse/to-model.ts';
import { releasesPerPage, type ToldProject } from './told-answer.ts';

/** What changes with the source alone. */
export type SourceDetails = Pick<
	ProjectFacts,
	'languages' | 'latestVersion' | 'upcomingRelease' | 'releaseDates'
> & { hidden: ProjectPart[]; failed: FailedParts };

/** What GitLab failed to answer of a project. Of those parts nothing is told. */
export type FailedParts = Partial<
	Record<'archived' | 'languages' | 'pipelines' | 'releases', PartFailure>
>;

/** An answer, or that GitLab does not show this part to strangers. */
type Visible<Value> = { value: Value } | 'hidden';

const documentation = 'API documentation of GitLab';

/** Languages and versions of a project, each as far as a stranger may see it. */
export async function pullSourceDetails(
	client: AnonymousClient,
	project: Pick<BasicFacts, 'id' | 'path' | 'hidesCode'>,
	now: IsoInstant,
	told: ToldProject = {},
): Promise<SourceDetails> {
	const [languages, versions] = await Promise.all([
		unlessFailed(() => unlessHidden(() => pullLanguages(client, project, told))),
		unlessFailed(() => pullVersions(client, project, now, told)),
	]);
	const hidden: ProjectPart[] = [];
	const failed: FailedParts = {};
	if (languages instanceof PartFailure) failed.languages = languages;
	else if (languages === 'hidden') hidden.push('languages');
	if (versions instanceof PartFailure) failed.releases = versions;
	else if (versions.hidesReleases) hidden.push('releases');
	const { latestVersion, upcomingRelease, releaseDates } =
		versions instanceof PartFailure ? noVersions : versions;
	const shares = languages instanceof PartFailure || languages === 'hidden' ? [] : languages.value;
	return { languages: shares, latestVersion, upcomingRelease, releaseDates, hidden, failed };
}

const noVersions = { latestVersion: null, upcomingRelease: null, releaseDates: [] };

const newestOnly = { orderBy: 'id', sort: 'desc', perPage: 1, page: 1 } as const;

/** The newest pipeline of the default branch. `null`: it has none. */
export async function pullPipeline(
	client: AnonymousClient,
	{ id, path, defaultBranch }: Pick<BasicFacts, 'id' | 'path' | 'defaultBranch'>,
	told: ToldProject = {},
): Promise<Visible<Pipeline | null> | PartFailure> {
	if (defaultBranch === null) return { value: null };
	const pull = async () => {
		const answer: unknown =
			told.pipelines ?? (await client.pipelines.all(id, { ref: defaultBranch, ...newestOnly }));
		const question = `the pipelines of ${path}`;
		const [newest] = parseAnswer(z.array(RawPipeline), answer, question, documentation);
		if (!newest) return null;
		return { status: newest.status, updatedAt: newest.updated_at, webUrl: newest.web_url };
	};
	return unlessFailed(() => unlessHidden(pull));
}

/** 401, 403 and 404 on a part of a visible project are answers, not failures. */
export async function unlessHidden<Value>(pull: () => Promise<Value>): Promise<Visible<Value>> {
	try {
		return { value: await pull() };
	} catch (error) {
		if (isNotVisible(error)) return 'hidden';
		throw error;
	}
}

async function pullLanguages(
	client: AnonymousClient,
	{ id, path }: Pick<BasicFacts, 'id' | 'path'>,
	told: ToldProject,
): Promise<SourceDetails['languages']> {
	const answer: unknown = told.languages ?? (await client.projects.showLanguages(id));
	const question = `the languages of ${path}`;
	return Object.entries(parseAnswer(RawLanguages, answer, question, documentation))
		.flatMap(([name, share]) => (share === null ? [] : [{ name, share }]))
		.toSorted((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1));
}

interface Versions extends Omit<SourceDetails, 'languages' | 'hidden' | 'failed'> {
	/** There may be a release that GitLab does not show to strangers. */
	hidesReleases: boolean;
}

/** Releases where there are any; the highest tag of a project that makes none, or hides them. */
async function pullVersions(
	client: AnonymousClient,
	project: Pick<BasicFacts, 'id' | 'path' | 'hidesCode'>,
	now: IsoInstant,
	told: ToldProject,
): Promise<Versions> {
	const releases = await unlessHidden(() => pullReleases(client, project, now, told));
	const known = releases === 'hidden' ? [] : releases.value;
	const upcomingRelease = findUpcomingRelease(known, now) ?? null;
	const latest = findLatestRelease(known, now);
	if (latest) {
		const releaseDates = findReleaseDates(known, now);
		return { latestVersion: latest, upcomingRelease, releaseDates, hidesReleases: false };
	}
	const tags = project.hidesCode ? 'hidden' : await unlessHidden(() => pullTags(client, project));
	const shown = tags === 'hidden' ? [] : tags.value;
	return {
		latestVersion: findHighestTag(shown) ?? null,
		upcomingRelease,
		releaseDates: findTagDates(shown),
		hidesReleases: releases === 'hidden' || tags === 'hidden',
	};
}

const tagsPerPage = 100;
const maxTagPages = 3;

/** The first page, which is sorted by version. More only where no tag of it is a full version. */
export async function pullTags(
	client: AnonymousClient,
	{ id, path }: { id: number | ProjectPath; path: ProjectPath },
): Promise<RawTag[]> {
	const tags: RawTag[] = [];
	for (let page = 1; page <= maxTagPages; page += 1) {
		const answer: unknown = await client.tags.all(id, {
			orderBy: 'version',
			sort: 'desc',
			perPage: tagsPerPage,
			page,
		});
		const rows = parseAnswer(RawTags, answer, `the tags of ${path}`, documentation);
		tags.push(...rows);
		if (rows.length < tagsPerPage || hasFullVersion(tags)) break;
	}
	return tags;
}

const maxReleasePages = 3;

/** The newest page. More only where that page holds nothing but releases to come. */
async function pullReleases(
	client: AnonymousClient,
	{ id, path }: Pick<BasicFacts, 'id' | 'path'>,
	now: IsoInstant,
	told: ToldProject,
): Promise<Release[]> {
	const parse = (answer: unknown) =>
		parseAnswer(RawReleases, answer, `the releases of ${path}`, documentation);
	const newestFirst = { orderBy: 'released_at', sort: 'desc', perPage: releasesPerPage } as const;
	const ask = async (pages: { page: number } | { maxPages: number }) =>
		parse(await client.releases.all(id, { ...newestFirst, ...pages }));
	const newest = told.releases ? parse(told.releases) : await ask({ page: 1 });
	return newest.length < releasesPerPage || findLatestRelease(newest, now)
		? newest
		: ask({ maxPages: maxReleasePages });
}

import { measureCadence } from '#core/inventory/cadence.ts';
import { dayOf, daysBetween } from '#core/base/dates.ts';
import type { ExportedProject } from '#model/exports/project.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { findUnseen } from '#core/inventory/unseen.ts';
import type { ProjectFacts, Version } from '#model/project.ts';

const nothing = {
	webUrl: null,
	currentPath: null,
	hidden: null,
	unanswered: null,
	description: null,
	defaultBranch: null,
	licence: null,
	languages: null,
	topics: null,
	latestVersion: null,
	upcomingRelease: null,
	medianDaysBetweenReleases: null,
	pipeline: null,
	lastActivityAt: null,
};
type ExportedFacts = Pick<ExportedProject, keyof typeof nothing>;

/**
 * What GitLab shows of a project, fact by fact, so that a new one is published on purpose.
 *
 * @param facts `null`: You need to sign in to see it on GitLab.
 * @param today The snapshot's day.
 */
export function toExportedFacts(facts: ProjectFacts | null, today: IsoDate): ExportedFacts {
	if (facts === null) return nothing;
	const { license, latestVersion, upcomingRelease, pipeline } = facts;
	return {
		webUrl: facts.webUrl,
		currentPath: facts.path,
		hidden: facts.hidden,
		unanswered: facts.unanswered ?? [],
		description: facts.description,
		defaultBranch: facts.defaultBranch,
		licence: license === null ? null : { name: license, url: facts.licenseUrl },
		languages: findUnseen(facts, ['languages', 'code']) ? null : facts.languages,
		topics: facts.topics,
		latestVersion: latestVersion && { ...latestVersion, ageDays: toAge(latestVersion, today) },
		upcomingRelease,
		medianDaysBetweenReleases: measureCadence(facts.releaseDates)?.medianDays ?? null,
		pipeline,
		lastActivityAt: facts.lastActivityAt,
	};
}

/** Never below 0: a list may have been pulled after the clock struck midnight. */
function toAge({ releasedAt }: Version, today: IsoDate): number | null {
	return releasedAt === null ? null : Math.max(0, daysBetween(dayOf(releasedAt), today));
}

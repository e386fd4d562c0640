import { measureCadence } from '#core/inventory/cadence.ts';
import { dayOf, daysBetween } from '#core/base/dates.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { findUnseen } from '#core/inventory/unseen.ts';
import type { ProjectFacts, Version } from '#model/project.ts';

/**
 * What GitLab shows of a project, fact by fact, so that a new one is published on purpose.
 *
 * @param facts `null`: You need to sign in to see it on GitLab. Nothing is known then.
 * @param today The snapshot's day.
 */
export function toExportedFacts(facts: ProjectFacts | null, today: IsoDate) {
	const { license = null, latestVersion = null } = facts ?? {};
	return {
		webUrl: facts?.webUrl ?? null,
		currentPath: facts?.path ?? null,
		hidden: facts?.hidden ?? null,
		unanswered: facts === null ? null : (facts.unanswered ?? []),
		description: facts?.description ?? null,
		defaultBranch: facts?.defaultBranch ?? null,
		licence: license === null ? null : { name: license, url: facts?.licenseUrl ?? null },
		languages: facts && !findUnseen(facts, ['languages', 'code']) ? facts.languages : null,
		topics: facts?.topics ?? null,
		latestVersion: latestVersion && { ...latestVersion, ageDays: toAge(latestVersion, today) },
		upcomingRelease: facts?.upcomingRelease ?? null,
		medianDaysBetweenReleases: measureCadence(facts?.releaseDates ?? [])?.medianDays ?? null,
		pipeline: facts?.pipeline ?? null,
		lastActivityAt: facts?.lastActivityAt ?? null,
	};
}

/** Never below 0: a list may have been pulled after the clock struck midnight. */
function toAge({ releasedAt }: Version, today: IsoDate): number | null {
	return releasedAt === null ? null : Math.max(0, daysBetween(dayOf(releasedAt), today));
}

import semver from 'semver';
import { compareText } from '#core/order.ts';
import type { IsoInstant } from '#model/identifiers.ts';
import type { Version } from '#model/project.ts';
import type { RawRelease, RawTag } from './raw.ts';

/** A release with a date to come is planned, whatever its flag says. */
export function isUpcoming(release: RawRelease, now: IsoInstant): boolean {
	return release.upcoming_release === true || (release.released_at ?? '') > now;
}

/** The newest release that is out, by the date of the release. */
export function findLatestRelease(
	releases: readonly RawRelease[],
	now: IsoInstant,
): Version | undefined {
	return newestFirst(releases.filter((release) => !isUpcoming(release, now)))[0];
}

/** Of the releases to come, the one that comes first. */
export function findUpcomingRelease(
	releases: readonly RawRelease[],
	now: IsoInstant,
): Version | undefined {
	const upcoming = newestFirst(releases.filter((release) => isUpcoming(release, now)));
	return upcoming.findLast(({ releasedAt }) => releasedAt !== null) ?? upcoming[0];
}

/**
 * The highest tag that is a version, number by number: `v1.10.0` is higher than `v1.9.0`.
 * A pre-release (`v2.0.0-rc1`) counts only where no tag is a full version. Other tags never count.
 */
export function findHighestTag(tags: readonly RawTag[]): Version | undefined {
	const versions = tags.flatMap((tag) => {
		const version = semver.parse(tag.name, { loose: true }) ?? parseShort(tag.name);
		return version ? [{ tag, version }] : [];
	});
	const full = versions.filter(({ version }) => version.prerelease.length === 0);
	const [highest] = (full.length > 0 ? full : versions).toSorted(
		(a, b) => semver.compareBuild(b.version, a.version) || (a.tag.name < b.tag.name ? -1 : 1),
	);
	if (!highest) return undefined;
	const { name, created_at, commit } = highest.tag;
	return { kind: 'tag', tag: name, releasedAt: created_at ?? commit.committed_date };
}

/** `v1.4` and `7` are versions too, with zeros for what they leave out; `20240101` is a date. */
function parseShort(name: string): semver.SemVer | null {
	const [, major, minor = '0'] = /^v?(\d{1,4})(?:\.(\d{1,4}))?$/.exec(name) ?? [];
	return major === undefined
		? null
		: semver.parse(`${String(Number(major))}.${String(Number(minor))}.0`);
}

/** Of one date, and without one, in GitLab's order. */
function newestFirst(releases: readonly RawRelease[]): Version[] {
	return releases
		.flatMap(({ tag_name: tag, released_at: releasedAt }) =>
			tag === null ? [] : [{ kind: 'release' as const, tag, releasedAt }],
		)
		.toSorted((a, b) => compareText(b.releasedAt ?? '', a.releasedAt ?? ''));
}

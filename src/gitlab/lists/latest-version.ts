import semver from 'semver';
import { compareText } from '#model/order.ts';
import type { IsoInstant } from '#model/identifiers.ts';
import type { Version } from '#model/project.ts';
import type { RawRelease, RawTag } from '#gitlab/parse/raw.ts';

/** A release with a date to come is planned, whatever its flag says. */
export function isUpcoming(release: RawRelease, now: IsoInstant): boolean {
	return release.upcoming_release === true || (release.released_at ?? '') > now;
}

/** The newest release that is out, by the date of the release. */
export function findLatestRelease(
	releases: readonly RawRelease[],
	now: IsoInstant,
): Version | undefined {
	const hasDates = releases.some(({ released_at: at }) => at !== null);
	// Without a date, and where nothing says that it is out, it may be to come.
	const isDoubtful = ({ released_at: at, upcoming_release: flag }: RawRelease) =>
		hasDates && at === null && flag === null;
	return newestFirst(
		releases.filter((release) => !isUpcoming(release, now) && !isDoubtful(release)),
	)[0];
}

/** Of the releases to come, the one that comes first. */
export function findUpcomingRelease(
	releases: readonly RawRelease[],
	now: IsoInstant,
): Version | undefined {
	const upcoming = newestFirst(releases.filter((release) => isUpcoming(release, now)));
	return upcoming.findLast(({ releasedAt }) => releasedAt !== null) ?? upcoming[0];
}

/** When the newest releases came out, newest first. Those without a date tell nothing. */
export function findReleaseDates(releases: readonly RawRelease[], now: IsoInstant): IsoInstant[] {
	return datesOf(newestFirst(releases.filter((release) => !isUpcoming(release, now))));
}

/** The highest tag that is a version, number by number: `v1.10.0` is higher than `v1.9.0`. */
export function findHighestTag(tags: readonly RawTag[]): Version | undefined {
	return findVersionTags(tags)[0];
}

/** Whether one of the tags is a version, and no pre-release. */
export function hasFullVersion(tags: readonly RawTag[]): boolean {
	return tags.some(({ name }) => parseTag(name)?.prerelease.length === 0);
}

/** When the newest tags that are versions were made, newest first. */
export function findTagDates(tags: readonly RawTag[]): IsoInstant[] {
	return datesOf(findVersionTags(tags));
}

/**
 * Tags that are versions, highest first. A pre-release (`v2.0.0-rc1`) counts only where no tag is a
 * full version. Other tags never count.
 */
function findVersionTags(tags: readonly RawTag[]): Version[] {
	const versions = tags.flatMap((tag) => {
		const version = parseTag(tag.name);
		return version ? [{ tag, version }] : [];
	});
	const full = versions.filter(({ version }) => version.prerelease.length === 0);
	return (full.length > 0 ? full : versions)
		.toSorted(
			(a, b) => semver.compareBuild(b.version, a.version) || compareText(a.tag.name, b.tag.name),
		)
		.map(({ tag: { name, created_at, commit } }) => ({
			kind: 'tag',
			tag: name,
			releasedAt: created_at ?? commit.committed_date,
		}));
}

function parseTag(name: string): semver.SemVer | null {
	return semver.parse(name, { loose: true }) ?? parseShort(name);
}

/** So many are enough to tell how often versions come out. */
const datesKept = 10;

function datesOf(versions: readonly Version[]): IsoInstant[] {
	return versions
		.flatMap(({ releasedAt }) => releasedAt ?? [])
		.toSorted((a, b) => compareText(b, a))
		.slice(0, datesKept);
}

/** `v1.4` and `7` are versions too, with zeros for what they leave out; `20240101` is a date. */
function parseShort(name: string): semver.SemVer | null {
	const [, major, minor = '0'] = /^v?(\d{1,4})(?:\.(\d{1,4}))?$/.exec(name) ?? [];
	return major === undefined
		? null
		: semver.parse(`${String(Number(major))}.${String(Number(minor))}.0`);
}

/** The highest version first. Tags that are none come last, by their names. */
function compareTags(a: string, b: string): number {
	const [one, other] = [parseTag(a), parseTag(b)];
	const byVersion = one && other ? semver.compareBuild(other, one) : Number(!one) - Number(!other);
	return byVersion || compareText(a, b);
}

/** Of one date, and without one, the highest version first: in which order GitLab gives them differs. */
function newestFirst(releases: readonly RawRelease[]): Version[] {
	return releases
		.flatMap(({ tag_name: tag, released_at: releasedAt }) =>
			tag === null ? [] : [{ kind: 'release' as const, tag, releasedAt }],
		)
		.toSorted(
			(a, b) => compareText(b.releasedAt ?? '', a.releasedAt ?? '') || compareTags(a.tag, b.tag),
		);
}

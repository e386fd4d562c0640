import { describe, expect, test } from 'vitest';
import {
	findHighestTag,
	findLatestRelease,
	findUpcomingRelease,
	isUpcoming,
} from '#gitlab/lists/latest-version.ts';
import { RawRelease, RawTag } from '#gitlab/parse/raw.ts';

const now = '2026-03-04T12:00:00Z';

interface Given {
	tag?: string | null;
	at?: string | null;
	upcoming?: boolean;
}
const release = ({ tag = 'v1.0.0', at = '2026-02-19T08:00:00.000Z', upcoming }: Given) =>
	RawRelease.parse({ tag_name: tag, released_at: at, upcoming_release: upcoming });

describe('a release is upcoming', () => {
	test.each([
		{ given: { at: '2026-03-05T00:00:00Z' }, is: true, why: 'by its date' },
		{ given: { at: '2026-03-05T00:00:00Z', upcoming: false }, is: true, why: 'by its date alone' },
		{ given: { at: '2026-03-01T00:00:00Z', upcoming: true }, is: true, why: 'by its flag' },
		{ given: { at: null, upcoming: true }, is: true, why: 'by its flag, without a date' },
		{ given: { at: now }, is: false, why: 'it comes out now' },
		{ given: { at: '2026-03-04T23:00:00+12:00' }, is: false, why: 'out in its own zone' },
		{ given: { at: '2026-03-04T11:00:00-02:00' }, is: true, why: 'to come in its own zone' },
		{ given: { at: '2026-03-01T00:00:00Z', upcoming: false }, is: false, why: 'it is out' },
		{ given: { at: null }, is: false, why: 'nothing says so' },
	])('$given: $is, $why', ({ given, is }) => {
		expect(isUpcoming(release(given), now)).toBe(is);
	});
});

describe('the latest release', () => {
	test.each<{ releases: Given[]; tag: string | undefined; why: string }>([
		{ releases: [], tag: undefined, why: 'there is none' },
		{
			releases: [
				{ tag: 'v1.0.0', at: '2026-01-01T00:00:00Z' },
				{ tag: 'v0.9.9', at: '2026-02-01T00:00:00Z' },
			],
			tag: 'v0.9.9',
			why: 'is the newest by date, not the highest',
		},
		{
			releases: [{ tag: 'v2.0.0', upcoming: true }, { tag: 'v1.0.0' }],
			tag: 'v1.0.0',
			why: 'is never one to come',
		},
		{
			releases: [{ tag: 'v2.0.0', upcoming: true }],
			tag: undefined,
			why: 'is none when all are to come',
		},
		{
			releases: [{ tag: null, at: '2026-03-01T00:00:00Z' }, { tag: 'v1.0.0' }],
			tag: 'v1.0.0',
			why: 'has a tag: without one a stranger is not told which it is',
		},
		{
			releases: [{ tag: 'stable' }, { tag: 'v1.9.2' }, { tag: 'v1.10.0' }, { tag: 'v1.10.0-rc1' }],
			tag: 'v1.10.0',
			why: 'of one date is the highest, in whatever order they come',
		},
		{
			releases: [{ tag: 'v1.10.0-rc1' }, { tag: 'v1.10.0' }, { tag: 'v1.9.2' }, { tag: 'stable' }],
			tag: 'v1.10.0',
			why: 'of one date is the highest, in whatever order they come',
		},
		{
			releases: [{ tag: 'unknown-day', at: null }, { tag: 'v1.0.0' }],
			tag: 'v1.0.0',
			why: 'is one with a date before one without',
		},
		{
			releases: [
				{ tag: 'unknown-day', at: null },
				{ tag: 'v2', at: '2026-05-01T00:00:00Z' },
			],
			tag: undefined,
			why: 'is none without a date where others have one: it may be to come',
		},
		{
			releases: [
				{ tag: 'said-to-be-out', at: null, upcoming: false },
				{ tag: 'v2', at: '2026-05-01T00:00:00Z' },
			],
			tag: 'said-to-be-out',
			why: 'may be without a date when GitLab says that it is out',
		},
		{
			releases: [{ tag: 'v3' }, { tag: 'v2' }, { tag: 'v1' }],
			tag: 'v3',
			why: "of several at one time is the first of GitLab's, which come newest first",
		},
		{
			releases: [
				{ tag: 'v3', at: null },
				{ tag: 'v2', at: null },
				{ tag: 'v1', at: null },
			],
			tag: 'v3',
			why: 'without any date is the first too',
		},
		{
			releases: [{ tag: 'Spring release' }],
			tag: 'Spring release',
			why: 'need not be named as a version',
		},
	])('$tag: $why', ({ releases, tag }) => {
		expect(findLatestRelease(releases.map(release), now)?.tag).toBe(tag);
	});

	test('has its date in UTC, and says that it is a release', () => {
		expect(findLatestRelease([release({ at: '2026-02-19T08:00:00+01:00' })], now)).toEqual({
			kind: 'release',
			tag: 'v1.0.0',
			releasedAt: '2026-02-19T07:00:00Z',
		});
	});
});

describe('the upcoming release', () => {
	test.each<{ releases: Given[]; tag: string | undefined; why: string }>([
		{ releases: [{}], tag: undefined, why: 'all are out' },
		{
			releases: [
				{ tag: 'v3', at: '2026-05-01T00:00:00Z' },
				{ tag: 'v2', at: '2026-04-01T00:00:00Z' },
			],
			tag: 'v2',
			why: 'is the one that comes first',
		},
		{
			releases: [
				{ tag: 'some day', at: null, upcoming: true },
				{ tag: 'v3', at: '2026-05-01T00:00:00Z' },
				{ tag: 'v2', at: '2026-04-01T00:00:00Z' },
			],
			tag: 'v2',
			why: 'has a date, when any has',
		},
		{ releases: [{ tag: 'v3', at: null, upcoming: true }], tag: 'v3', why: 'needs no date' },
		{
			releases: [{ tag: null, at: '2026-05-01T00:00:00Z' }],
			tag: undefined,
			why: 'has a tag that a stranger may know',
		},
	])('$tag: $why', ({ releases, tag }) => {
		expect(findUpcomingRelease(releases.map(release), now)?.tag).toBe(tag);
	});
});

describe('the highest tag', () => {
	test.each([
		{ tags: [], highest: undefined, why: 'there is none' },
		{ tags: ['v1.9.0', 'v1.10.0', 'v1.2.0'], highest: 'v1.10.0', why: 'numbers, not letters' },
		{ tags: ['1.2.3', 'v1.2.4'], highest: 'v1.2.4', why: 'with and without v' },
		{ tags: ['latest', 'stable', 'nightly-7'], highest: undefined, why: 'no version at all' },
		{ tags: ['zeta', 'v0.1.0'], highest: 'v0.1.0', why: 'other tags never count' },
		{ tags: ['v2.0.0-rc1', 'v1.9.0'], highest: 'v1.9.0', why: 'a pre-release is not out' },
		{
			tags: ['v2.0.0-rc9', 'v2.0.0-rc10', 'v1.0.0-beta'],
			highest: 'v2.0.0-rc9',
			why: 'among pre-releases alone, as the rules of semantic versions have it',
		},
		{ tags: ['v2.0.0-rc.9', 'v2.0.0-rc.10'], highest: 'v2.0.0-rc.10', why: 'with a dot: numbers' },
		{ tags: ['v1.4', 'v1.3.9'], highest: 'v1.4', why: 'two parts are enough' },
		{ tags: ['v1.4', 'v1.4.1'], highest: 'v1.4.1', why: 'what is left out is zero' },
		{ tags: ['v9', 'v10', 'v8.5'], highest: 'v10', why: 'one part is enough' },
		{ tags: ['v08.1', 'v7.9'], highest: 'v08.1', why: 'zeros in front do not matter' },
		{ tags: ['v1.0.0+2', 'v1.0.0+10'], highest: 'v1.0.0+10', why: 'builds, at last' },
		{
			tags: ['v99999999999999999999.0.0', 'v1.0.0'],
			highest: 'v1.0.0',
			why: 'what no number holds is no version',
		},
		{ tags: [`v${'9'.repeat(300)}`, 'v1.0.0'], highest: 'v1.0.0', why: 'nor is a long row' },
		{ tags: ['20260101123000', 'v1.0.0'], highest: 'v1.0.0', why: 'nor is a time' },
		{ tags: ['v1.2.3.4', 'v1.0.0'], highest: 'v1.0.0', why: 'nor are four parts' },
		{ tags: ['v1.2.34.5', 'v1.0.0'], highest: 'v1.0.0', why: 'nor four parts of two digits' },
		{ tags: ['docker-v9.0.0', 'release/8.0.0', 'v1.0.0'], highest: 'v1.0.0', why: 'nor a part' },
		{ tags: ['v9.0.0\n', 'v1.0.0'], highest: 'v9.0.0\n', why: 'spaces around do not matter' },
		{ tags: ['v1.0.0', '1.0.0'], highest: '1.0.0', why: 'the same twice: always the same one' },
		{ tags: ['1.0.0', 'v1.0.0'], highest: '1.0.0', why: 'in whatever order they come' },
	])('$highest: $why', ({ tags, highest }) => {
		const raw = tags.map((name) => RawTag.parse({ name }));
		expect(findHighestTag(raw)?.tag).toBe(highest);
	});

	test.each([
		{
			tag: {
				created_at: '2026-02-20T08:00:00Z',
				commit: { committed_date: '2026-02-19T08:00:00Z' },
			},
			releasedAt: '2026-02-20T08:00:00Z',
			why: 'of an annotated tag its own',
		},
		{
			tag: { created_at: null, commit: { committed_date: '2026-02-19T08:00:00Z' } },
			releasedAt: '2026-02-19T08:00:00Z',
			why: "of another its commit's",
		},
		{ tag: { commit: null }, releasedAt: null, why: 'unknown' },
	])('has a date: $why', ({ tag, releasedAt }) => {
		const found = findHighestTag([RawTag.parse({ name: 'v1.0.0', ...tag })]);
		expect(found).toEqual({ kind: 'tag', tag: 'v1.0.0', releasedAt });
	});
});

import semver from 'semver';
import { findKeptFrom } from '#core/inventory/unseen.ts';
import { compareVersions, measureBehind, type Behind } from '#core/base/versions.ts';
import type { Api, ClientLibrary } from '#model/api.ts';
import type { LibraryVersion, UsedClient } from '#model/evidence.ts';
import type { IsoInstant } from '#model/identifiers.ts';
import type { ListState } from '#model/snapshot.ts';
import { parseVersion, type Version } from '#model/version.ts';
import { isVersionOf } from './source/go/go-mod.ts';

/** A client library that a consumer requires, against the newest version of it. */
export interface ClientState {
	used: UsedClient;
	/** `undefined`: the registry does not declare it any more. */
	library: ClientLibrary | undefined;
	/** True: the package is none of the library's, but another one in its place: a fork, or a copy. */
	isReplaced: boolean;
	/** The tag of the newest version. `null`: it is not known. */
	latest: string | null;
	/** When that was pulled, if a later pull has kept it. */
	asOf: IsoInstant | null;
	age: ClientAge;
}

export type ClientAge =
	| { state: 'newest' | 'ahead' }
	| { state: 'behind'; behind: Behind }
	/** With the reason, as a sentence. */
	| { state: 'unknown'; why: string };

interface Versions {
	rows: readonly LibraryVersion[];
	state: ListState['state'];
}

/** @param versions The list of the newest versions. */
export function toClientState(used: UsedClient, api: Api, versions: Versions): ClientState {
	const library = api.clients.find(({ id }) => id === used.client);
	const row = versions.rows.find(({ client }) => client === used.client);
	const latest = row?.latest?.tag ?? null;
	const asOf = row ? findKeptFrom(row, 'releases') : null;
	const isReplaced = library !== undefined && !library.packages.some(isVersionOf(used.package));
	const age: ClientAge = isReplaced
		? { state: 'unknown', why: "It's replaced by another package, which has its own versions." }
		: latest === null
			? { state: 'unknown', why: explainNoLatest(library, row, versions.state) }
			: toAge(used.version, latest);
	return { used, library, isReplaced, latest, asOf, age };
}

function explainNoLatest(
	library: ClientLibrary | undefined,
	row: LibraryVersion | undefined,
	state: ListState['state'],
): string {
	if (library === undefined) return 'The registry no longer declares this library.';
	if (library.project === undefined) {
		return "The registry doesn't name its project, so we can't ask for its newest version.";
	}
	if (state === 'missing') return "The newest versions haven't been pulled yet.";
	if (!row) return 'The next pull asks for its newest version.';
	const failed = row.unanswered?.[0];
	return failed
		? `GitLab failed to answer for its versions. ${failed.why}`
		: 'GitLab shows no released version of it.';
}

function toAge(written: string, latest: string): ClientAge {
	const newest = parseVersion(latest);
	if (newest === undefined) {
		return { state: 'unknown', why: `Its newest tag, ${latest}, isn't a version we can compare.` };
	}
	const required = parseRequired(written);
	if (required === undefined) {
		return { state: 'unknown', why: "The required version isn't one we can compare." };
	}
	const { version, range } = required;
	if (range !== null && semver.satisfies(latest, range)) return { state: 'newest' };
	const behind = measureBehind(version, newest);
	if (behind) return { state: 'behind', behind };
	return { state: compareVersions(version, newest) > 0 ? 'ahead' : 'newest' };
}

interface Required {
	/** Of a range the lowest version that it allows. */
	version: Version;
	/** `null`: exactly that version is required. */
	range: string | null;
}

function parseRequired(written: string): Required | undefined {
	if (isPseudoVersion(written)) return undefined;
	const exact = parseVersion(written);
	if (exact) return { version: exact, range: null };
	const range = semver.validRange(written);
	const lowest = range === null ? null : semver.minVersion(range);
	const version = lowest === null ? undefined : parseVersion(lowest.version);
	return version && { version, range };
}

/** A commit that has no version: `v0.0.0-20260102030405-0123456789ab`. */
function isPseudoVersion(written: string): boolean {
	return /-(?:0\.|[\w.]+\.0\.)?\d{14}-[0-9a-f]{12}(?:\+incompatible)?$/.test(written);
}

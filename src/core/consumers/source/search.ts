import { fingerprint } from '#core/base/fingerprint.ts';
import type { Api } from '#model/api.ts';
import { findSubject } from './engine/services.ts';
import { isManifest, isOwnSource } from './source-scan.ts';

/** Raise it whenever the same source would give other uses, so that kept readings are read again. */
const rulesVersion = 11;

/**
 * The same for two searches that find the same in the same source. It does not change with what is
 * only said of an endpoint, such as its title or status.
 */
export function fingerprintSearch({ surface, clients, endpoints }: Api): string {
	return fingerprint(
		JSON.stringify([
			rulesVersion,
			surface.pattern,
			clients.map(({ id, language, packages, services }) => [id, language, packages, services]),
			endpoints.map(({ method, path, graphql, calls }) => [method, path, graphql, calls]),
		]),
	);
}

/**
 * Whether a file has to be read where files are read one by one: manifests, and source whose path
 * has the word that a part of the client begins with. Of `Issues` and `IssueLinks`: `issue`.
 */
export function isLikelyPath(path: string, { clients }: Api): boolean {
	if (isManifest(path)) return true;
	const own = path.toLowerCase();
	const words = clients.flatMap(({ services }) =>
		services.map((name) => findSubject(name).toLowerCase()),
	);
	return isOwnSource(path) && words.some((word) => own.includes(word));
}

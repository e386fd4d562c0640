import { fingerprint } from '#core/base/fingerprint.ts';
import type { Api } from '#model/api.ts';
import { isManifest, isOwnSource } from './source-scan.ts';

/** Raise it whenever the same source would give other uses, so that kept readings are read again. */
const rulesVersion = 10;

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
 * has the word that all parts of the client are about. With `Issues` and `IssueLinks`: `issue`.
 */
export function isLikelyPath(path: string, api: Api): boolean {
	if (isManifest(path)) return true;
	const own = path.toLowerCase();
	return isOwnSource(path) && findSubjects(api).some((word) => own.includes(word));
}

function findSubjects({ clients }: Api): string[] {
	const services = clients.flatMap((library) => library.services.map(splitWords));
	const shared = services[0]?.filter((word) => services.every((words) => words.includes(word)));
	return shared?.length ? shared : services.flatMap((words) => words.slice(0, 1));
}

/** `IssueLinks` → `issue`, `link`. */
function splitWords(name: string): string[] {
	return [...name.matchAll(/[A-Z]+[a-z0-9]*|[a-z0-9]+/g)].map(([word]) =>
		word.toLowerCase().replace(/s$/, ''),
	);
}

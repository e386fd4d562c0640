import { z } from 'zod';
import { fingerprint } from '#core/base/fingerprint.ts';
import { findOpenapiEndpoints } from '#core/consumers/surface/openapi-endpoints.ts';
import { findPageAnchors } from '#core/consumers/surface/page-anchors.ts';
import { findPageEndpoints } from '#core/consumers/surface/page-endpoints.ts';
import { isExcessive } from '#core/base/text-bounds.ts';
import type { DocumentedSurface } from '#model/api.ts';
import type { DocumentedEndpoint } from '#model/evidence.ts';
import { InvalidDataError, parseOrExplain } from '#model/parse.ts';
import type { SurfaceFor } from '#model/snapshot.ts';
import type { Graphql } from '#gitlab/files/graphql.ts';
import { pullOwnBlobs } from '#gitlab/files/graphql-files.ts';
import type { OnAttempt } from '#gitlab/transport/call.ts';
import type { AnonymousClient } from '#gitlab/transport/client.ts';
import { isMissing } from '#gitlab/transport/errors.ts';
import { pullDefaultHead } from './pull-head.ts';

export interface Surface {
	rows: readonly DocumentedEndpoint[];
	surfaceFor: SurfaceFor;
}

/** Who asks: for the pages at once, as far as GraphQL answers. */
export interface SurfaceSource {
	client: Pick<AnonymousClient, 'commits' | 'files'>;
	graphql: Graphql;
	onAttempt: OnAttempt;
}

/**
 * The endpoints that the documentation of the API has, at the newest commit. All of it, or nothing:
 * what one file says is no reason to take what another one says for gone.
 *
 * @param known What was read before. Nothing is read again at the same commit.
 * @throws {GitLabError} {InvalidDataError}
 */
export async function pullSurface(
	{ client, graphql, onAttempt }: SurfaceSource,
	surface: DocumentedSurface,
	known: { rows: readonly DocumentedEndpoint[]; surfaceFor: SurfaceFor | null } | undefined,
	onStep: () => void,
): Promise<Surface> {
	const { commit } = await pullDefaultHead(client, surface.project);
	onStep();
	const surfaceFor = { commit, lookedFor: fingerprintSurface(surface) };
	const { surfaceFor: before } = known ?? {};
	const isSame = before?.commit === commit && before.lookedFor === surfaceFor.lookedFor;
	if (known && before && isSame) {
		return { rows: known.rows, surfaceFor: before };
	}
	const { project: path, pages, openapi } = surface;
	const [blobs] = await pullOwnBlobs(graphql, [{ path, files: pages, commit }], onAttempt);
	const read = async <Row>(file: string, find: (text: string) => Row): Promise<Row> => {
		const answer: unknown =
			blobs?.get(file) ??
			(await client.files.showRaw(path, file, commit).catch((error: unknown) => {
				throw isMissing(error) ? missingFile(file, path, error) : error;
			}));
		onStep();
		const source = `GitLab's answer to the file ${file} of ${surface.project}`;
		return find(parseOrExplain(z.string(), answer, { source, hint }));
	};
	const anchors: Record<string, string[]> = {};
	const rows = await Promise.all([
		...pages.map((file) =>
			read(file, (text) => {
				const found = readPage(text, file, surface);
				anchors[file] = findPageAnchors(text);
				return found;
			}),
		),
		...(openapi === undefined
			? []
			: [read(openapi, (text) => readOpenapi(text, openapi, surface))]),
	]);
	const inOrder = pages.map((file) => [file, anchors[file] ?? []] as const);
	return { rows: rows.flat(), surfaceFor: { ...surfaceFor, anchors: Object.fromEntries(inOrder) } };
}

const hint = 'Compare it with the Repository files API.';

function missingFile(file: string, project: string, cause: unknown): InvalidDataError {
	return new InvalidDataError(
		`${project} has no file ${file} that GitLab shows to everyone.\n` +
			'Correct surface in content/registry/api.yaml.',
		{ cause },
	);
}

const pageBounds = { characters: 1024 * 1024, lineCharacters: 20_000 };

/** A page without any endpoint has moved: it says nothing of what is documented. */
function readPage(
	text: string,
	file: string,
	{ project, pattern }: DocumentedSurface,
): DocumentedEndpoint[] {
	if (isExcessive(text, pageBounds)) {
		throw new InvalidDataError(
			`${file} of ${project} couldn't be read: expected a page of at most 1 MiB, with lines of at most 20,000 characters.\n` +
				'Correct surface.pages in content/registry/api.yaml.',
		);
	}
	const found = findPageEndpoints(text, file, pattern);
	if (found.length > 0) return found;
	throw new InvalidDataError(
		`${file} of ${project} documents no endpoint of this API.\n` +
			'Correct surface.pages in content/registry/api.yaml, or surface.pattern.',
	);
}

function readOpenapi(
	text: string,
	file: string,
	{ project, pattern }: DocumentedSurface,
): DocumentedEndpoint[] {
	const found = findOpenapiEndpoints(text, file, pattern);
	if (found !== undefined) return found;
	throw new InvalidDataError(
		`${file} of ${project} has no paths as an OpenAPI description in YAML has them.\n` +
			'Correct surface.openapi in content/registry/api.yaml, or remove it.',
	);
}

/** Raise it whenever the same pages would give something else, so that they are read again. */
const rulesVersion = 1;

function fingerprintSurface({ project, pages, openapi, pattern }: DocumentedSurface): string {
	return fingerprint(JSON.stringify([rulesVersion, project, pages, openapi, pattern]));
}

import type { ListName, Snapshot } from '#model/snapshot.ts';
import type { AnonymousClient } from '#gitlab/transport/client.ts';
import { pullSurface } from './pull-surface.ts';
import { Graphql } from '#gitlab/files/graphql.ts';
import type { Count, Puller, Source } from './source.ts';
import type { ClientLibrary } from '#model/api.ts';
import type { LibraryVersion } from '#model/evidence.ts';
import type { ProjectPath } from '#model/identifiers.ts';
import { findHighestTag } from './latest-version.ts';
import { pullTags, unlessHidden } from './project-details.ts';

/** The newest versions of the libraries by which the API is called, and its documentation. */
export function apiPullers(
	{ registry: { api }, requester, lastGood }: Source,
	clientFor: (list: ListName) => AnonymousClient,
	count: Count,
): Record<'libraries' | 'surface', Puller> {
	const asked = findAskedLibraries(api.clients).length;
	const { surface } = api;
	const files = surface.pages.length + (surface.openapi === undefined ? 0 : 1);
	return {
		libraries: {
			of: asked,
			pull: async (onRow) => {
				const rows = await pullLibraries(clientFor('libraries'), api.clients, onRow);
				return { libraries: { kind: 'rows', rows, mayBeEmpty: asked === 0 } };
			},
		},
		surface: {
			of: files === 0 ? 0 : files + 1,
			pull: async (onStep) => {
				if (files === 0) return { surface: { kind: 'rows', rows: [], mayBeEmpty: true } };
				const known = lastGood && knownSurface(lastGood);
				const graphql = new Graphql(requester);
				const asked = { client: clientFor('surface'), graphql, onAttempt: count('surface') };
				const read = await pullSurface(asked, surface, known, onStep);
				return { surface: { kind: 'rows', ...read } };
			},
		},
	};
}

function knownSurface({ about, rows }: Snapshot) {
	return { rows: rows.surface, surfaceFor: about.surfaceFor };
}

/**
 * The newest version of each client library whose project is known. It is the highest tag that is a
 * version, since that is what programs require: the release with the last date may be a backport.
 */
export async function pullLibraries(
	client: AnonymousClient,
	libraries: readonly ClientLibrary[],
	onRow: () => void,
): Promise<LibraryVersion[]> {
	return Promise.all(
		findAskedLibraries(libraries).map(async ({ id, project }): Promise<LibraryVersion> => {
			const tags = await unlessHidden(() => pullTags(client, { id: project, path: project }));
			onRow();
			const latest = tags === 'hidden' ? null : (findHighestTag(tags.value) ?? null);
			return { client: id, project, latest };
		}),
	);
}

export function findAskedLibraries(
	libraries: readonly ClientLibrary[],
): { id: string; project: ProjectPath }[] {
	return libraries.flatMap(({ id, project }) => (project === undefined ? [] : { id, project }));
}

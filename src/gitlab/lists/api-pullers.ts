import { describePartial } from '#core/words/unanswered-words.ts';
import { isPulled, type ListName, type Snapshot } from '#model/snapshot.ts';
import type { AnonymousClient } from '#gitlab/transport/client.ts';
import { pullSurface } from './pull-surface.ts';
import { Graphql } from '#gitlab/files/graphql.ts';
import type { Count, Puller, Source } from './source.ts';
import type { ClientLibrary } from '#model/api.ts';
import type { LibraryVersion } from '#model/evidence.ts';
import type { ProjectPath } from '#model/identifiers.ts';
import { findDate } from './kept-parts.ts';
import { findHighestTag } from './latest-version.ts';
import { failIfMost, PartFailure, unlessFailed } from './part-failure.ts';
import { pullTags, unlessHidden } from './project-details.ts';

/** The newest versions of the libraries by which the API is called, and its documentation. */
export function apiPullers(
	{ registry: { api }, requester, lastGood }: Source,
	clientFor: (list: ListName) => AnonymousClient,
	count: Count,
): Record<'libraries' | 'surface', Puller> {
	const { surface } = api;
	const files = surface.pages.length + (surface.openapi === undefined ? 0 : 1);
	return {
		libraries: {
			of: findAskedLibraries(api.clients).length,
			pull: async (onRow) => {
				const client = clientFor('libraries');
				const pulled = await pullLibraries(client, api.clients, lastGood, onRow);
				return { libraries: { kind: 'rows', ...pulled } };
			},
		},
		surface: {
			of: files + 1,
			pull: async (onStep) => {
				const known = lastGood && {
					rows: lastGood.rows.surface,
					surfaceFor: lastGood.about.surfaceFor,
				};
				const graphql = new Graphql(requester);
				const asked = { client: clientFor('surface'), graphql, onAttempt: count('surface') };
				const read = await pullSurface(asked, surface, known, onStep);
				return { surface: { kind: 'rows', ...read } };
			},
		},
	};
}

/**
 * The newest version of each client library whose project is known. It is the highest tag that is a
 * version, since that is what programs require: the release with the last date may be a backport.
 * Where GitLab fails to answer it is the last good one, and `partial` says so.
 *
 * @throws what failed, when that says something of more than single libraries (`failIfMost`).
 */
export async function pullLibraries(
	client: AnonymousClient,
	libraries: readonly ClientLibrary[],
	lastGood: Snapshot | undefined,
	onRow: () => void,
): Promise<{ rows: LibraryVersion[]; partial: string | undefined }> {
	const answers = await Promise.all(
		findAskedLibraries(libraries).map(async ({ id, project }) => {
			const place = { id: project, path: project };
			const tags = await unlessFailed(() => unlessHidden(() => pullTags(client, place)));
			onRow();
			return { id, project, tags };
		}),
	);
	failIfMost(answers.map(({ tags }) => tags));
	const rows = answers.map(({ id, project, tags }): LibraryVersion => {
		const row = { client: id, project };
		if (tags instanceof PartFailure) return { ...row, ...keepVersion(tags, row, lastGood) };
		return { ...row, latest: tags === 'hidden' ? null : (findHighestTag(tags.value) ?? null) };
	});
	const partial = describePartial(rows.map((row) => ({ ...row, path: row.project })));
	return { rows, partial };
}

function keepVersion(
	{ why }: PartFailure,
	{ client, project }: Pick<LibraryVersion, 'client' | 'project'>,
	lastGood: Snapshot | undefined,
): Pick<LibraryVersion, 'latest' | 'unanswered'> {
	const before = lastGood?.rows.libraries.find(
		(row) => row.client === client && row.project === project,
	);
	const state = lastGood?.about.lists.libraries;
	const keptFrom =
		before && state && isPulled(state) ? findDate('releases', { facts: before, ...state }) : null;
	return { latest: before?.latest ?? null, unanswered: [{ part: 'releases', keptFrom, why }] };
}

function findAskedLibraries(
	libraries: readonly ClientLibrary[],
): { id: string; project: ProjectPath }[] {
	return libraries.flatMap(({ id, project }) => (project === undefined ? [] : { id, project }));
}

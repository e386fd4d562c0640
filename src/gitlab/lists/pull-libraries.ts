import type { ClientLibrary } from '#model/api.ts';
import type { LibraryVersion } from '#model/evidence.ts';
import type { ProjectPath } from '#model/identifiers.ts';
import type { AnonymousClient } from '#gitlab/transport/client.ts';
import { findHighestTag } from './latest-version.ts';
import { pullTags, unlessHidden } from './project-details.ts';

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

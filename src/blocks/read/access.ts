import { getCollection } from 'astro:content';
import { site } from '#site.ts';
import { pathUrl } from '#core/words/links.ts';
import type { ProjectAccess } from '#model/checks.ts';
import type { ProjectPath } from '#model/identifiers.ts';
import type { DeclaredGroup } from '#model/registry.ts';
import { oncePerBuild } from './once-per-build.ts';
import { readAbout } from './snapshot.ts';

/** The team's groups, and what access they have to a project. */
export interface TeamAccess {
	groups: { declared: DeclaredGroup; access: ProjectAccess | undefined; url: string }[];
	/** Why the access of a group is not known, as a sentence. */
	unknownAccess: string;
}

/** @param path As the registry declares the project. */
export async function readAccess(path: ProjectPath): Promise<TeamAccess> {
	const { lists } = await readAbout();
	const rows = (await accessByProject()).get(path) ?? [];
	const declaredGroups = await getCollection('declaredGroups');
	return {
		groups: declaredGroups.map(({ data: declared }) => ({
			declared,
			access: rows.find(({ group }) => group === declared.path),
			url: pathUrl(site.instance, declared.path),
		})),
		unknownAccess:
			lists.access.state === 'missing'
				? 'Access: unknown. GitLab tells it only to those who sign in.'
				: 'Access: unknown. GitLab did not tell it.',
	};
}

const accessByProject = oncePerBuild(async () => {
	const entries = await getCollection('access');
	return Map.groupBy(
		entries.map(({ data }) => data),
		({ project }) => project,
	);
});

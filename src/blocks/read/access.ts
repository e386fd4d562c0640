import { site } from '#site.ts';
import { pathUrl } from '#core/words/links.ts';
import type { ProjectAccess } from '#model/checks.ts';
import type { ProjectPath } from '#model/identifiers.ts';
import type { DeclaredGroup } from '#model/registry.ts';
import { siteData } from '#site-data.ts';
import { oncePerBuild } from './once-per-build.ts';

/** The team's groups, and what access they have to a project. */
export interface TeamAccess {
	groups: { declared: DeclaredGroup; access: ProjectAccess | undefined; url: string }[];
	/** Why the access of a group is not known, as a sentence. */
	unknownAccess: string;
}

const readAccessRows = oncePerBuild(async () =>
	Map.groupBy((await siteData()).snapshot.rows.access, ({ project }) => project),
);

/** @param path As the registry declares the project. */
export async function readAccess(path: ProjectPath): Promise<TeamAccess> {
	const { registry, snapshot } = await siteData();
	const rows = (await readAccessRows()).get(path) ?? [];
	return {
		groups: registry.people.map((declared) => ({
			declared,
			access: rows.find(({ group }) => group === declared.path),
			url: pathUrl(site.instance, declared.path),
		})),
		unknownAccess:
			snapshot.about.lists.access.state === 'missing'
				? 'Access: unknown. GitLab tells it only to those who sign in.'
				: 'Access: unknown. GitLab did not tell it.',
	};
}

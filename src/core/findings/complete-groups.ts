import type { DeclaredChecks } from '#model/registry.ts';
import type { About } from '#model/snapshot.ts';
import type { Finding } from './finding.ts';
import { isSamePath } from '#core/base/paths.ts';

/**
 * Finds the groups that have to be complete and that GitLab does not show: which projects they lack
 * nobody can tell. Of a group that was not asked for yet nothing is known.
 */
export function findHiddenCompleteGroups(
	{ completeGroups }: Pick<DeclaredChecks, 'completeGroups'>,
	{ listedGroups }: Pick<About, 'listedGroups'>,
): Finding[] {
	return completeGroups
		.filter(({ path }) =>
			listedGroups.some(({ group, visible }) => !visible && isSamePath(group, path)),
		)
		.map(({ path, place }) => ({
			rule: 'complete-group-not-visible',
			level: 'unknown',
			concerns: 'registry',
			place,
			group: path,
			key: path,
		}));
}

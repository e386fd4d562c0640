import type { CheckRules } from '#model/checks.ts';
import type { About } from '#model/snapshot.ts';
import type { Finding } from './finding.ts';
import { isSamePath } from '#core/base/paths.ts';

/** Line of one of `completeGroups`, by its position in the registry, counted from 0. */
export type CompleteGroupLineOf = (index: number) => number | undefined;

/**
 * Finds the groups that have to be complete and that GitLab does not show: which projects they lack
 * nobody can tell. Of a group that was not asked for yet nothing is known.
 */
export function findHiddenCompleteGroups(
	{ completeGroups }: Pick<CheckRules, 'completeGroups'>,
	{ listedGroups }: Pick<About, 'listedGroups'>,
	lineOf: CompleteGroupLineOf,
): Finding[] {
	return completeGroups.flatMap((group, index): Finding[] => {
		const listed = listedGroups.find((one) => isSamePath(one.group, group));
		if (listed === undefined || listed.visible) return [];
		return [{ rule: 'complete-group-not-visible', group, line: lineOf(index) ?? null }];
	});
}

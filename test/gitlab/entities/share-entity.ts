import { canReadGroup, samePath } from '../access.ts';
import type { Question } from '../question.ts';
import type { WorldShare } from '../world.ts';

/**
 * The groups that a project or a group is shared with, as `shared_with_groups` has them. Groups
 * that the caller may not see are left out; private ones that they may see are not.
 */
export function toShareEntities({ world, viewer }: Question, shares: readonly WorldShare[]) {
	return shares.flatMap(({ group: path, accessLevel, expiresAt }) => {
		const group = world.groups.find((candidate) => samePath(candidate.path, path));
		if (group === undefined || !canReadGroup(world, viewer, group)) return [];
		return [
			{
				group_id: group.id,
				group_name: group.name,
				group_full_path: group.path,
				group_access_level: accessLevel,
				expires_at: expiresAt ?? null,
			},
		];
	});
}

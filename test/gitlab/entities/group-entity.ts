import { accessLevel, ancestorsOf, owner, samePath } from '../access.ts';
import type { Question } from '../question.ts';
import type { WorldGroup } from '../world.ts';

export function toGroupEntity({ world, viewer }: Question, group: WorldGroup) {
	const parent = world.groups.find(({ path }) => samePath(path, ancestorsOf(group.path)[0] ?? ''));
	return {
		id: group.id,
		web_url: `${world.webUrl}/groups/${group.path}`,
		name: group.name,
		path: group.path.split('/').at(-1),
		description: group.description,
		visibility: group.visibility,
		share_with_group_lock: false,
		lfs_enabled: true,
		avatar_url: null,
		request_access_enabled: true,
		full_name: group.path.split('/').join(' / '),
		full_path: group.path,
		created_at: group.createdAt,
		parent_id: parent?.id ?? null,
		shared_with_groups: [],
		...(accessLevel(world, viewer, group.path) >= owner && { runners_token: group.runnersToken }),
	};
}

import { accessLevel, ancestorsOf, owner, samePath } from '../access.ts';
import type { Question } from '../question.ts';
import type { WorldGroup } from '../world.ts';
import { toShareEntities } from './share-entity.ts';

/** Strangers are told whom a group is shared with, too, as far as they see those groups. */
export function toGroupEntity(question: Question, group: WorldGroup) {
	const { world, viewer } = question;
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
		...((viewer.user !== null || world.listings !== 'short') && {
			shared_with_groups: toShareEntities(question, group.sharedWith),
		}),
		...(accessLevel(world, viewer, group.path) >= owner && { runners_token: group.runnersToken }),
	};
}

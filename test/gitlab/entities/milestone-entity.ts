import { samePath } from '../access.ts';
import type { World, WorldMilestone } from '../world.ts';

export function toMilestoneEntity(world: World, milestone: WorldMilestone) {
	const { kind, parent, dueDate } = milestone;
	const parents = kind === 'group' ? world.groups : world.projects;
	const parentId = parents.find(({ path }) => samePath(path, parent))?.id ?? 0;
	const below = kind === 'group' ? `groups/${parent}` : parent;
	return {
		id: milestone.id,
		iid: milestone.iid,
		...(kind === 'group' ? { group_id: parentId } : { project_id: parentId }),
		title: milestone.title,
		description: milestone.description,
		state: milestone.state,
		created_at: milestone.createdAt,
		updated_at: milestone.updatedAt,
		due_date: dueDate,
		start_date: milestone.startDate,
		expired: dueDate !== null && dueDate < world.today,
		web_url: `${world.webUrl}/${below}/-/milestones/${String(milestone.iid)}`,
	};
}

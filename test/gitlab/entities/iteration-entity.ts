import { samePath } from '../access.ts';
import type { World, WorldIteration } from '../world.ts';

const numbers = { upcoming: 1, current: 2, closed: 3 } as const;

/** GitLab says a number, and which cadence it is of not at all. */
export function toIterationEntity(world: World, iteration: WorldIteration) {
	const { id, iid, parent, title, startDate, dueDate, createdAt, updatedAt } = iteration;
	return {
		id,
		iid,
		sequence: iid,
		group_id: world.groups.find(({ path }) => samePath(path, parent))?.id ?? 0,
		title,
		description: null,
		state: numbers[iterationState(world, iteration)],
		created_at: createdAt,
		updated_at: updatedAt,
		start_date: startDate,
		due_date: dueDate,
		web_url: `${world.webUrl}/groups/${parent}/-/iterations/${String(id)}`,
	};
}

export function iterationState(
	{ today }: Pick<World, 'today'>,
	{ startDate, dueDate }: WorldIteration,
): keyof typeof numbers {
	if (dueDate < today) return 'closed';
	return startDate > today ? 'upcoming' : 'current';
}

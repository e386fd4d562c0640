import type { NamedQuestion } from '#core/doubt/named-things.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { samePath } from '../access.ts';
import { idFor } from '../seed.ts';
import type { World } from '../world.ts';
import { addDays, instantOn } from './calendar.ts';

/** Groups or projects with the labels that registry and pages name there. */
export function withLabels<Place extends { path: string }>(
	places: readonly Place[],
	named: readonly NamedQuestion[],
): Place[] {
	return places.map((place) => {
		const labels = named
			.filter((one) => one.kind === 'label' && samePath(one.place, place.path))
			.map(({ name }) => name);
		return labels.length === 0 ? place : { ...place, labels };
	});
}

/**
 * The milestones that pages name and no plan has, such as a backlog. They are of a group below, so
 * that no list of the group's own milestones has them.
 */
export function withNamedMilestones<Dated extends Pick<World, 'milestones'>>(
	dated: Dated,
	named: readonly NamedQuestion[],
	today: IsoDate,
): Dated {
	const missing = named.filter(
		({ kind, name }) =>
			kind === 'milestone' && !dated.milestones.some(({ title }) => title === name),
	);
	const createdAt = instantOn(addDays(today, -700), 'named milestone');
	return {
		...dated,
		milestones: [
			...dated.milestones,
			...missing.map(({ place, name }, index) => ({
				id: idFor(`milestone ${place} ${name}`),
				iid: 5_000 + index,
				parent: `${place}/sample-named`,
				kind: 'group' as const,
				title: name,
				description: null,
				state: 'active' as const,
				startDate: null,
				dueDate: null,
				createdAt,
				updatedAt: createdAt,
			})),
		],
	};
}

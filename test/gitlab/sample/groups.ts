import type { IsoDate } from '#model/identifiers.ts';
import type { Registry } from '#model/registry.ts';
import { ancestorsOf } from '../access.ts';
import { planted } from '../planted.ts';
import type { WorldGroup } from '../world.ts';
import type { SampleProjects } from './projects.ts';
import { addDays, instantOn } from './calendar.ts';
import { ownership, sampleMembers } from './people.ts';
import { idFor } from '../seed.ts';

/** Every group above a project, the groups of people, and a private one. */
export function sampleGroups(
	registry: Registry,
	{ projects, groupShares }: Pick<SampleProjects, 'projects' | 'groupShares'>,
	today: IsoDate,
): WorldGroup[] {
	const ofPeople: string[] = registry.people.map(({ path }) => path);
	const paths = new Set<string>([
		registry.plan.group,
		planted.privateGroup,
		...ofPeople,
		...[...projects.map(({ path }) => path), ...ofPeople].flatMap(ancestorsOf),
	]);
	return [...paths].toSorted().map((path) => {
		const isTop = !path.includes('/');
		return {
			id: idFor(`group ${path}`),
			path,
			name: registry.people.find((group) => group.path === path)?.name ?? nameOf(path),
			description: 'Sample text that stands in for a description.',
			visibility: path === planted.privateGroup ? 'private' : 'public',
			createdAt: instantOn(addDays(today, -3000), path),
			runnersToken: planted.runnersToken,
			members: [
				...(isTop ? [ownership(path, today)] : []),
				...(ofPeople.includes(path) ? sampleMembers(path, today) : []),
			],
			sharedWith: [...(groupShares.get(path) ?? [])],
		};
	});
}

function nameOf(path: string): string {
	return path.split('/').at(-1) ?? path;
}

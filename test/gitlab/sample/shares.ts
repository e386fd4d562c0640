import type { IsoDate } from '#model/identifiers.ts';
import type { Registry } from '#model/registry.ts';
import { isWithin } from '../access.ts';
import { planted } from '../planted.ts';
import { chance } from '../seed.ts';
import type { WorldShare } from '../world.ts';
import { addDays } from './calendar.ts';

export interface SampleShares {
	/** By path of the project, for those where it is not as usual. */
	projects: ReadonlyMap<string, readonly WorldShare[]>;
	groups: ReadonlyMap<string, readonly WorldShare[]>;
}

const secretShare: WorldShare = { group: planted.privateGroup, accessLevel: 30 };

/**
 * The projects with which something is wrong, or only looks so: the maintainers have too little
 * access to one, none to another, and have it to a third only through the group above it.
 */
export function sampleShares(registry: Registry, paths: readonly string[]): SampleShares {
	const maintainers = (accessLevel: number) => sharesOfMaintainers(registry, accessLevel);
	const through = paths.find((path) => isAlone(path, registry));
	const others = paths.filter((path) => path !== through);
	const lesser = others[Math.floor(others.length / 3)];
	const none = others[Math.floor((others.length * 2) / 3)];
	const projects = new Map<string, WorldShare[]>();
	const groups = new Map<string, WorldShare[]>();
	if (through !== undefined) {
		projects.set(through, [secretShare]);
		groups.set(parentOf(through), [...maintainers(40), secretShare]);
	}
	if (lesser !== undefined) {
		projects.set(lesser, [...maintainers(30), secretShare]);
	}
	if (none !== undefined && none !== lesser) projects.set(none, [secretShare]);
	return { projects, groups };
}

/** Every group of the registry has access, the maintainers the highest. */
export function usualShares(registry: Registry, path: string, today: IsoDate): WorldShare[] {
	const { maintainers } = registry.checks;
	const others = registry.people.filter((group) => group.path !== maintainers);
	return [
		...sharesOfMaintainers(registry, 40),
		...others.map(({ path: group }) => ({
			group,
			accessLevel: 30,
			expiresAt: chance(`expiry ${group} ${path}`, 20) ? addDays(today, 200) : null,
		})),
		secretShare,
	];
}

/** A registry that names no maintainers has none whose access could be wrong. */
function sharesOfMaintainers(
	{ checks: { maintainers } }: Registry,
	accessLevel: number,
): WorldShare[] {
	return maintainers === undefined ? [] : [{ group: maintainers, accessLevel }];
}

/** Consumers are not the team's: nobody of it has access to them. */
export const sharesOfOthers: readonly WorldShare[] = [secretShare];

/** No other project of the registry is in the group above it, or below that. */
function isAlone(path: string, registry: Registry): boolean {
	const parent = parentOf(path);
	return registry.projects.every(
		(other) => other.path === path || !isWithin(parentOf(other.path), parent),
	);
}

function parentOf(path: string): string {
	return path.split('/').slice(0, -1).join('/');
}

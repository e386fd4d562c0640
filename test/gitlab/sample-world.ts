import { hasPlan } from '#core/snapshot/configured-lists.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { Registry } from '#model/registry.ts';
import { planted } from './planted.ts';
import { addDays, instantOn } from './sample/calendar.ts';
import { sampleGroups } from './sample/groups.ts';
import { sampleIssues } from './sample/issues.ts';
import { sampleMilestones } from './sample/milestones.ts';
import { newcomerIssues } from './sample/newcomer-issues.ts';
import { reader, sampleUsers } from './sample/people.ts';
import { sampleProjects } from './sample/projects.ts';
import { sampleTeam } from './sample/team.ts';
import type { World, WorldToken } from './world.ts';

/**
 * An invented world in which all that the registry declares exists.
 *
 * It follows from the registry and the day alone. Its secrets are in `planted.ts`.
 */
export function sampleWorld(registry: Registry, today: IsoDate): World {
	const made = sampleProjects(registry, today);
	const { projects, moved } = made;
	const milestones = sampleMilestones(registry.plan, today);
	return {
		today,
		version: '19.6.0-ee',
		webUrl: registry.site.instance.replace(/\/+$/, ''),
		users: sampleUsers(registry),
		groups: sampleGroups(registry, made, today),
		projects,
		milestones: milestones.all,
		issues: [
			...(hasPlan(registry) ? sampleIssues(registry.plan, milestones, projects, today) : []),
			...newcomerIssues(registry, today),
		],
		team: sampleTeam(registry),
		tokens: new Map([[planted.token, sampleToken(today)]]),
		moved,
	};
}

function sampleToken(today: IsoDate): WorldToken {
	return {
		id: 1,
		name: 'handbook',
		username: reader,
		scopes: ['read_api'],
		state: 'valid',
		createdAt: instantOn(addDays(today, -30), 'token'),
		expiresAt: addDays(today, 300),
	};
}

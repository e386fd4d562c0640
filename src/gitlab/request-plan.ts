import type { Registry } from '#model/registry.ts';
import { groupsAbove } from './group-paths.ts';
import { covers } from './listings.ts';
import { findAccessListings } from './pull-access.ts';

/** A pull makes no more requests than 300, if that is possible. Some are for what fails. */
const plannedRequests = 295;
/** A project takes six requests without its files; few more are left for these where projects are many. */
const requestsPerProject = 6.4;

/**
 * How many requests the lists of projects may take. What is not known of files by then is left to
 * the next pull.
 *
 * It follows from the registry alone: what is read must not depend on what other lists meet.
 */
export function planRequests(
	registry: Registry,
	{ withToken }: { withToken: boolean },
): Record<'projects' | 'consumers', number> {
	const { length: projects } = registry.projects;
	const { length: consumers } = registry.consumers;
	const both = projects + consumers;
	const whole = Math.max(
		plannedRequests - countOthers(registry, withToken),
		requestsPerProject * both,
	);
	return {
		projects: Math.min(
			Math.floor((whole * projects) / Math.max(1, both)),
			Math.max(260, 7 * projects),
		),
		consumers: Math.floor((whole * consumers) / Math.max(1, both)),
	};
}

/** The most that all other lists ask for, as long as each answer has one page. */
function countOthers(
	{ plan, people, team, checks, projects }: Registry,
	withToken: boolean,
): number {
	const ofPlan = 2 + plan.groupLabels.length * (2 * plan.nextMilestones + 2);
	const ofTeam = team.rosters.length > 0 ? 1 : 0;
	const asStranger = ofPlan + people.length + ofTeam + 2 * checks.completeGroups.length;
	if (!withToken) return asStranger;
	const paths = projects.filter(({ instance }) => instance === undefined).map(({ path }) => path);
	const ofAccess = countListings(paths) + new Set(paths.flatMap(groupsAbove)).size;
	return asStranger + 1 + people.length + ofAccess;
}

function countListings(paths: Parameters<typeof findAccessListings>[0]): number {
	const listed = findAccessListings(paths);
	const alone = paths.filter((path) => !listed.some((group) => covers(group, path)));
	return listed.length + alone.length;
}

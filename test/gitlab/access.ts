import type { Viewer } from './viewer.ts';
import type {
	HideablePart,
	Visibility,
	World,
	WorldGroup,
	WorldIssue,
	WorldProject,
} from './world.ts';

const planner = 15;
const guest = 10;
export const owner = 50;
export const maintainer = 40;

/** Paths of the groups above a project or group, nearest first. */
export function ancestorsOf(path: string): string[] {
	const segments = path.split('/');
	return segments
		.slice(1)
		.map((_, index) => segments.slice(0, index + 1).join('/'))
		.toReversed();
}

export function samePath(one: string, other: string): boolean {
	return one.toLowerCase() === other.toLowerCase();
}

/** True for the group itself and all that is below it. */
export function isWithin(path: string, group: string): boolean {
	return samePath(path, group) || path.toLowerCase().startsWith(`${group.toLowerCase()}/`);
}

/** The highest role that the viewer has in a group or project, inherited ones included. */
export function accessLevel(world: World, { user }: Viewer, path: string): number {
	if (user === null) return 0;
	if (user.admin) return 60;
	const levels = world.groups
		.filter((group) => isWithin(path, group.path))
		.flatMap(({ members }) => members)
		.filter(({ username }) => username === user.username)
		.map((member) => member.accessLevel);
	return Math.max(0, ...levels);
}

export function canReadGroup(world: World, viewer: Viewer, group: WorldGroup): boolean {
	return canRead(world, viewer, group);
}

export function canReadProject(world: World, viewer: Viewer, project: WorldProject): boolean {
	return canRead(world, viewer, project);
}

export function canReadPart(
	world: World,
	viewer: Viewer,
	project: WorldProject,
	part: HideablePart,
): boolean {
	if (!canReadProject(world, viewer, project)) return false;
	return !project.hidden.includes(part) || accessLevel(world, viewer, project.path) >= guest;
}

export function canReadIssue(
	world: World,
	viewer: Viewer,
	project: WorldProject,
	issue: WorldIssue,
): boolean {
	if (!canReadPart(world, viewer, project, 'issues')) return false;
	if (!issue.confidential) return true;
	const username = viewer.user?.username;
	const isTheirs = issue.author === username || issue.assignees.some((name) => name === username);
	return isTheirs || accessLevel(world, viewer, project.path) >= planner;
}

function canRead(
	world: World,
	viewer: Viewer,
	{ visibility, path }: { visibility: Visibility; path: string },
): boolean {
	if (visibility === 'public') return true;
	if (visibility === 'internal' && viewer.user !== null) return true;
	return accessLevel(world, viewer, path) >= guest;
}

import { GroupPath } from '#model/identifiers.ts';

/** Whether a project or group is in a group, at whatever depth. Case does not matter. */
export function isBelow(path: string, group: string): boolean {
	return path.toLowerCase().startsWith(`${group.toLowerCase()}/`);
}

/** The groups above a project or group, nearest first. */
export function groupsAbove(path: string): GroupPath[] {
	const steps = path.split('/').slice(0, -1);
	return steps.map((_, index) => GroupPath.parse(steps.slice(0, steps.length - index).join('/')));
}

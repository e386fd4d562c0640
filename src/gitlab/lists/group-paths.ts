import { GroupPath } from '#model/identifiers.ts';

/** The groups above a project or group, nearest first. */
export function groupsAbove(path: string): GroupPath[] {
	const steps = path.split('/').slice(0, -1);
	return steps.map((_, index) => GroupPath.parse(steps.slice(0, steps.length - index).join('/')));
}

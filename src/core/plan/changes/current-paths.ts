import type { PlanOfDay } from '#model/history.ts';
import type { ProjectPath } from '#model/identifiers.ts';
import type { DeclaredProject } from '#model/declared.ts';
import { compareReferences } from '#model/order.ts';

type Moved = Pick<DeclaredProject, 'path' | 'earlierPaths'>;

/**
 * The kept days with the paths that declared projects have today: an issue stays the same one when
 * its project is renamed or moved. Each day keeps the order of its issues.
 */
export function withCurrentPaths(
	days: readonly PlanOfDay[],
	projects: readonly Moved[],
): PlanOfDay[] {
	const current = new Map<string, ProjectPath>(
		projects.flatMap(({ path, earlierPaths }) =>
			earlierPaths.map((earlier) => [earlier.toLowerCase(), path] as const),
		),
	);
	const isMoved = ({ project }: { project: ProjectPath }) => current.has(project.toLowerCase());
	return days.map((day) => {
		if (!day.issues.some(isMoved)) return day;
		const issues = day.issues.map((issue) => ({
			...issue,
			project: current.get(issue.project.toLowerCase()) ?? issue.project,
		}));
		return { ...day, issues: issues.toSorted(compareReferences) };
	});
}

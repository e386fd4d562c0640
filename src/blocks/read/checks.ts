import { checkProjects, type CheckedProject } from '#core/inventory/checks/check-projects.ts';
import type { DeclaredTool } from '#model/checks.ts';
import { siteData } from '#site-data.ts';

/** The tools whose version is to be the same everywhere: those that tables have a column for. */
export async function readAgreedTools(): Promise<DeclaredTool[]> {
	const { registry } = await siteData();
	return registry.checks.tools.filter(({ agreed }) => agreed !== undefined);
}

/** All projects of the registry with their checks, in its order. */
export async function readProjectChecks(): Promise<readonly CheckedProject[]> {
	const { registry, snapshot } = await siteData();
	return checkProjects(registry, snapshot);
}

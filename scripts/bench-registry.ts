import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument, stringify } from 'yaml';
import type { Site } from '#model/registry.ts';
import { registryPath } from '#store/registry.ts';

const projectsPerGroup = 20;

/** Declares so many invented projects in a checkout, instead of those that it declares. */
export async function writeInventedProjects(
	root: string,
	{ projectGroups }: Site,
	count: number,
): Promise<void> {
	const kinds = projectGroups.flatMap(({ id, categories }) =>
		categories.length === 0
			? [{ group: id }]
			: categories.map((category) => ({ group: id, category: category.id })),
	);
	const projects = Array.from({ length: count }, (_, index) => ({
		path: `${groupOf(index)}/sample-project-${String(index + 1)}`,
		name: `Sample project ${String(index + 1)}`,
		...kinds[index % kinds.length],
		...(index % 3 === 0 && { releaseOverdueAfterDays: 45 }),
	}));
	await writeFile(join(root, registryPath.projects), stringify(projects));

	const checksFile = join(root, registryPath.checks);
	const checks = parseDocument(await readFile(checksFile, 'utf8'));
	checks.set('completeGroups', [groupOf(0), groupOf(count - 1)]);
	checks.set('exemptions', []);
	await writeFile(checksFile, checks.toString());
}

function groupOf(index: number): string {
	return `sample-group-${String(Math.floor(index / projectsPerGroup) + 1)}`;
}

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import type { Site } from '#model/site.ts';
import { registryPath } from '#store/registry-files.ts';

const projectsPerGroup = 20;

/** Declares invented projects in a checkout, beside its own, which pages link to: so many in all. */
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
	const projectsFile = join(root, registryPath('projects'));
	const own = z.array(z.unknown()).parse(parse(await readFile(projectsFile, 'utf8')));
	const invented = Array.from({ length: count - own.length }, (_, index) => ({
		path: `${groupOf(index)}/sample-project-${String(index + 1)}`,
		name: `Sample project ${String(index + 1)}`,
		...kinds[index % kinds.length],
		...(index % 3 === 0 && { releaseOverdueAfterDays: 45 }),
	}));
	await writeFile(projectsFile, stringify([...own, ...invented]));

	const checksFile = join(root, registryPath('checks'));
	const checks = parseDocument(await readFile(checksFile, 'utf8'));
	checks.set('completeGroups', [groupOf(0), groupOf(invented.length - 1)]);
	checks.set('exemptions', []);
	await writeFile(checksFile, checks.toString());
}

function groupOf(index: number): string {
	return `sample-group-${String(Math.floor(index / projectsPerGroup) + 1)}`;
}

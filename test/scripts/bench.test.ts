import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readRegistry } from '#store/registry.ts';
import { writeInventedProjects } from '../../scripts/bench-registry.ts';

const checkout = join(import.meta.dirname, '../..');

let root: string;
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'bench-'));
	await cp(join(checkout, 'content/registry'), join(root, 'content/registry'), {
		recursive: true,
	});
});
afterEach(() => rm(root, { recursive: true }));

test('invented projects make a registry without mistakes, in all groups and categories', async () => {
	const { site } = await readRegistry(root);
	await writeInventedProjects(root, site, 250);
	const { projects, checks, people } = await readRegistry(root);
	expect(projects).toHaveLength(250);
	expect(projects.every(({ path }) => /^sample-group-\d+\/sample-project-\d+$/.test(path))).toBe(
		true,
	);
	expect(new Set(projects.map(({ group }) => group))).toEqual(
		new Set(site.projectGroups.map(({ id }) => id)),
	);
	expect(projects.some(({ releaseOverdueAfterDays }) => releaseOverdueAfterDays)).toBe(true);
	expect(checks.completeGroups).toEqual(['sample-group-1', 'sample-group-13']);
	expect(people.map(({ path }) => path)).toContain(checks.maintainers);
});

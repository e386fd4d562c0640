import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPageFiles } from '#store/page-files.ts';
import { readRegistry } from '#store/registry.ts';
import { writeInventedPages } from '../../scripts/bench-pages.ts';
import { writeInventedProjects } from '../../scripts/bench-registry.ts';
import { teams } from '../fixtures/teams.ts';

let root: string;
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'bench-'));
	await cp(join(teams.kettle, 'content/registry'), join(root, 'content/registry'), {
		recursive: true,
	});
});
afterEach(() => rm(root, { recursive: true }));

test('invented projects make a registry without mistakes, in all groups and categories', async () => {
	const { site, projects: own } = await readRegistry(root);
	await writeInventedProjects(root, site, 250);
	const { projects, checks, people } = await readRegistry(root);
	expect(projects).toHaveLength(250);
	// Pages link to those that are there.
	expect(projects.slice(0, own.length)).toMatchObject(own.map(({ path }) => ({ path })));
	const invented = projects.filter(({ path }) =>
		/^sample-group-\d+\/sample-project-\d+$/.test(path),
	);
	expect(invented).toHaveLength(250 - own.length);
	expect(new Set(projects.map(({ group }) => group))).toEqual(
		new Set(site.projectGroups.map(({ id }) => id)),
	);
	expect(projects.some(({ releaseOverdueAfterDays }) => releaseOverdueAfterDays)).toBe(true);
	expect(checks.completeGroups.map(({ path }) => path)).toEqual([
		'sample-group-1',
		'sample-group-12',
	]);
	expect(people.map(({ path }) => path)).toContain(checks.maintainers);
});

test('invented pages are in all sections, and can be published', async () => {
	const { site } = await readRegistry(root);
	for (const { directory } of site.sections) {
		await mkdir(join(root, 'content/handbook', directory), { recursive: true });
	}
	const addresses = await writeInventedPages(root, site, 20);
	expect(new Set(addresses)).toHaveLength(20);
	expect(new Set(addresses.map((address) => address.split('/')[0]))).toEqual(
		new Set(site.sections.map(({ directory }) => directory)),
	);
	const files = await readPageFiles(root);
	expect(files.map(({ path }) => path).toSorted()).toEqual(
		addresses.map((address) => `${address}.mdx`).toSorted(),
	);
});

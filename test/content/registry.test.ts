import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { registryFiles } from '#model/registry.ts';
import { readRegistry } from '#store/registry.ts';
import { registryPath } from '#store/registry-files.ts';
import { checkout } from './checkout.ts';

const fileOf = (name: (typeof registryFiles)[number]) => join(checkout, registryPath(name));

test.each(registryFiles.filter((name) => existsSync(fileOf(name))))(
	'%s names its schema in its first line, so that editors find it',
	(name) => {
		const [first] = readFileSync(fileOf(name), 'utf8').split('\n');
		expect(first).toBe(`# yaml-language-server: $schema=.schema/${name}.json`);
	},
);

test('has the projects and the consumers in alphabetical order of their paths', async () => {
	const { projects, consumers } = await readRegistry(checkout);
	for (const list of [projects, consumers]) {
		const paths = list.map(({ path }) => path);
		expect(paths).toEqual(paths.toSorted());
	}
});

test('has user stories that all map back to a job of the same file', async () => {
	const { jobs } = await readRegistry(checkout);
	const slugs = jobs!.jobs.flatMap(({ slug, children }) => [
		slug,
		...children.map((child) => child.slug),
	]);
	expect(jobs!.storyGroups.length).toBeGreaterThan(0);
	for (const { job } of jobs!.storyGroups) expect(slugs).toContain(job);
});

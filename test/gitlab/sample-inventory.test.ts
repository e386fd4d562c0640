import { describe, expect, test } from 'vitest';
import { readRegistry } from '#store/registry.ts';
import { teams } from '../fixtures/teams.ts';
import { ask, fieldOf, serve } from './ask.ts';
import { planted } from './planted.ts';
import { sampleWorld } from './sample-world.ts';

const today = '2026-11-23';
const registry = await readRegistry(teams.kettle);

describe('the inventory of the sample', () => {
	const world = sampleWorld(registry, today);
	const projectAt = (path: string) => world.projects.find((project) => project.path === path);
	const declared = registry.projects.flatMap(({ path }) => projectAt(path) ?? []);
	const { maintainers, tools, completeGroups } = registry.checks;

	test('has one project with lesser access, one without, one through the group above', () => {
		const direct = declared.map(({ path, sharedWith }) => ({
			path,
			level: sharedWith.find(({ group }) => group === maintainers)?.accessLevel,
		}));
		const withLevel = (wanted: number | undefined) =>
			direct.filter(({ level }) => level === wanted).map(({ path }) => path);
		expect(withLevel(30)).toHaveLength(1);
		expect(withLevel(40)).toHaveLength(direct.length - 3);
		const shared = world.groups.filter(({ sharedWith }) =>
			sharedWith.some(({ group, accessLevel }) => group === maintainers && accessLevel === 40),
		);
		expect(shared).toHaveLength(1);
		const through = withLevel(undefined).filter((path) => path.startsWith(`${shared[0]!.path}/`));
		expect([through.length, withLevel(undefined).length]).toEqual([1, 2]);
	});

	test.each([
		{ file: '.gitlab/CODEOWNERS', most: 36 },
		{ file: 'CODEOWNERS', most: 9 },
		{ file: 'docs/CODEOWNERS', most: 9 },
	])('has $file somewhere', ({ file, most }) => {
		const count = declared.filter(({ files }) => file in files).length;
		expect(count).toBeGreaterThan(0);
		expect(count).toBeLessThan(most);
	});

	test('has projects without owners, of other owners, without licence, with one', () => {
		const owners = declared.map(
			({ files }) => Object.entries(files).find(([path]) => path.endsWith('CODEOWNERS'))?.[1],
		);
		expect(owners).toContain(undefined);
		expect(owners.some((text) => text?.includes('\n* @tea/sample-other-team'))).toBe(true);
		expect(new Set(declared.map(({ license }) => license?.key))).toEqual(
			new Set(['mit', 'apache-2.0', undefined]),
		);
		const hasFile = declared.map(({ license, files }) => 'LICENSE' in files === Boolean(license));
		expect(hasFile).not.toContain(false);
	});

	test.each([
		{ file: '.gitlab-ci.yml', text: `image: ${tools[0]!.pins.images[0]!}:latest` },
		{ file: '.gitlab-ci.yml', text: `${tools[1]!.pins.variables[0]!}: "` },
		{ file: '.gitlab-ci.yml', text: `image: ${tools[2]!.pins.images[0]!}:` },
		{ file: '.gitlab-ci.yml', text: 'local: /.gitlab/ci/variables.gitlab-ci.yml' },
		{ file: '.gitlab/ci/variables.gitlab-ci.yml', text: `${tools[0]!.pins.variables[0]!}: "` },
		{ file: 'go.mod', text: `\ngo ${tools[0]!.agreed!}\n` },
		{ file: 'go.mod', text: '\ngo 1.25.' },
		{ file: 'go.mod', text: '\ntoolchain go1.' },
		{ file: 'go.mod', text: `\t${tools[1]!.pins.goModules[0]!}` },
		{ file: 'mise.toml', text: `\n${tools[1]!.pins.names[0]!} = "` },
		{ file: '.tool-versions', text: `\n${tools[0]!.pins.names.at(-1)!} 1.` },
	])('has $text in a $file', ({ file, text }) => {
		expect(declared.filter(({ files }) => files[file]?.includes(text))).not.toEqual([]);
	});

	test('lacks a project in use, one archived and a private one of its complete groups', async () => {
		const gitlab = await serve(world);
		const listed = async (options: { token?: string }) => {
			const lists = completeGroups.map(({ path }) =>
				ask(gitlab, `groups/${encodeURIComponent(path)}/projects?per_page=100`, options),
			);
			return (await Promise.all(lists)).flatMap((list) => fieldOf(list, 'path'));
		};
		const stranger = await listed({});
		expect(stranger).toEqual(expect.arrayContaining(['sample-newcomer', 'sample-retired']));
		expect(stranger).not.toContain(planted.undeclaredProject);
		expect(await listed({ token: planted.token })).toContain(planted.undeclaredProject);
	});

	test('changes slowly: within eight weeks, some break, some are mended, most stay', () => {
		const before = new Map(
			sampleWorld(registry, '2026-09-28').projects.map((project) => [project.path, project]),
		);
		const isBroken = ({ pipelines, files }: (typeof declared)[number]) => ({
			pipeline: pipelines[1]?.status === 'failed',
			owners: !Object.keys(files).some((path) => path.endsWith('CODEOWNERS')),
		});
		const changes = declared.flatMap((project) => {
			const [then, now] = [isBroken(before.get(project.path)!), isBroken(project)];
			return (['pipeline', 'owners'] as const).map(
				(what) => `${String(then[what])} ${String(now[what])}`,
			);
		});
		expect(changes).toEqual(expect.arrayContaining(['true false', 'false true']));
		const same = changes.filter((change) => ['true true', 'false false'].includes(change));
		expect(same.length).toBeGreaterThan(changes.length / 2);
	});

	test('has releases that are overdue and releases that are not', () => {
		const late = registry.projects.flatMap(({ path, releaseOverdueAfterDays: days }) => {
			const released = projectAt(path)?.releases.filter(({ releasedAt }) => releasedAt <= today);
			if (days === undefined || !released?.[0]) return [];
			return [Date.parse(today) - Date.parse(released[0].releasedAt) > days * 86_400_000];
		});
		expect(new Set(late)).toEqual(new Set([true, false]));
	});
});

test('every file that is read has text beside what is read, and owners name a person', () => {
	const { projects } = sampleWorld(registry, today);
	const texts = new Map(projects.flatMap(({ files }) => Object.entries(files)));
	for (const file of ['go.mod', 'mise.toml', '.tool-versions', '.gitlab-ci.yml', 'CODEOWNERS']) {
		expect(texts.get(file), file).toContain(planted.fileText);
	}
	expect(texts.get('CODEOWNERS')).toContain(`@${planted.person}`);
});

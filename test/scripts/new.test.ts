import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check as isFormatted } from 'prettier';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listKeys } from '#core/registry/keys.ts';
import type { GroupPath, ProjectPath } from '#model/identifiers.ts';
import { toRegistrySchema, type RegistryFile } from '#model/registry.ts';
import { readRegistry } from '#store/registry.ts';
import { registryPath } from '#store/registry-files.ts';
import { readSnapshot } from '#store/snapshot.ts';
import style from '../../.config/prettier.json' with { type: 'json' };
import { toCommentedYaml } from '../../scripts/commented-yaml.ts';
import { newRegistry } from '../../scripts/new-registry.ts';
import { newTeam } from '../../scripts/new.ts';
import { definePull } from '../../scripts/pull.ts';
import { sample } from '../../scripts/sample.ts';
import { call } from './call.ts';

let root: string;
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'new-'));
});
afterEach(() => rm(root, { recursive: true }));

const flags = [
	'--title',
	'Engine',
	'--group',
	'cars',
	'--projects',
	'cars/motor, cars/spare-parts',
];
const environment = { HANDBOOK_TODAY: '2026-11-23' };
const write = (...args: string[]) => call(newTeam, [...args, '--no-start'], { root, environment });

async function writeOther(text: string): Promise<void> {
	await mkdir(join(root, 'content/handbook'), { recursive: true });
	await writeFile(join(root, 'content/handbook/index.mdx'), text);
}
const readIn = (folder: string) => readFile(join(root, folder, 'handbook/index.mdx'), 'utf8');

describe('the handbook of a new team', () => {
	test('has a registry with what was said, and sample data', async () => {
		expect(await write(...flags)).toMatchObject({ code: 0, stderr: '' });
		const { site, plan, projects } = await readRegistry(root);
		expect(site).toMatchObject({ title: 'Engine handbook', team: 'Engine' });
		expect(plan).toMatchObject({ group: 'cars', groupLabels: ['group::engine'] });
		expect(projects.map(({ path, name }) => [path, name])).toEqual([
			['cars/motor', 'Motor'],
			['cars/spare-parts', 'Spare parts'],
		]);
		expect((await readSnapshot(root))?.about).toMatchObject({ sample: true });
		expect(await readdir(root)).toEqual(['content']);
		const sitePath = join(root, registryPath('site'));
		expect(await readFile(sitePath, 'utf8')).toMatch(/^# .+ \$schema=\.schema\/site\.json\n/);
	});

	test('may maintain no project', async () => {
		expect(await write(...flags.slice(0, 4), '--projects', '')).toMatchObject({ code: 0 });
		const { site, projects } = await readRegistry(root);
		expect(projects).toEqual([]);
		expect(site.references.project).toBe('cars/handbook');
	});

	test('may be prose alone: then its sample and its first pull have nothing, and the pull ends the sample', async () => {
		await write(...flags.slice(0, 4), '--projects', '');
		await rm(join(root, registryPath('plan')));
		for (const [command, isSample] of [
			[sample, true],
			[definePull(), false],
		] as const) {
			const { code, stdout } = await call(command, [], { root, environment });
			expect({ code, first: stdout.split('\n')[0] }).toEqual({
				code: 0,
				first: 'The registry declares nothing to pull.',
			});
			expect((await readSnapshot(root))?.about).toMatchObject({ sample: isSample });
		}
	});

	test('begins with one milestone that is on, and with issues in it', async () => {
		await write(...flags);
		const { milestones = [], issues = [] } = (await readSnapshot(root))?.rows ?? {};
		const { HANDBOOK_TODAY: today } = environment;
		const running = milestones.filter(
			({ startDate, dueDate }) => (startDate ?? '9') <= today && today <= (dueDate ?? ''),
		);
		expect(running).toHaveLength(1);
		expect(issues.map(({ milestone }) => milestone)).toContain(running[0]?.title);
	});

	test('is of the GitLab that GITLAB_URL names, or an argument', async () => {
		const surroundings = {
			root,
			environment: { ...environment, GITLAB_URL: 'https://git.example/a' },
		};
		const given = [...flags, '--no-start'];
		expect(await call(newTeam, given, surroundings)).toMatchObject({ code: 0 });
		expect((await readRegistry(root)).site.instance).toBe('https://git.example/a');
		const named = [...given, '--force', '--instance', 'https://git.example/b'];
		expect(await call(newTeam, named, surroundings)).toMatchObject({ code: 0 });
		expect((await readRegistry(root)).site.instance).toBe('https://git.example/b');
	});

	test('takes names with signs of YAML and MDX', async () => {
		const title = "C++ & <b>: {it's}";
		expect(await write(...flags, '--title', title)).toMatchObject({ code: 0 });
		expect((await readRegistry(root)).site.team).toBe(title);
	});
});

const values = newRegistry({
	name: 'Engine',
	instance: 'https://gitlab.com',
	group: 'cars' as GroupPath,
	label: 'group::engine',
	projects: ['cars/motor' as ProjectPath],
});

describe.each(Object.entries(values) as [RegistryFile, unknown][])('its %s.yaml', (file, value) => {
	const schema = toRegistrySchema(file);
	const text = toCommentedYaml(value, schema, ['yaml-language-server: $schema=of.json']);

	test('begins with the line that editors read', () => {
		expect(text).toMatch(/^# yaml-language-server: \$schema=of\.json\n/);
	});

	test('has each key with its meaning in a comment above it', () => {
		const lines = text.split('\n').map((line) => line.replace(/^[ -]*#?[ -]*/, ''));
		// Of what it has not, there is an example of what is required.
		const keys = listKeys(schema).filter(({ path }) => !/[.\]]/.test(path));
		for (const { path, meaning } of keys) {
			expect(lines, path).toContain(meaning);
			const next = lines.slice(lines.indexOf(meaning) + 1);
			expect(
				next.some((line) => line.startsWith(`${path}:`)),
				path,
			).toBe(true);
		}
	});

	test('is formatted as everything else', async () => {
		const { singleQuote, printWidth } = style;
		expect(await isFormatted(text, { singleQuote, printWidth, parser: 'yaml' })).toBe(true);
	});
});

describe('content that is there already', () => {
	test('is not touched', async () => {
		await writeOther('mine');
		const { code, stderr } = await write(...flags);
		expect(code).toBe(2);
		expect(stderr).toBe(
			'content has a handbook in it already. Nothing was changed.\nRun npm run new -- --force to move it aside and write a new one.\n',
		);
		expect(await readIn('content')).toBe('mine');
		expect(await readdir(root)).toEqual(['content']);
	});

	test('is moved aside with --force, to where nothing is yet', async () => {
		for (const text of ['first', 'second']) {
			await rm(join(root, 'content'), { recursive: true, force: true });
			await writeOther(text);
			expect((await write(...flags, '--force')).code).toBe(0);
		}
		expect([await readIn('content-old'), await readIn('content-old-2')]).toEqual([
			'first',
			'second',
		]);
		expect(await readIn('content')).toContain('title: Welcome');
	});

	test('is not touched with --force when an argument is wrong', async () => {
		await writeOther('mine');
		expect((await write(...flags, '--force', '--projects', 'motor')).code).toBe(2);
		expect(await readIn('content')).toBe('mine');
		expect(await readdir(root)).toEqual(['content']);
	});
});

describe('questions', () => {
	test('are not asked where nobody answers: the arguments are named', async () => {
		const { code, stderr } = await write('--group', 'cars');
		expect(code).toBe(2);
		expect(stderr).toContain('its input is no terminal.\nGive it --title, --projects: npm run new');
		expect(await readdir(root)).toEqual([]);
	});

	test('are asked for what is not given, and again after a wrong answer', async () => {
		const answers = ['Engine Handbook', '', 'https://gitlab.com/cars', 'cars', '', 'cars/motor'];
		const asked: string[] = [];
		const ask = (question: string) => {
			asked.push(question);
			return Promise.resolve(answers.shift() ?? '');
		};
		const given = ['--no-start'];
		const { code, stderr } = await call(newTeam, given, { root, environment, ask });
		expect(code).toBe(0);
		expect(stderr).toContain('--group is not valid.\n✖ Invalid group path: expected "group"');
		expect(asked.map((question) => question.split(' ')[0])).toEqual([
			'What',
			'Which',
			'Which',
			'Which',
			'Which',
			'Which',
		]);
		const { plan, site } = await readRegistry(root);
		expect(site.title).toBe('Engine handbook');
		expect(plan).toMatchObject({ group: 'cars', groupLabels: ['group::engine'] });
	});
});

test.each([
	{ wrong: ['--group', 'https://gitlab.com/cars'], says: '--group is not valid.' },
	{ wrong: ['--projects', 'cars/motor,,cars/gears'], says: '--projects is not valid.' },
	{ wrong: ['--title', '  '], says: '--title is not valid.' },
	{ wrong: ['--name', 'Engine'], says: 'npm run new does not understand its arguments.' },
])('$wrong is refused', async ({ wrong, says }) => {
	const { code, stderr } = await write(...flags, ...wrong);
	expect(code).toBe(2);
	expect(stderr).toContain(says);
	expect(await readdir(root)).toEqual([]);
});

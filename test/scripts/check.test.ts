import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeSnapshot } from '#store/snapshot.ts';
import { check as command } from '../../scripts/check.ts';
import { aProject, aSnapshot, someFacts } from '../builders.ts';
import { call } from './call.ts';

const checkout = join(import.meta.dirname, '../..');

let root: string;
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'check-'));
	await cp(join(checkout, 'test/fixtures/registry'), join(root, 'content/registry'), {
		recursive: true,
	});
	for (const name of ['index', '404', 'work/health']) await writePage(name, 'Text.');
});
afterEach(() => rm(root, { recursive: true }));

async function writePage(name: string, text: string): Promise<void> {
	const file = join(root, `content/handbook/${name}.mdx`);
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, `---\ntitle: A\ndescription: B.\nowner: lead\n---\n\n${text}\n`);
}

/** `acme/engine` has moved, which is broken; the rest is not known. */
async function writeDrift(): Promise<void> {
	const facts = someFacts({ path: 'acme/motor' });
	await writeSnapshot(
		root,
		aSnapshot({ rows: { projects: [aProject({ path: 'acme/engine', facts })] } }),
	);
}

const check = (...args: string[]) => call(command, args, { root });

test('says each finding in a sentence with its level, and ends with the sums', async () => {
	await writeDrift();
	const { code, stdout, stderr } = await check();
	expect(code).toBe(0);
	expect(stderr).toBe('');
	expect(stdout).toMatch(/^\[to fix\] content\/registry\/projects\.yaml:2: /m);
	expect(stdout).toContain('acme/motor');
	expect(stdout).not.toContain('Line numbers are');
	const sums = /^(\d+) findings: (\d+) to fix, (\d+) not checked, (\d+) worth knowing\.$/m.exec(
		stdout,
	)!;
	expect(stdout.trimEnd().endsWith(sums[0])).toBe(true);
	const count = (level: string) => stdout.split(`\n[${level}] `).length - 1;
	const [all, ...byLevel] = sums.slice(1).map(Number);
	expect([count('to fix') + 1, count('not checked'), count('worth knowing')]).toEqual(byLevel);
	expect(all).toBe(byLevel.reduce((sum, one) => sum + one, 0));
});

test('says in which order to make several changes of one file', async () => {
	const rows = ['engine', 'tools/wrench'].map((name) =>
		aProject({ path: `acme/${name}`, facts: someFacts({ path: `acme/new/${name}` }) }),
	);
	await writeSnapshot(root, aSnapshot({ rows: { projects: rows } }));
	expect((await check()).stdout).toMatch(
		/^Line numbers are those of the files as they are now: make the changes from the last line/m,
	);
});

describe('what is for programs', () => {
	test.each(['json', 'gitlab'])('%s is all of the standard output', async (format) => {
		await writeDrift();
		const { code, stdout, stderr } = await check('--format', format);
		expect(code).toBe(0);
		expect(JSON.stringify(JSON.parse(stdout))).toContain('acme/motor');
		expect(stderr).toMatch(/^\d+ findings: /m);
	});

	test('has a Code Quality report with all that GitLab reads', async () => {
		await writeDrift();
		const report = JSON.parse((await check('--format', 'gitlab')).stdout) as Record<
			string,
			unknown
		>[];
		for (const one of report) {
			expect(one).toMatchObject({
				description: expect.stringMatching(/\S/) as string,
				check_name: expect.stringMatching(/\S/) as string,
				fingerprint: expect.stringMatching(/\S/) as string,
				severity: expect.stringMatching(/^(info|minor|major|critical|blocker)$/) as string,
				location: { path: expect.any(String) as string },
			});
		}
		expect(new Set(report.map(({ fingerprint }) => fingerprint)).size).toBe(report.length);
		expect(report.map(({ location }) => location)).toContainEqual({
			path: 'content/registry/projects.yaml',
			lines: { begin: 2 },
		});
	});
});

test.each(['text', 'json', 'gitlab'])('--strict exits with 1 in the format %s', async (format) => {
	await writeDrift();
	expect((await check('--strict', '--format', format)).code).toBe(1);
});

test.each(['text', 'json'])(
	'mistakes in pages are all told, beside the format %s',
	async (format) => {
		await writeDrift();
		await writePage('work/health', '[a](/nowhere/)\n\n{nobody}');
		await writePage('lost', '<!-- Later. -->');
		const { code, stdout, stderr } = await check('--format', format);
		expect(code).toBe(2);
		expect(stdout).toContain('acme/motor');
		expect(stdout).not.toContain('content/handbook');
		for (const place of [
			'lost.mdx is',
			'lost.mdx:7 ',
			'work/health.mdx:7 ',
			'work/health.mdx:9 ',
		]) {
			expect(stderr).toContain(`✖ content/handbook/${place}`);
		}
	},
);

test('a format that there is not is named, with those that there are', async () => {
	await writeDrift();
	const { code, stdout, stderr } = await check('--format', 'xml');
	expect(code).toBe(2);
	expect(stdout).toBe('');
	expect(stderr).toContain('--format names "xml".\nExpected one of text, json, gitlab');
});

describe('the rules of the handbook', () => {
	beforeEach(() =>
		writeFile(
			join(root, 'content/registry/rules.yaml'),
			'- id: top-priority-present\n  owner: lead\n- id: projects-at-path\n',
		),
	);

	test('are found among the others, each at its line, and one that fails fails the strict check', async () => {
		await writeSnapshot(root, aSnapshot());
		const { stdout } = await check();
		expect(stdout).toContain(
			'[not checked] content/registry/rules.yaml:1: The rule "top-priority-present" (The milestone has a top priority) couldn\'t be checked',
		);
		expect(stdout).toContain('Owner: lead.');
		await writeDrift();
		expect((await check()).stdout).toMatch(/^\[to fix\] content\/registry\/rules\.yaml:3: /m);
		expect((await check('--strict')).code).toBe(1);
	});

	test('are in the reports for programs', async () => {
		await writeDrift();
		const issues: unknown = JSON.parse((await check('--format', 'gitlab')).stdout);
		expect(issues).toContainEqual(
			expect.objectContaining({
				check_name: 'rule-projects-at-path',
				severity: 'major',
				location: { path: 'content/registry/rules.yaml', lines: { begin: 3 } },
			}),
		);
		expect((await check('--format', 'junit')).stdout).toContain(
			'name="rule-fails projects-at-path"',
		);
	});
});

test('tells the mistakes of the registry and those of pages at once', async () => {
	await writeFile(join(root, 'content/registry/people.yaml'), '- path: 5\n');
	await writePage('work/health', '{b c}');
	const { code, stderr } = await check();
	expect(code).toBe(2);
	expect(stderr).toMatch(
		/^content\/registry\/people\.yaml is not valid\.[^]*\n\ncontent\/handbook /,
	);
	expect(stderr).toContain('content/handbook/work/health.mdx:7 has braces');
});

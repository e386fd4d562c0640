import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refuseOddPath } from '#checkout-path.ts';
import { build } from '../../scripts/build.ts';
import { dev } from '../../scripts/dev.ts';
import { render } from '../../scripts/render.ts';
import { start } from '../../scripts/start.ts';
import { teams } from '../fixtures/teams.ts';
import { call } from '../scripts/call.ts';

const project = join(import.meta.dirname, '../..');

let root: string;
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'folder-'));
});
afterEach(() => rm(root, { recursive: true }));

async function runIn(name: string, script: string, args: string[] = []) {
	const cwd = join(root, name);
	await mkdir(cwd);
	for (const part of ['scripts', 'src', 'package.json']) {
		await cp(join(project, part), join(cwd, part), { recursive: true });
	}
	await cp(join(teams.kettle, 'content'), join(cwd, 'content'), { recursive: true });
	await symlink(join(project, 'node_modules'), join(cwd, 'node_modules'));
	const { status, stderr } = spawnSync(process.execPath, [`scripts/${script}.ts`, ...args], {
		cwd,
		encoding: 'utf8',
		env: { PATH: process.env.PATH },
	});
	return { status, stderr };
}

test('a checkout may be in a folder with an unusual name', async () => {
	const { status, stderr } = await runIn('my häuser [1] & {2}', 'build', ['--only', 'none']);
	expect(stderr).toContain('--only names "none".');
	expect(status).toBe(2);
});

/** Seen to render the same site as any other. */
const fine = [
	'a b',
	'[slug]',
	'{a,b}',
	'!a',
	'+(a)',
	'a`b',
	'häuser',
	'$a',
	'${a}',
	'a&b;c|d<e>',
	'a:b',
	'@a',
	'~a=^',
];
/** Seen to fail, or to leave styles out without a word. In `a*b` Node finds none of our files, either. */
const odd = ['a#b', 'a?b', 'a%20b', '100%', 'a*b', "a'b", 'a"b', 'a\\b', 'a\nb', 'a\tb'];

describe('a site is rendered as a whole, or refused', () => {
	test.each(fine)('%j is fine', (name) => {
		expect(() => {
			refuseOddPath(`/home/${name}/handbook`);
		}).not.toThrow();
	});

	test.each(odd)('%j is refused', (name) => {
		expect(() => {
			refuseOddPath(`/home/${name}/handbook`);
		}).toThrow(/^The path of this checkout has the character .*\n.*Rename the folder/);
	});

	const says = 'The path of this checkout has the character "%"';
	test.each(Object.entries({ build, dev, render, start }))(
		'%s says so at its start',
		async (_, command) => {
			const { code, stderr } = await call(command, [], { root: '/home/100%/handbook' });
			expect(stderr).toContain(says);
			expect(code).toBe(2);
		},
	);

	test.runIf(process.platform !== 'win32')('a program in such a folder comes so far', async () => {
		const { status, stderr } = await runIn('100%', 'render');
		expect(stderr).toContain(says);
		expect(status).toBe(2);
	});
});

import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const project = join(import.meta.dirname, '../..');

test('a checkout may lie in a folder with any name', async () => {
	const root = await mkdtemp(join(tmpdir(), 'my häuser 100% '));
	for (const part of ['scripts', 'src', 'content', 'package.json']) {
		await cp(join(project, part), join(root, part), { recursive: true });
	}
	await symlink(join(project, 'node_modules'), join(root, 'node_modules'));
	const { status, stderr } = spawnSync(process.execPath, ['scripts/build.ts', '--only', 'none'], {
		cwd: root,
		encoding: 'utf8',
		env: { PATH: process.env.PATH },
	});
	await rm(root, { recursive: true });
	expect(stderr).toContain('--only names "none".');
	expect(status).toBe(2);
});

/** `.ci/run` with an npm that does nothing, or fails at one of its commands. */
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canRunJobs } from './job.ts';
import { root } from './pipeline.ts';

const npm = `#!/bin/sh
echo "npm $*"
test "npm $*" = "$FAILING" || exit 0
echo "what is wrong"
exit 3
`;

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'run-'));
	await mkdir(join(folder, 'bin'));
	await writeFile(join(folder, 'bin/npm'), npm, { mode: 0o755 });
	await cp(join(root, '.ci/run'), join(folder, '.ci/run'));
});
afterAll(() => rm(folder, { recursive: true }));

function run(failing = '') {
	const { status, stdout, stderr } = spawnSync(join(folder, '.ci/run'), {
		encoding: 'utf8',
		env: { PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH!}`, FAILING: failing },
	});
	expect(stderr).toBe('');
	return { status, lines: stdout.trim().split('\n') };
}

const checks = ['npm run lint', 'npm run format:check', 'npm run types'];

describe.runIf(canRunJobs)('all that CI checks', () => {
	test('ends with the tests when everything is right', () => {
		const { status, lines } = run();
		expect(status).toBe(0);
		expect(lines).toEqual(expect.arrayContaining(checks));
		expect(lines.at(-1)).toBe('npm test');
	});

	test.each(checks)('ends with what is wrong, and without the tests: %s', (check) => {
		const { status, lines } = run(check);
		expect(status).toBe(3);
		expect(lines.slice(-2)).toEqual([check, 'what is wrong']);
		expect(lines).not.toContain('npm test');
	});
});

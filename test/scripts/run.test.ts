import { execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { runScript } from '../../scripts/site.ts';
import { compileCache } from '../site/render-site.ts';

const project = join(import.meta.dirname, '../..');
const script = join(import.meta.dirname, 'printing.ts');
const env = { PATH: process.env.PATH, NODE_COMPILE_CACHE: compileCache };
const execute = promisify(execFile);
const lastLine = 'line 19999\n';

/** Runs it in a shell, as people do, and reads what it prints when it has printed all it can. */
async function run(way: string, redirect = '', waitMs = 0) {
	const line = `"$0" "$1" --as ${way} ${redirect}`;
	const child = spawn('bash', ['-o', 'pipefail', '-c', line, process.execPath, script], {
		env,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const code = new Promise((resolve) => child.on('close', resolve));
	await sleep(waitMs);
	const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
	return { code: await code, out, err };
}

const runPrinting = (way: string) =>
	runScript('../test/scripts/printing', ['--as', way], { root: project, environment: env });

describe.concurrent('a command that prints more than a pipe holds', () => {
	test('is read to its end by a reader who takes their time, and its exit code is its own', async () => {
		const { code, out } = await run('strict', '', 500);
		expect(out.endsWith(lastLine)).toBe(true);
		expect(code).toBe(1);
	});

	test('ends when something is still open', async () => {
		const { code, out } = await run('busy');
		expect(out.endsWith(lastLine)).toBe(true);
		expect(code).toBe(0);
	});

	test('says nothing of a reader who has read enough, and its exit code is its own', async () => {
		expect(await run('strict', '| head -1')).toEqual({ code: 1, out: 'line 0\n', err: '' });
		expect(await run('busy', '| head -1')).toEqual({ code: 0, out: 'line 0\n', err: '' });
	});

	test.runIf(existsSync('/dev/full'))('fails when it cannot be written', async () => {
		const { code, err } = await run('strict', '> /dev/full');
		expect(code).toBe(70);
		expect(err).toMatch(
			/^Couldn't write to the standard output\.\n✖ the disk is full \(ENOSPC\)\n/,
		);
		expect(err).not.toContain('    at ');
	});

	test('knows its version', async () => {
		const { stdout } = await execute(process.execPath, [script, '--version'], { env });
		expect(stdout).toMatch(/^team-handbook \d+\.\d+\.\d+\n$/);
	});

	test.runIf(existsSync('/dev/full'))('fails when what is wrong cannot be said', async () => {
		expect((await run('bug', '2> /dev/full')).code).toBe(70);
	});
});

describe.concurrent(
	'a bug is 70, never 1, with its stack and all that was printed before it',
	() => {
		test.each([
			{ way: 'bug', says: 'nobody has thought of this' },
			{ way: 'forgotten', says: 'nobody has waited for this' },
			{ way: 'late', says: 'nobody has called this' },
		])('$way', async ({ way, says }) => {
			const { code, out, err } = await run(way);
			expect(code).toBe(70);
			expect(out.endsWith(lastLine)).toBe(true);
			expect(err).toMatch(/^This failed unexpectedly\. .+\nTypeError: /);
			expect(err).toContain(says);
			expect(err).toContain('    at ');
		});
	},
);

test('a command whose script is killed ends as shells say it, not as GitLab fails', async () => {
	expect(await runPrinting('killed')).toBe(137);
});

/** Windows has no signals: it ends a process, and asks nobody. */
test.runIf(process.platform !== 'win32').each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
	'%s is passed on to the script that a command runs',
	async (signal) => {
		const others = process.listeners(signal);
		process.removeAllListeners(signal);
		const ended = runPrinting('waiting');
		process.emit(signal, signal);
		expect(await ended).toBe(128 + constants.signals[signal]);
		expect(process.listeners(signal)).toEqual([]);
		for (const other of others) process.on(signal, other);
	},
);

describe.concurrent('every command says what it is', () => {
	const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
		scripts: Record<string, string>;
	};
	const commands = Object.entries(scripts).flatMap(([name, line]) => {
		const file = /^node (?:--\S+ )*(scripts\/\S+\.ts)$/.exec(line)?.[1];
		return file === undefined ? [] : [{ name, file: join(project, file) }];
	});

	test('and there are some', () => {
		expect(commands.map(({ name }) => name)).toEqual(expect.arrayContaining(['start', 'dev']));
		expect(commands.length).toBeGreaterThan(9);
	});

	// The help is of the table by which `run` also refuses what it does not know.
	test.each(commands)('$name', async ({ name, file }) => {
		const { stdout, stderr } = await execute(process.execPath, [file, '--help'], { env });
		expect(stdout).toMatch(new RegExp(`^npm (run )?${name}: [A-Z].+\\.\n\n  --`));
		expect(stderr).toBe('');
	});
});

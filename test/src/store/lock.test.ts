import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withLock } from '#store/lock.ts';

let root: string;
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'lock-'));
});
afterEach(() => rm(root, { recursive: true }));

const lock = () => join(root, 'cache/lock');
const hold = (owner: string) => mkdir(join(lock(), owner), { recursive: true });
const work = () => Promise.resolve('done');
const fail = () => {
	throw new Error('It waits.');
};

test('what nobody does is done at once, and nothing is left', async () => {
	expect(await withLock(lock(), fail, work)).toBe('done');
	expect(await readdir(join(root, 'cache'))).toEqual([]);
});

test('work that fails gives the lock back', async () => {
	await expect(withLock(lock(), fail, () => Promise.reject(new Error('No')))).rejects.toThrow('No');
	expect(await withLock(lock(), fail, work)).toBe('done');
});

test.each([
	{ why: 'a killed process', owner: '999999999-dead' },
	{ why: 'an earlier process of the same number', owner: `${String(process.pid)}-earlier` },
	{ why: 'whoever was killed between its two steps', owner: '' },
	{ why: 'no process at all', owner: '.keep' },
])('the lock of $why does not count', async ({ owner }) => {
	await hold(owner);
	expect(await withLock(lock(), fail, work)).toBe('done');
	expect(existsSync(lock())).toBe(false);
});

test('the lock of another process is waited for, and that is said once', async () => {
	const owner = `${String(process.ppid)}-busy`;
	await hold(owner);
	const said: number[] = [];
	const waiting = withLock(
		lock(),
		(pid) => {
			said.push(pid);
			setTimeout(() => void rm(join(lock(), owner), { recursive: true }), 300);
		},
		work,
	);
	expect(await waiting).toBe('done');
	expect(said).toEqual([process.ppid]);
});

test('of processes that want it at once each has its turn, alone', async () => {
	await hold('999999999-dead');
	const [script, notes, times] = [
		join(import.meta.dirname, 'busy-worker.ts'),
		join(root, 'notes'),
		3,
	];
	const workers = [1, 2, 3].map(async () => {
		const worker = spawn(process.execPath, [script, lock(), notes, String(times)]);
		const [code] = (await once(worker, 'close')) as [number];
		return code;
	});
	expect(await Promise.all(workers)).toEqual([0, 0, 0]);
	const lines = (await readFile(notes, 'utf8')).trim().split('\n');
	expect(lines).toHaveLength(2 * 3 * times);
	for (let at = 0; at < lines.length; at += 2) {
		expect(lines[at + 1]).toBe(lines[at]!.replace('begin', 'end'));
	}
	expect(await readdir(join(root, 'cache'))).toEqual([]);
});

import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from './file-error.ts';
import { isAlive, self } from './owner.ts';

const pauseMs = 20;

/**
 * Does what only one process may do at a time. The lock of a killed process does not count.
 *
 * @param lock A folder that is there while somebody holds the lock. In it is the name of who does.
 * @param onWait Is called once when another process holds it, with that process's number.
 */
export async function withLock<Result>(
	lock: string,
	onWait: (pid: number) => void,
	work: () => Promise<Result>,
): Promise<Result> {
	await removeLitter(lock);
	const own = `${lock}-${self}`;
	await mkdir(join(own, self), { recursive: true });
	try {
		for (let waits = 0; !(await take(own, lock)); waits++) {
			const [owner] = await readdir(lock).catch(() => []);
			if (owner !== undefined && isAlive(owner)) {
				if (waits === 0) onWait(Number.parseInt(owner));
				await sleep(pauseMs);
			} else {
				await release(lock, owner);
			}
		}
		return await work();
	} finally {
		await rm(own, { recursive: true, force: true });
		await release(lock, self);
	}
}

/** Of processes that were killed before they had the lock. */
async function removeLitter(lock: string): Promise<void> {
	const prefix = `${basename(lock)}-`;
	for (const name of await readdir(dirname(lock)).catch(() => [])) {
		if (!name.startsWith(prefix) || isAlive(name.slice(prefix.length))) continue;
		await rm(join(dirname(lock), name), { recursive: true, force: true });
	}
}

/** Of several that try it at once one gets it: a folder that has something in it is never replaced. */
async function take(own: string, lock: string): Promise<boolean> {
	try {
		await rename(own, lock);
		return true;
	} catch (error) {
		if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(codeOf(error))) throw error;
		return false;
	}
}

/** Touches nobody else's lock: their name is another, and their folder is not empty. */
async function release(lock: string, owner: string | undefined): Promise<void> {
	if (owner !== undefined) await rm(join(lock, owner), { recursive: true, force: true });
	await rmdir(lock).catch(() => undefined);
}

import { randomUUID } from 'node:crypto';
import { codeOf } from './file-error.ts';

/** What tells this process's files and folders from those of an earlier one that had the same number. */
export const self = `${String(process.pid)}-${randomUUID()}`;

/**
 * The process that made something may still be at work on it.
 *
 * @param owner Number of a process, and what tells it from others of that number.
 */
export function isAlive(owner: string): boolean {
	if (owner === self) return true;
	const pid = Number(/^[1-9]\d*(?=-|$)/.exec(owner)?.[0]);
	if (Number.isNaN(pid) || pid === process.pid) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// Somebody else's process.
		return codeOf(error) === 'EPERM';
	}
}

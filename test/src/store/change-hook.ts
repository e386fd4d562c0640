import fs, { readdir, rename } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { self } from '#store/owner.ts';

const changes = ['mkdir', 'rename', 'rm', 'writeFile'] as const;
const originals = Object.fromEntries(changes.map((name) => [name, fs[name]]));

/**
 * Calls a function before each change to the file system. What it throws is what the change throws.
 *
 * @returns what takes it away again.
 */
export function hookChanges(hook: (name: string, ...paths: unknown[]) => void): () => void {
	for (const name of changes) {
		const original = originals[name] as (...args: unknown[]) => Promise<unknown>;
		Object.assign(fs, {
			[name]: (...args: unknown[]) =>
				Promise.resolve().then(() => {
					hook(name, ...args);
					return original(...args);
				}),
		});
	}
	syncBuiltinESMExports();
	return () => {
		Object.assign(fs, originals);
		syncBuiltinESMExports();
	};
}

type Hook = Parameters<typeof hookChanges>[0];

/** A folder that cannot be moved, such as a mount point: what is in it can be. */
export function refuseToMove(folder: string, code = 'EBUSY'): Hook {
	return (name, ...paths) => {
		if (name === 'rename' && paths.includes(folder)) throw fileError(code);
	};
}

/**
 * Does work as a process that is killed before the n-th change: then it changes nothing any more,
 * and what it leaves below a folder is nobody's.
 *
 * @returns whether there were as many changes.
 */
export async function killBefore(
	n: number,
	{ root, work, hook }: { root: string; work: () => Promise<void>; hook?: Hook },
): Promise<boolean> {
	let changes = 0;
	const unhook = hookChanges((name, ...paths) => {
		if (changes++ >= n) throw new Error('Killed');
		hook?.(name, ...paths);
	});
	const isKilled = await work().then(
		() => false,
		() => true,
	);
	unhook();
	const names = await readdir(root, { recursive: true });
	const left = names.filter((name) => name.endsWith(self)).map((name) => join(root, name));
	// What is in a folder has its turn before it.
	for (const path of left.toSorted().toReversed()) {
		await rename(path, `${path.slice(0, -self.length)}999999999-dead`);
	}
	return isKilled;
}

export function fileError(code: string): Error {
	return Object.assign(new Error(code), { code });
}

import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What tools keep in `node_modules` for their next run. */
export const toolFolders: readonly string[] = ['.cache', '.vite', '.astro', '.vitest-cache'];

const { SHARED_TEST_FOLDER: shared } = process.env;
/** `undefined`: no run of tests is on, and nothing is shared. */
const pool = shared === undefined ? undefined : join(shared, 'modules');

/**
 * Puts a `node_modules` in its place that another checkout has done with: to link its files anew is
 * a fifth of what a render costs.
 *
 * @returns false when none is left.
 */
export async function takeModules(folder: string): Promise<boolean> {
	if (pool === undefined) return false;
	for (const name of await readdir(pool).catch(() => [])) {
		const taken = await rename(join(pool, name), folder).then(
			() => true,
			// Another test was faster.
			() => false,
		);
		if (taken) return true;
	}
	return false;
}

/** Leaves a `node_modules` to the next checkout, as it was when it was installed. */
export async function leaveModules(folder: string): Promise<void> {
	if (pool === undefined) return;
	await Promise.all(
		toolFolders.map((name) => rm(join(folder, name), { recursive: true, force: true })),
	);
	await mkdir(pool, { recursive: true });
	await rename(folder, join(pool, randomUUID()));
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Makes a folder that all tests of a run share: for what is dear to make and the same for several.
 *
 * @returns what takes it away again.
 */
export async function setup(): Promise<() => Promise<void>> {
	const shared = await mkdtemp(join(tmpdir(), 'handbook-tests-'));
	process.env.SHARED_TEST_FOLDER = shared;
	return () => rm(shared, { recursive: true, force: true });
}

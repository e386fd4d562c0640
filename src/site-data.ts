import { readWholeSnapshot } from '#store/snapshot-loader.ts';
import type { Snapshot } from '#model/snapshot.ts';

/** What GitLab answered. Read once, and in development again when a file of it has changed. */
export function siteSnapshot(): Promise<Snapshot> {
	return readWholeSnapshot(process.cwd());
}

/**
 * Writes one snapshot after another.
 *
 * Run as `node busy-writer.ts ROOT TITLE TIMES PLACE`. The folder cannot be moved in `a mount point`.
 */
import { join } from 'node:path';
import { snapshotPath, writeSnapshot } from '#store/snapshot.ts';
import { aMilestone, aSnapshot } from '../../builders.ts';
import { hookChanges, refuseToMove } from './change-hook.ts';

const [root, title, times, place] = process.argv.slice(2);
if (place === 'a mount point') hookChanges(refuseToMove(join(root!, snapshotPath)));
const milestones = Array.from({ length: 20 }, () => aMilestone({ title: title! }));
for (let time = 0; time < Number(times); time++) {
	await writeSnapshot(root!, aSnapshot({ rows: { milestones } }));
}

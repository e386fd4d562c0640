/**
 * Writes one snapshot after another.
 *
 * Run as `node busy-writer.ts ROOT TITLE TIMES`.
 */
import { writeSnapshot } from '#store/snapshot.ts';
import { aMilestone, aSnapshot } from '../../builders.ts';

const [root, title, times] = process.argv.slice(2);
const milestones = Array.from({ length: 20 }, () => aMilestone({ title: title! }));
for (let time = 0; time < Number(times); time++) {
	await writeSnapshot(root!, aSnapshot({ rows: { milestones } }));
}

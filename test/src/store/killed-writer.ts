/**
 * Writes a snapshot and is killed before the n-th change to the file system.
 *
 * Run as `node killed-writer.ts ROOT TITLE N`. Exits with 0 when there were fewer than n changes.
 */
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { aMilestone, aSnapshot } from '../../builders.ts';

const [root, title, last] = process.argv.slice(2);
let changes = 0;

for (const name of ['mkdir', 'rename', 'rm', 'writeFile'] as const) {
	const original = fs[name] as (...args: unknown[]) => Promise<unknown>;
	Object.assign(fs, {
		[name]: (...args: unknown[]) => {
			if (changes++ === Number(last)) process.kill(process.pid, 'SIGKILL');
			return original(...args);
		},
	});
}
syncBuiltinESMExports();

const { writeSnapshot } = await import('#store/snapshot.ts');
await writeSnapshot(root!, aSnapshot({ rows: { milestones: [aMilestone({ title: title! })] } }));

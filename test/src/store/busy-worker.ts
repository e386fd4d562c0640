/**
 * Works under a lock, and notes when it begins and ends.
 *
 * Run as `node busy-worker.ts LOCK NOTES TIMES`.
 */
import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { withLock } from '#store/lock.ts';

const [lock, notes, times] = process.argv.slice(2);
for (let time = 0; time < Number(times); time++) {
	await withLock(
		lock!,
		() => undefined,
		async () => {
			appendFileSync(notes!, `begin ${String(process.pid)}\n`);
			await sleep(1);
			appendFileSync(notes!, `end ${String(process.pid)}\n`);
		},
	);
}

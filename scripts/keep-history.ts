import { checkProjects } from '#core/checks/check-projects.ts';
import { toChecksOfDay } from '#core/checks/checks-of-day.ts';
import type { Snapshot } from '#model/snapshot.ts';
import {
	readCheckHistory,
	removeSampleHistory,
	writeChecksOfDay,
	type CheckHistory,
} from '#store/history.ts';
import type { ReadRegistry } from '#store/registry.ts';

/**
 * Keeps what came of the checks on the day of a pull, if that pull has got the projects: older rows
 * say nothing about the day. Invented days give way to the first real one; where real ones are, a
 * sample keeps nothing.
 *
 * @param root The checkout.
 * @returns whether it is kept.
 */
export async function keepHistory(
	root: string,
	registry: ReadRegistry,
	snapshot: Snapshot,
): Promise<boolean> {
	const { about } = snapshot;
	const { projects } = about.lists;
	if (projects.state !== 'fresh' || projects.pulledAt !== about.pulledAt) return false;
	if (about.sample && isReal(await readCheckHistory(root))) return false;
	const checked = checkProjects(registry, snapshot, registry.placeOf);
	await writeChecksOfDay(root, toChecksOfDay(about, checked));
	if (!about.sample) await removeSampleHistory(root);
	return true;
}

/** What cannot be read may be real, too. */
export function isReal({ days, damaged }: CheckHistory): boolean {
	return damaged.length > 0 || days.some(({ sample }) => !sample);
}

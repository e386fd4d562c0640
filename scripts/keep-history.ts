import { join } from 'node:path';
import type { z } from 'zod';
import { toCallsOfDay } from '#core/calls-of-day.ts';
import { checkProjects } from '#core/checks/check-projects.ts';
import { toChecksOfDay } from '#core/checks/checks-of-day.ts';
import { toPlanOfDay } from '#core/plan-of-day.ts';
import type { ListName, Snapshot } from '#model/snapshot.ts';
import {
	callsHistory,
	checksHistory,
	historyKinds,
	historyPath,
	planHistory,
	readHistory,
	removeSampleHistory,
	writeDay,
	type HistoryKind,
} from '#store/history.ts';
import type { ReadRegistry } from '#store/registry.ts';
import { naming } from './failure.ts';

export type KeptName = HistoryKind['name'];

/**
 * Keeps what is to be kept of the day of a pull. Invented days give way to the first real one; where
 * real ones are, a sample keeps nothing.
 *
 * @param root The checkout.
 * @returns what is kept.
 */
export async function keepHistory(
	root: string,
	registry: ReadRegistry,
	snapshot: Snapshot,
): Promise<KeptName[]> {
	if (snapshot.about.sample && (await hasRealHistory(root))) return [];
	const kept: KeptName[] = [];
	const keep = keeperOf(root, snapshot, kept);
	await keep(checksHistory, ['projects'], () =>
		toChecksOfDay(snapshot.about, checkProjects(registry, snapshot, registry.placeOf)),
	);
	await keep(planHistory, ['milestones', 'issues', 'former-issues', 'candidates'], () =>
		toPlanOfDay(snapshot.about, snapshot.rows, registry.plan),
	);
	const { evidence } = snapshot.rows;
	if (evidence.some(({ reading }) => reading !== null)) {
		await keep(callsHistory, ['evidence'], () =>
			toCallsOfDay(snapshot.about, evidence, registry.api),
		);
	}
	if (!snapshot.about.sample && kept.length > 0) await removeSampleHistory(root);
	return kept;
}

/** Keeps a day when the pull has got these lists: older rows say nothing about the day. */
function keeperOf(root: string, { about }: Snapshot, kept: KeptName[]) {
	const isGot = (list: ListName) => {
		const state = about.lists[list];
		return state.state === 'fresh' && state.pulledAt === about.pulledAt;
	};
	return async <Schema extends HistoryKind['schema']>(
		kind: HistoryKind<Schema>,
		lists: readonly ListName[],
		toDay: () => z.output<Schema>,
	): Promise<void> => {
		if (!lists.every(isGot)) return;
		await naming(join(root, historyPath), writeDay(root, kind, toDay()));
		kept.push(kind.name);
	};
}

/** What cannot be read may be real, too. */
export async function hasRealHistory(root: string): Promise<boolean> {
	for (const kind of historyKinds) {
		const { days, damaged } = await readHistory(root, kind);
		if (damaged.length > 0 || days.some(({ sample }) => !sample)) return true;
	}
	return false;
}

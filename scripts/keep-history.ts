import { join } from 'node:path';
import type { z } from 'zod';
import { dayOf } from '#core/base/dates.ts';
import { toCallsOfDay } from '#core/consumers/calls-of-day.ts';
import { checkProjects } from '#core/inventory/checks/check-projects.ts';
import { toChecksOfDay } from '#core/inventory/checks/checks-of-day.ts';
import { toPlanOfDay } from '#core/plan/plan-of-day.ts';
import { runRules } from '#core/rules/run-rules.ts';
import { toRulesOfDay } from '#core/rules/frame/rules-of-day.ts';
import type { ListName, Snapshot } from '#model/snapshot.ts';
import {
	callsHistory,
	checksHistory,
	historyKinds,
	historyPath,
	planHistory,
	readHistory,
	removeSampleHistory,
	rulesHistory,
	toDayFile,
	writeDays,
	type DayFile,
	type HistoryKind,
} from '#store/history.ts';
import { readSiteHistory } from '#store/site-data.ts';
import type { Registry } from '#model/registry.ts';
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
	registry: Registry,
	snapshot: Snapshot,
): Promise<KeptName[]> {
	if (snapshot.about.sample && (await hasRealHistory(root))) return [];
	const kept = new Map<KeptName, DayFile>();
	const keep = keeperOf(snapshot, kept);
	keep(checksHistory, ['projects'], () =>
		toChecksOfDay(snapshot.about, checkProjects(registry, snapshot)),
	);
	keep(planHistory, ['milestones', 'issues', 'former-issues', 'candidates'], () =>
		toPlanOfDay(snapshot.about, snapshot.rows, registry.plan),
	);
	const { evidence } = snapshot.rows;
	if (evidence.some(({ reading }) => reading !== null)) {
		keep(callsHistory, ['evidence'], () => toCallsOfDay(snapshot.about, evidence, registry.api));
	}
	if (registry.rules.length > 0) {
		const reading = readSiteHistory(root, snapshot.about);
		const { plans } = await naming(join(root, historyPath), reading);
		const today = toPlanOfDay(snapshot.about, snapshot.rows, registry.plan);
		const days = [...plans.filter(({ day }) => day !== today.day), today];
		keep(rulesHistory, ['projects', 'milestones', 'issues', 'planning-issues', 'candidates'], () =>
			toRulesOfDay(snapshot.about, runRules(registry, snapshot, days)),
		);
	}
	await naming(join(root, historyPath), writeDays(root, [...kept.values()]));
	if (!snapshot.about.sample && kept.size > 0) await removeSampleHistory(root);
	return [...kept.keys()];
}

/**
 * Keeps a day when the pull has got one of these lists, and all are of that day: older rows say nothing
 * about it. So a list that was held back may be accepted alone, later in the day.
 */
function keeperOf({ about }: Snapshot, kept: Map<KeptName, DayFile>) {
	const isGot = (list: ListName) => {
		const state = about.lists[list];
		return state.state === 'fresh' && state.pulledAt === about.pulledAt;
	};
	const isOfDay = (list: ListName) => {
		const state = about.lists[list];
		if (state.state === 'not-configured') return true;
		return state.state === 'fresh' && dayOf(state.pulledAt) === dayOf(about.pulledAt);
	};
	return <Schema extends HistoryKind['schema']>(
		kind: HistoryKind<Schema>,
		lists: readonly ListName[],
		toDay: () => z.output<Schema>,
	): void => {
		if (lists.some(isGot) && lists.every(isOfDay)) kept.set(kind.name, toDayFile(kind, toDay()));
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

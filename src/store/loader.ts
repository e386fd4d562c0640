import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { z } from 'zod';
import { Api } from '#model/api.ts';
import { CheckRules } from '#model/checks.ts';
import { Jobs } from '#model/jobs.ts';
import { InvalidDataError } from '#model/parse.ts';
import {
	DeclaredConsumer,
	DeclaredGroup,
	DeclaredProject,
	Place,
	PlanRules,
} from '#model/registry.ts';
import { MovedPage } from '#model/redirects.ts';
import { Roster } from '#model/roster.ts';
import {
	About,
	rowId,
	snapshotLists,
	type ListName,
	type Snapshot,
	type SnapshotRows,
} from '#model/snapshot.ts';
import { historyPath, readHistory, type HistoryKind } from './history.ts';
import { readRegistry, type EntryList } from './registry.ts';
import { shareRead } from './shared-read.ts';
import { readSnapshot, snapshotPath } from './snapshot.ts';

/** The only entry of packed days. */
const packedId = 'all';

interface Entry {
	id: string;
	data: Record<string, unknown>;
}

const declared = {
	projects: DeclaredProject.extend({ place: Place }),
	consumers: DeclaredConsumer.extend({ place: Place }),
	people: DeclaredGroup.extend({ place: Place }),
} as const satisfies Record<EntryList, z.ZodType>;

const registryFolder = 'content/registry';
const registryOf = shareRead(registryFolder, readRegistry);
const snapshotOf = shareRead(snapshotPath, readWholeSnapshot);

/** One list of the snapshot. A missing list is an empty collection; `about` says why. */
export function snapshotLoader<List extends ListName>(
	list: List,
): Loader & { schema: (typeof snapshotLists)[List] } {
	const idOf: (row: SnapshotRows[List][number]) => string = rowId[list];
	return {
		name: `snapshot-${list}`,
		schema: snapshotLists[list],
		load: (context) =>
			loadAndWatch(context, snapshotPath, async (root) => {
				const rows: readonly SnapshotRows[List][number][] = (await snapshotOf(root)).rows[list];
				return rows.map((row) => ({ id: idOf(row), data: row }));
			}),
	};
}

/** Where the snapshot is from and the state of each list, as the one entry `about`. */
export function aboutLoader() {
	return {
		name: 'snapshot-about',
		schema: About,
		load: (context) =>
			loadAndWatch(context, snapshotPath, async (root) => [
				{ id: 'about', data: (await snapshotOf(root)).about },
			]),
	} satisfies Loader;
}

/** One list of the registry, each entry with the file and line where it is declared. */
export function registryLoader<List extends EntryList>(
	list: List,
): Loader & { schema: (typeof declared)[List] } {
	return {
		name: `registry-${list}`,
		schema: declared[list],
		load: (context) =>
			loadAndWatch(context, registryFolder, async (root) => {
				const registry = await registryOf(root);
				return registry[list].map((entry) => ({
					id: entry.path,
					data: { ...entry, place: registry.placeOf(list, entry.path) },
				}));
			}),
	};
}

/** How the team writes its plan, as the one entry `plan`. */
export function planLoader() {
	return {
		name: 'registry-plan',
		schema: PlanRules,
		load: (context) =>
			loadAndWatch(context, registryFolder, async (root) => [
				{ id: 'plan', data: (await registryOf(root)).plan },
			]),
	} satisfies Loader;
}

/** Jobs to be done and user stories, as the one entry `jobs`. */
export function jobsLoader() {
	return {
		name: 'registry-jobs',
		schema: Jobs,
		load: (context) =>
			loadAndWatch(context, registryFolder, async (root) => [
				{ id: 'jobs', data: (await registryOf(root)).jobs },
			]),
	} satisfies Loader;
}

/** The public API of the team, as the one entry `api`. */
export function apiLoader() {
	return {
		name: 'registry-api',
		schema: Api,
		load: (context) =>
			loadAndWatch(context, registryFolder, async (root) => [
				{ id: 'api', data: (await registryOf(root)).api },
			]),
	} satisfies Loader;
}

/** What the inventory is checked for, as the one entry `checks`, and where its entries stand. */
export function checkRulesLoader() {
	return {
		name: 'registry-checks',
		schema: CheckRules.extend({
			exemptionPlaces: z.array(Place.nullable()),
			completeGroupLines: z.array(z.int().positive().nullable()),
		}),
		load: (context) =>
			loadAndWatch(context, registryFolder, async (root) => {
				const { checks, exemptionPlaceOf, completeGroupLineOf } = await registryOf(root);
				const exemptionPlaces = checks.exemptions.map((_, at) => exemptionPlaceOf(at) ?? null);
				const completeGroupLines = checks.completeGroups.map(
					(_, at) => completeGroupLineOf(at) ?? null,
				);
				return [{ id: 'checks', data: { ...checks, exemptionPlaces, completeGroupLines } }];
			}),
	} satisfies Loader;
}

/** What was kept of earlier days. A damaged file is named in a warning, and the rest counts. */
export function historyLoader<Schema extends HistoryKind['schema']>(
	kind: HistoryKind<Schema>,
): Loader & { schema: Schema } {
	return {
		name: `history-${kind.name}`,
		schema: kind.schema,
		load: (context) =>
			loadAndWatch(context, historyPath, async (root) => {
				const { days, damaged } = await readHistory(root, kind);
				for (const { reason } of damaged) context.logger.warn(reason);
				return days.map((kept) => ({ id: kept.day, data: kept }));
			}),
	};
}

/**
 * The same days in a single entry, packed: a year of them, as they are, takes the build longer to
 * carry about than to draw.
 *
 * @param pack Given the days, oldest first.
 */
export function packedHistoryLoader<Schema extends HistoryKind['schema']>(
	kind: HistoryKind<Schema>,
	pack: (days: z.output<Schema>[]) => unknown,
) {
	return {
		name: `packed-history-${kind.name}`,
		load: (context) =>
			loadAndWatch(context, historyPath, async (root) => {
				const { days, damaged } = await readHistory(root, kind);
				for (const { reason } of damaged) context.logger.warn(reason);
				return [{ id: packedId, data: { packed: pack(days) } }];
			}),
	} satisfies Loader;
}

/** How each roster is chosen from the company's list of people. */
export function rosterLoader() {
	return {
		name: 'registry-rosters',
		schema: Roster,
		load: (context) =>
			loadAndWatch(context, registryFolder, async (root) => {
				const { team } = await registryOf(root);
				return team.rosters.map((roster) => ({ id: roster.id, data: roster }));
			}),
	} satisfies Loader;
}

/** The pages that had other addresses before, each once. */
export function redirectsLoader() {
	return {
		name: 'registry-redirects',
		schema: MovedPage,
		load: (context) =>
			loadAndWatch(context, registryFolder, async (root) => {
				const { redirects } = await registryOf(root);
				return redirects.map((page) => ({ id: page.from.join(' '), data: page }));
			}),
	} satisfies Loader;
}

async function readWholeSnapshot(root: string): Promise<Snapshot> {
	const snapshot = await readSnapshot(root);
	if (snapshot) return snapshot;
	throw new InvalidDataError(
		'There is no snapshot in content/snapshot.\nRun npm run pull to ask GitLab, or npm run sample for invented data.',
	);
}

/** Reads when the build starts, and in development again when a file of the folder changes. */
async function loadAndWatch(
	context: LoaderContext,
	folder: string,
	read: (root: string) => Promise<Entry[]>,
): Promise<void> {
	const { config, store, watcher, logger } = context;
	const root = fileURLToPath(config.root);
	let turns = 0;
	const load = async () => {
		const turn = ++turns;
		const entries = await read(root);
		// Files may change faster than they are read: the last one to ask knows best.
		if (turn !== turns) return;
		store.clear();
		// Astro warns of a collection that was never filled; one that was emptied again is just empty.
		store.set({ id: 'none', data: {} });
		store.delete('none');
		for (const { id, data } of entries) {
			store.set({ id, data, digest: context.generateDigest(data) });
		}
	};
	await load();
	const loadAgain = (path: string) => {
		if (!path.includes(`${folder}/`)) return;
		load().catch((error: unknown) => {
			logger.error(error instanceof Error ? error.message : String(error));
		});
	};
	for (const event of ['add', 'change', 'unlink']) watcher?.on(event, loadAgain);
}

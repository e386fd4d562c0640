import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { z } from 'zod';
import { Jobs } from '#model/jobs.ts';
import { InvalidDataError } from '#model/parse.ts';
import { DeclaredConsumer, DeclaredGroup, DeclaredProject, PlanRules } from '#model/registry.ts';
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
import { readRegistry, type EntryList } from './registry.ts';
import { readSnapshot } from './snapshot.ts';

interface Entry {
	id: string;
	data: Record<string, unknown>;
}

/** Where an entry of the registry stands: `content/registry/projects.yaml:14`. */
const declaredAt = z.string();
const declared = {
	projects: DeclaredProject.extend({ declaredAt }),
	consumers: DeclaredConsumer.extend({ declaredAt }),
	people: DeclaredGroup.extend({ declaredAt }),
} as const satisfies Record<EntryList, z.ZodType>;

/** One list of the snapshot. A missing list is an empty collection; `about` says why. */
export function snapshotLoader<List extends ListName>(
	list: List,
): Loader & { schema: (typeof snapshotLists)[List] } {
	const idOf: (row: SnapshotRows[List][number]) => string = rowId[list];
	return {
		name: `snapshot-${list}`,
		schema: snapshotLists[list],
		load: (context) =>
			loadAndWatch(context, 'content/snapshot', async (root) => {
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
			loadAndWatch(context, 'content/snapshot', async (root) => [
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
			loadAndWatch(context, 'content/registry', async (root) => {
				const registry = await readRegistry(root);
				return registry[list].map((entry) => ({
					id: entry.path,
					data: { ...entry, declaredAt: registry.declaredAt(list, entry.path) },
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
			loadAndWatch(context, 'content/registry', async (root) => [
				{ id: 'plan', data: (await readRegistry(root)).plan },
			]),
	} satisfies Loader;
}

/** Jobs to be done and user stories, as the one entry `jobs`. */
export function jobsLoader() {
	return {
		name: 'registry-jobs',
		schema: Jobs,
		load: (context) =>
			loadAndWatch(context, 'content/registry', async (root) => [
				{ id: 'jobs', data: (await readRegistry(root)).jobs },
			]),
	} satisfies Loader;
}

/** How each roster is chosen from the company's list of people. */
export function rosterLoader() {
	return {
		name: 'registry-rosters',
		schema: Roster,
		load: (context) =>
			loadAndWatch(context, 'content/registry', async (root) => {
				const { team } = await readRegistry(root);
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
			loadAndWatch(context, 'content/registry', async (root) => {
				const { redirects } = await readRegistry(root);
				return redirects.map((page) => ({ id: page.from.join(' '), data: page }));
			}),
	} satisfies Loader;
}

async function snapshotOf(root: string): Promise<Snapshot> {
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
	const load = async () => {
		const entries = await read(root);
		store.clear();
		// Astro warns of a collection that was never filled; one that was emptied again is just empty.
		store.set({ id: 'none', data: {} });
		store.delete('none');
		for (const { id, data } of entries) {
			store.set({ id, data, digest: context.generateDigest(data) });
		}
	};
	await load();
	watcher?.on('change', (path) => {
		if (!path.includes(`${folder}/`)) return;
		load().catch((error: unknown) => {
			logger.error(error instanceof Error ? error.message : String(error));
		});
	});
}

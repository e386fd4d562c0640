import { fileURLToPath } from 'node:url';
import type { LoaderContext } from 'astro/loaders';

interface Entry {
	id: string;
	data: Record<string, unknown>;
}

/** Reads when the build starts, and in development again when a file of the folder changes. */
export async function loadAndWatch(
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

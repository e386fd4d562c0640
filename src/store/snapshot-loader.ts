import type { Loader } from 'astro/loaders';
import type { ListKind } from '#model/lists.ts';
import { InvalidDataError } from '#model/parse.ts';
import { About, lists, type ListName, type ListRow, type Snapshot } from '#model/snapshot.ts';
import { loadAndWatch } from './load-and-watch.ts';
import { shareRead } from './shared-read.ts';
import { readSnapshot, snapshotPath } from './snapshot.ts';

/** The snapshot of a checkout, if there is one, read once for all that is made of it. */
export const snapshotOf = shareRead(snapshotPath, readSnapshot);

/** One list of the snapshot. A missing list is an empty collection; `about` says why. */
export function snapshotLoader<List extends ListName>(
	list: List,
): Loader & { schema: ListKind<ListRow<List>>['schema'] } {
	const { schema, id } = lists[list];
	return {
		name: `snapshot-${list}`,
		schema,
		load: (context) =>
			loadAndWatch(context, snapshotPath, async (root) => {
				const rows: readonly ListRow<List>[] = (await readWholeSnapshot(root)).rows[list];
				return rows.map((row) => ({ id: id(row), data: row }));
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
				{ id: 'about', data: (await readWholeSnapshot(root)).about },
			]),
	} satisfies Loader;
}

/**
 * The snapshot of a checkout that is to be shown.
 *
 * @throws {InvalidDataError} when there is none, or it cannot be read.
 */
export async function readWholeSnapshot(root: string): Promise<Snapshot> {
	const snapshot = await snapshotOf(root);
	if (snapshot) return snapshot;
	throw new InvalidDataError(
		'There is no snapshot in content/snapshot.\nRun npm run pull to ask GitLab, or npm run sample for invented data.',
	);
}

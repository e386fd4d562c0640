import type { Loader } from 'astro/loaders';
import type { z } from 'zod';
import { historyPath, readHistory, type History, type HistoryKind } from './history.ts';
import { loadAndWatch } from './load-and-watch.ts';
import { snapshotOf } from './snapshot-loader.ts';

/** Today is the day of the snapshot. Without one nothing is rendered. */
async function readUntilToday<Schema extends HistoryKind['schema']>(
	root: string,
	kind: HistoryKind<Schema>,
): Promise<History<z.output<Schema>>> {
	const snapshot = await snapshotOf(root);
	return readHistory(root, kind, snapshot?.about.pulledAt.slice(0, 'YYYY-MM-DD'.length));
}

/** The only entry of packed days. */
const packedId = 'all';

/** What was kept of earlier days. A damaged file is named in a warning, and the rest counts. */
export function historyLoader<Schema extends HistoryKind['schema']>(
	kind: HistoryKind<Schema>,
): Loader & { schema: Schema } {
	return {
		name: `history-${kind.name}`,
		schema: kind.schema,
		load: (context) =>
			loadAndWatch(context, historyPath, async (root) => {
				const { days, damaged } = await readUntilToday(root, kind);
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
				const { days, damaged } = await readUntilToday(root, kind);
				for (const { reason } of damaged) context.logger.warn(reason);
				return [{ id: packedId, data: { packed: pack(days) } }];
			}),
	} satisfies Loader;
}

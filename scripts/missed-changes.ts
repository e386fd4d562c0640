import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ViteDevServer } from 'vite';
import { handbookPath, listPages } from '#store/page-files.ts';

/**
 * Starts to look for changes of pages that the file watcher has missed, as it does on a busy machine.
 *
 * @returns what looks once, and lets the watcher tell what it finds.
 */
export function findMissedChanges(
	root: string,
	{ watcher }: Pick<ViteDevServer, 'watcher'>,
): () => Promise<void> {
	const seen = new Map<string, number | undefined>();
	const remember = async (file: string) => {
		const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: undefined }));
		const isNew = seen.get(file) !== mtimeMs;
		seen.set(file, mtimeMs);
		return isNew;
	};
	const look = async () => {
		const pages = await listPages(root);
		const files = new Set([...pages.map((page) => join(root, handbookPath, page)), ...seen.keys()]);
		const found = await Promise.all(
			[...files].map(async (file) => {
				const before = seen.get(file);
				if (!(await remember(file))) return [];
				return [{ file, event: toEvent(before, seen.get(file)) }];
			}),
		);
		return found.flat();
	};
	for (const event of ['add', 'change', 'unlink']) {
		watcher.on(event, (file: string) => {
			if (seen.has(file)) void remember(file);
		});
	}
	const first = look();
	return async () => {
		await first;
		for (const { event, file } of await look()) watcher.emit(event, file);
	};
}

function toEvent(before: number | undefined, now: number | undefined): string {
	if (now === undefined) return 'unlink';
	return before === undefined ? 'add' : 'change';
}

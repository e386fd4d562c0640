import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { InvalidDataError, parseOrExplain } from '#model/parse.ts';
import {
	About,
	isPulled,
	listNames,
	lists,
	mapLists,
	type ListName,
	type Snapshot,
	type SnapshotRows,
} from '#model/snapshot.ts';
import { exchangeFolder, finishExchange, type Exchange } from './exchange.ts';
import { readJsonFile, toJsonText } from './json-file.ts';
import { stateOf } from './shared-read.ts';

export const snapshotPath = 'content/snapshot';
const hint =
	'npm run pull writes this folder: never edit it. Restore it from Git, or delete it and run npm run pull.';

/**
 * The snapshot of a checkout, or `undefined` when there is none.
 * An exchange that a killed pull left behind is finished first.
 *
 * @param root The checkout.
 * @throws {InvalidDataError} when a file of it is missing or has another shape.
 */
export async function readSnapshot(root: string): Promise<Snapshot | undefined> {
	const folder = join(root, snapshotPath);
	const exchange = exchangeOf(root);
	for (;;) {
		await finishExchange(exchange);
		const before = await stateOf(folder);
		// Another process may exchange the folder while its files are read: then they do not belong
		// together. It may also have moved the old one away and not yet put the new one in its place.
		const isSame = async () => {
			await finishExchange(exchange);
			return (await stateOf(folder)) === before;
		};
		try {
			const snapshot = (await hasFiles(folder)) ? await readFiles(folder, snapshotPath) : undefined;
			if (await isSame()) return snapshot;
		} catch (error) {
			if (await isSame()) throw error;
		}
	}
}

/** A volume that was just mounted has none. */
async function hasFiles(folder: string): Promise<boolean> {
	const names = existsSync(folder) ? await readdir(folder) : [];
	return names.some((name) => name.endsWith('.json'));
}

function exchangeOf(root: string): Exchange {
	return { folder: join(root, snapshotPath), isWhole };
}

/** Files that were never written out to the disk, or a list that this version does not know. */
async function isWhole(next: string): Promise<boolean> {
	const name = `content/${basename(next)}`;
	try {
		await readFiles(next, name);
		return true;
	} catch (error) {
		if (!(error instanceof InvalidDataError)) throw error;
		const [what = ''] = error.message.split('\n');
		console.error(
			`${what}\nA pull that was cut short left it. ${name} is removed, and ${snapshotPath} stays as it was. Run npm run pull.`,
		);
		return false;
	}
}

/** @param path What to call the folder. */
async function readFiles(folder: string, path: string): Promise<Snapshot> {
	const read = (name: string) =>
		readJsonFile(join(folder, `${name}.json`), `${path}/${name}.json`, hint);
	const about = parseOrExplain(About, await read('about'), {
		source: `${path}/about.json`,
		hint,
	});
	const files = new Map<ListName, unknown>();
	for (const list of listNames) {
		if (isPulled(about.lists[list])) files.set(list, await read(list));
	}
	const rows = mapLists<SnapshotRows>((list) =>
		files.has(list) ? parseRows(path, about, list, files.get(list)) : [],
	);
	return { about, rows };
}

/**
 * Replaces the snapshot of a checkout as a whole. A list that was never pulled has no file.
 *
 * @param before What has to be done first: when it fails, the snapshot stays as it was.
 */
export async function writeSnapshot(
	root: string,
	{ about, rows }: Snapshot,
	before?: () => Promise<void>,
): Promise<void> {
	await exchangeFolder(exchangeOf(root), async (folder) => {
		const write = (name: string, value: unknown) =>
			writeFile(join(folder, `${name}.json`), toJsonText(value), { flush: true });
		for (const list of listNames) if (isPulled(about.lists[list])) await write(list, rows[list]);
		await write('about', about);
		await before?.();
	});
}

function parseRows<List extends ListName>(
	path: string,
	about: About,
	list: List,
	value: unknown,
): SnapshotRows[List] {
	const state = about.lists[list];
	const source = `${path}/${list}.json`;
	const rows = parseOrExplain(lists[list].rows, value, { source, hint });
	if (isPulled(state) && rows.length !== state.rows) {
		throw new InvalidDataError(
			`${source} has ${String(rows.length)} rows, but ${path}/about.json counts ${String(state.rows)}.\n${hint}`,
		);
	}
	return rows;
}

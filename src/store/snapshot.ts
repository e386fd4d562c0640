import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { reviveVisibly } from '#core/plain-text.ts';
import { InvalidDataError, parseOrExplain } from '#model/parse.ts';
import {
	About,
	listNames,
	snapshotLists,
	type ListName,
	type Snapshot,
	type SnapshotRows,
} from '#model/snapshot.ts';
import { exchangeFolder, finishExchange, identifyFolder, type Exchange } from './exchange.ts';

export const snapshotPath = 'content/snapshot';
const exchangeOf = (root: string): Exchange => ({
	parent: join(root, 'content'),
	name: 'snapshot',
});
const hint =
	'The folder is written by npm run pull, never by hand. Restore it from Git, or delete it and run npm run pull.';

/**
 * The snapshot of a checkout, or `undefined` when there is none.
 * An exchange that a killed pull left behind is finished first.
 *
 * @param root The checkout.
 * @throws {InvalidDataError} when a file of it is missing or has another shape.
 */
export async function readSnapshot(root: string): Promise<Snapshot | undefined> {
	const exchange = exchangeOf(root);
	for (;;) {
		await finishExchange(exchange);
		const before = await identifyFolder(exchange);
		// Another process may exchange the folder while its files are read: then they do not belong
		// together. It may also have moved the old one away and not yet put the new one in its place.
		const isSame = async () => {
			await finishExchange(exchange);
			return (await identifyFolder(exchange)) === before;
		};
		try {
			const snapshot = before === undefined ? undefined : await readFiles(root);
			if (await isSame()) return snapshot;
		} catch (error) {
			if (await isSame()) throw error;
		}
	}
}

async function readFiles(root: string): Promise<Snapshot> {
	const about = parseOrExplain(About, await readJson(root, 'about'), {
		source: `${snapshotPath}/about.json`,
		hint,
	});
	const rows: SnapshotRows = {
		projects: await readRows(root, about, 'projects'),
		consumers: await readRows(root, about, 'consumers'),
		evidence: await readRows(root, about, 'evidence'),
		libraries: await readRows(root, about, 'libraries'),
		surface: await readRows(root, about, 'surface'),
		'group-projects': await readRows(root, about, 'group-projects'),
		access: await readRows(root, about, 'access'),
		milestones: await readRows(root, about, 'milestones'),
		issues: await readRows(root, about, 'issues'),
		'former-issues': await readRows(root, about, 'former-issues'),
		candidates: await readRows(root, about, 'candidates'),
		'planning-issues': await readRows(root, about, 'planning-issues'),
		groups: await readRows(root, about, 'groups'),
		members: await readRows(root, about, 'members'),
		team: await readRows(root, about, 'team'),
	};
	return { about, rows };
}

/** Replaces the snapshot of a checkout as a whole. A list that is missing has no file. */
export async function writeSnapshot(root: string, { about, rows }: Snapshot): Promise<void> {
	await exchangeFolder(exchangeOf(root), async (folder) => {
		for (const list of listNames) {
			if (about.lists[list].state !== 'missing') await writeJson(folder, list, rows[list]);
		}
		await writeJson(folder, 'about', about);
	});
}

async function readRows<List extends ListName>(
	root: string,
	about: About,
	list: List,
): Promise<z.output<(typeof snapshotLists)[List]>[]> {
	const state = about.lists[list];
	if (state.state === 'missing') return [];
	const source = `${snapshotPath}/${list}.json`;
	const rows = parseOrExplain(z.array(snapshotLists[list]), await readJson(root, list), {
		source,
		hint,
	});
	if (rows.length !== state.rows) {
		throw new InvalidDataError(
			`${source} has ${String(rows.length)} rows, but ${snapshotPath}/about.json counts ${String(state.rows)}.\n${hint}`,
		);
	}
	return rows;
}

async function readJson(root: string, name: string): Promise<unknown> {
	const path = `${snapshotPath}/${name}.json`;
	const text = await readFile(join(root, path), 'utf8').catch((cause: unknown) => {
		throw new InvalidDataError(`${path} cannot be read.\n${hint}`, { cause });
	});
	try {
		return JSON.parse(text, reviveVisibly);
	} catch (cause) {
		throw new InvalidDataError(`${path} is not valid JSON.\n${hint}`, { cause });
	}
}

/** One way of formatting, so that a difference between two snapshots is a difference in the data. */
async function writeJson(folder: string, name: string, value: unknown): Promise<void> {
	await writeFile(join(folder, `${name}.json`), `${JSON.stringify(value, null, 2)}\n`);
}

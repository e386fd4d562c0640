import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { CallsOfDay, ChecksOfDay, PlanOfDay } from '#model/history.ts';
import { InvalidDataError, parseOrExplain } from '#model/parse.ts';
import { codeOf } from './file-error.ts';
import { syncFolder } from './fill-folder.ts';
import { isAlive, self } from './owner.ts';

export const historyPath = 'content/history';

/** One kind of what is kept of a day, in files that begin with its name. */
export interface HistoryKind<Schema extends DaySchema = DaySchema> {
	name: 'checks' | 'plan' | 'calls';
	schema: Schema;
}
type DaySchema = z.ZodType<{ day: string; sample: boolean }>;

export const checksHistory = { name: 'checks', schema: ChecksOfDay } as const;
export const planHistory = { name: 'plan', schema: PlanOfDay } as const;
export const callsHistory = { name: 'calls', schema: CallsOfDay } as const;
export const historyKinds: readonly HistoryKind[] = [checksHistory, planHistory, callsHistory];

const fileOf = ({ name }: HistoryKind, day: string) => `${name}-${day}.json`;
const hint =
	'The file is written by npm run pull, never by hand. Restore it from Git, or delete it: that day is not known then.';

export interface History<Day> {
	/** Sorted by day. */
	days: Day[];
	/** Files that could not be read as a day. They are left as they are. */
	damaged: { file: string; reason: string }[];
}

/** Every day of which something was kept. Without the folder there is none. */
export async function readHistory<Schema extends DaySchema>(
	root: string,
	kind: HistoryKind<Schema>,
): Promise<History<z.output<Schema>>> {
	const history: History<z.output<Schema>> = { days: [], damaged: [] };
	const prefix = `${kind.name}-`;
	const names = await readdir(join(root, historyPath)).catch(emptyWhenMissing);
	for (const name of names.toSorted()) {
		if (!name.startsWith(prefix) || !name.endsWith('.json')) continue;
		try {
			history.days.push(await readDay(root, kind, name.slice(prefix.length, -'.json'.length)));
		} catch (error) {
			if (!(error instanceof InvalidDataError)) throw error;
			history.damaged.push({ file: `${historyPath}/${name}`, reason: error.message });
		}
	}
	return history;
}

/** A day as the text of its file. */
export interface DayFile {
	file: string;
	text: string;
}

export function toDayFile<Schema extends DaySchema>(
	kind: HistoryKind<Schema>,
	kept: z.output<Schema>,
): DayFile {
	return { file: fileOf(kind, kept.day), text: `${JSON.stringify(kept, null, 2)}\n` };
}

/**
 * Keeps days. What was kept of a day before is replaced, once all of them are written out.
 *
 * @throws {InvalidDataError} when there is a file where the folder should be.
 */
export async function writeDays(root: string, days: readonly DayFile[]): Promise<void> {
	if (days.length === 0) return;
	const folder = join(root, historyPath);
	await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
		if (codeOf(cause) !== 'EEXIST') throw cause;
		const message = `${historyPath} is a file.\nExpected a folder. Move the file away, or restore the folder from Git.`;
		throw new InvalidDataError(message, { cause });
	});
	await removeDrafts(folder);
	const drafts = days.map(({ file, text }) => ({
		draft: join(folder, `.${file}-${self}`),
		path: join(folder, file),
		text,
	}));
	try {
		for (const { draft, text } of drafts) await writeFile(draft, text, { flush: true });
		for (const { draft, path } of drafts) await rename(draft, path);
		await syncFolder(folder);
	} finally {
		for (const { draft } of drafts) await rm(draft, { force: true });
	}
}

/** Keeps one day. */
export function writeDay<Schema extends DaySchema>(
	root: string,
	kind: HistoryKind<Schema>,
	kept: z.output<Schema>,
): Promise<void> {
	return writeDays(root, [toDayFile(kind, kept)]);
}

/** Those of killed processes. */
async function removeDrafts(folder: string): Promise<void> {
	for (const name of await readdir(folder)) {
		const [, owner] = /^\.\w+-[\d-]+\.json-(.+)$/.exec(name) ?? [];
		if (owner !== undefined && !isAlive(owner)) await rm(join(folder, name), { force: true });
	}
}

/** Deletes days. */
export async function removeDays(
	root: string,
	kind: HistoryKind,
	days: readonly string[],
): Promise<void> {
	for (const day of days) await rm(join(root, historyPath, fileOf(kind, day)), { force: true });
}

/** Deletes all that is invented. */
export async function removeSampleHistory(root: string): Promise<void> {
	for (const kind of historyKinds) {
		const { days } = await readHistory(root, kind);
		const invented = days.filter(({ sample }) => sample).map(({ day }) => day);
		await removeDays(root, kind, invented);
	}
}

async function readDay<Schema extends DaySchema>(
	root: string,
	kind: HistoryKind<Schema>,
	day: string,
): Promise<z.output<Schema>> {
	const path = `${historyPath}/${fileOf(kind, day)}`;
	const text = await readFile(join(root, path), 'utf8').catch((cause: unknown) => {
		throw new InvalidDataError(`${path} cannot be read.\n${hint}`, { cause });
	});
	const kept = parseOrExplain(kind.schema, parseJson(text, path), { source: path, hint });
	if (kept.day === day) return kept;
	throw new InvalidDataError(`${path} is about another day: ${kept.day}.\n${hint}`);
}

function parseJson(text: string, path: string): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new InvalidDataError(`${path} is not valid JSON.\n${hint}`, { cause });
	}
}

function emptyWhenMissing(error: unknown): string[] {
	if (codeOf(error) === 'ENOENT') return [];
	throw error;
}

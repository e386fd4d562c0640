import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { CallsOfDay, ChecksOfDay, PlanOfDay, RulesOfDay } from '#model/history.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { InvalidDataError, parseOrExplain } from '#model/parse.ts';
import { exchangeFolder, finishExchange, type Exchange } from './exchange.ts';
import { codeOf } from './file-error.ts';
import { syncFolder } from './fill-folder.ts';
import { readJsonFile, toJsonText } from './json-file.ts';
import { emptyWhenMissing } from './list-files.ts';
import { isAlive, self } from './owner.ts';

export const historyPath = 'content/history';
const exchangeOf = (root: string): Exchange => ({ folder: join(root, historyPath) });

/** One kind of what is kept of a day, in files that begin with its name. */
export interface HistoryKind<Schema extends DaySchema = DaySchema> {
	name: 'checks' | 'plan' | 'calls' | 'rules';
	schema: Schema;
}
type DaySchema = z.ZodType<{ day: string; sample: boolean; source: string }>;

export const checksHistory = { name: 'checks', schema: ChecksOfDay } as const;
export const planHistory = { name: 'plan', schema: PlanOfDay } as const;
export const callsHistory = { name: 'calls', schema: CallsOfDay } as const;
export const rulesHistory = { name: 'rules', schema: RulesOfDay } as const;
export const historyKinds: readonly HistoryKind[] = [
	checksHistory,
	planHistory,
	callsHistory,
	rulesHistory,
];

const fileOf = ({ name }: HistoryKind, day: string) => `${name}-${day}.json`;
const hint =
	'npm run pull writes this file: never edit it. Restore it from Git, or delete it and lose that day.';

export interface History<Day> {
	/** Sorted by day. */
	days: Day[];
	/** Files that are left out: they could not be read as a day, or are from the future. */
	damaged: { file: string; reason: string }[];
}

/**
 * Every day of which something was kept. Without the folder there is none.
 *
 * @param until The last day that can be known. A later one is from a machine whose clock was wrong:
 * as the newest it would hide every other.
 * @throws {InvalidDataError} when there is a file where the folder should be.
 */
export async function readHistory<Schema extends DaySchema>(
	root: string,
	kind: HistoryKind<Schema>,
	until?: IsoDate,
): Promise<History<z.output<Schema>>> {
	await finishExchange(exchangeOf(root));
	const history: History<z.output<Schema>> = { days: [], damaged: [] };
	const prefix = `${kind.name}-`;
	const names = await readdir(join(root, historyPath)).catch((error: unknown) => {
		if (codeOf(error) === 'ENOTDIR') throw noFolder();
		return emptyWhenMissing(error);
	});
	for (const name of names.toSorted()) {
		if (!name.startsWith(prefix) || !name.endsWith('.json')) continue;
		try {
			const kept = await readDay(root, kind, name.slice(prefix.length, -'.json'.length));
			refuseFuture(kept, `${historyPath}/${name}`, until);
			history.days.push(kept);
		} catch (error) {
			if (!(error instanceof InvalidDataError)) throw error;
			history.damaged.push({ file: `${historyPath}/${name}`, reason: error.message });
		}
	}
	return history;
}

function refuseFuture({ day }: { day: IsoDate }, path: string, until: IsoDate | undefined): void {
	if (until === undefined || day <= until) return;
	throw new InvalidDataError(
		`${path} is from the future, and left out: the newest day that can be known is ${until}.\nDelete it if its day has not come yet; else run npm run pull, so that the snapshot is as new.`,
	);
}

/**
 * Replaces all kept days by those of another checkout, as a whole. Files that are no days stay.
 *
 * @param last Done when all is written and nothing is replaced yet. When it throws, nothing is.
 */
export async function replaceHistory(
	root: string,
	from: string,
	last: () => Promise<void>,
): Promise<void> {
	const isDay = (name: string) => historyKinds.some((kind) => name.startsWith(`${kind.name}-`));
	await exchangeFolder(exchangeOf(root), async (folder) => {
		const names = await readdir(join(root, historyPath)).catch(emptyWhenMissing);
		for (const name of names.filter((one) => !isDay(one))) {
			await cp(join(root, historyPath, name), join(folder, name), { recursive: true });
		}
		await cp(join(from, historyPath), folder, { recursive: true }).catch(emptyWhenMissing);
		await last();
	});
}

/** Without its cause, of which nothing more is to be said. */
function noFolder(): InvalidDataError {
	const message = `${historyPath} is a file.\nExpected a folder. Move the file away, or restore the folder from Git.`;
	return new InvalidDataError(message);
}

export interface DayFile {
	file: string;
	text: string;
}

export function toDayFile<Schema extends DaySchema>(
	kind: HistoryKind<Schema>,
	kept: z.output<Schema>,
): DayFile {
	return { file: fileOf(kind, kept.day), text: toJsonText(kept) };
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
		throw noFolder();
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

export async function removeDays(
	root: string,
	kind: HistoryKind,
	days: readonly string[],
): Promise<void> {
	for (const day of days) await rm(join(root, historyPath, fileOf(kind, day)), { force: true });
}

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
	const read = await readJsonFile(join(root, path), path, hint);
	const kept = parseOrExplain(kind.schema, read, { source: path, hint });
	if (kept.day === day) return kept;
	throw new InvalidDataError(`${path} is about another day: ${kept.day}.\n${hint}`);
}

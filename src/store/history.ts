import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { reviveVisibly } from '#core/plain-text.ts';
import { CallsOfDay, ChecksOfDay, PlanOfDay } from '#model/history.ts';
import { InvalidDataError, parseOrExplain } from '#model/parse.ts';

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

/** Keeps a day. What was kept of that day before is replaced, whole or not at all. */
export async function writeDay<Schema extends DaySchema>(
	root: string,
	kind: HistoryKind<Schema>,
	kept: z.output<Schema>,
): Promise<void> {
	const folder = join(root, historyPath);
	await mkdir(folder, { recursive: true });
	const file = fileOf(kind, kept.day);
	const draft = join(folder, `.${file}-${randomUUID()}`);
	try {
		await writeFile(draft, `${JSON.stringify(kept, null, 2)}\n`);
		await rename(draft, join(folder, file));
	} finally {
		await rm(draft, { force: true });
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
		return JSON.parse(text, reviveVisibly);
	} catch (cause) {
		throw new InvalidDataError(`${path} is not valid JSON.\n${hint}`, { cause });
	}
}

export function emptyWhenMissing(error: unknown): string[] {
	if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
	throw error;
}

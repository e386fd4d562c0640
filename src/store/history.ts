import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ChecksOfDay } from '#model/history.ts';
import { InvalidDataError, parseOrExplain } from '#model/parse.ts';

export const historyPath = 'content/history';

const fileName = /^checks-(?<day>.*)\.json$/;
const fileOf = (day: string) => `checks-${day}.json`;
const hint =
	'The file is written by npm run pull, never by hand. Restore it from Git, or delete it: that day is not known then.';

export interface CheckHistory {
	/** Sorted by day. */
	days: ChecksOfDay[];
	/** Files that could not be read as a day. They are left as they are. */
	damaged: { file: string; reason: string }[];
}

/** Every day of which the checks were kept. Without the folder there is none. */
export async function readCheckHistory(root: string): Promise<CheckHistory> {
	const history: CheckHistory = { days: [], damaged: [] };
	const names = await readdir(join(root, historyPath)).catch(emptyWhenMissing);
	for (const name of names.toSorted()) {
		const day = fileName.exec(name)?.groups?.day;
		if (day === undefined) continue;
		try {
			history.days.push(await readDay(root, day));
		} catch (error) {
			if (!(error instanceof InvalidDataError)) throw error;
			history.damaged.push({ file: `${historyPath}/${name}`, reason: error.message });
		}
	}
	return history;
}

/** Keeps the checks of a day. What was kept of that day before is replaced, whole or not at all. */
export async function writeChecksOfDay(root: string, checks: ChecksOfDay): Promise<void> {
	const folder = join(root, historyPath);
	await mkdir(folder, { recursive: true });
	const draft = join(folder, `.${fileOf(checks.day)}-${randomUUID()}`);
	try {
		await writeFile(draft, `${JSON.stringify(checks, null, 2)}\n`);
		await rename(draft, join(folder, fileOf(checks.day)));
	} finally {
		await rm(draft, { force: true });
	}
}

/** Deletes the days that are invented. */
export async function removeSampleHistory(root: string): Promise<void> {
	const { days } = await readCheckHistory(root);
	for (const { day } of days.filter(({ sample }) => sample)) {
		await rm(join(root, historyPath, fileOf(day)), { force: true });
	}
}

async function readDay(root: string, day: string): Promise<ChecksOfDay> {
	const path = `${historyPath}/${fileOf(day)}`;
	const text = await readFile(join(root, path), 'utf8').catch((cause: unknown) => {
		throw new InvalidDataError(`${path} cannot be read.\n${hint}`, { cause });
	});
	const checks = parseOrExplain(ChecksOfDay, parseJson(text, path), { source: path, hint });
	if (checks.day === day) return checks;
	throw new InvalidDataError(`${path} is about another day: ${checks.day}.\n${hint}`);
}

function parseJson(text: string, path: string): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new InvalidDataError(`${path} is not valid JSON.\n${hint}`, { cause });
	}
}

function emptyWhenMissing(error: unknown): string[] {
	if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
	throw error;
}

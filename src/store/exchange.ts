import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A folder that is replaced as a whole: whoever looks finds the old or the new one, never a mixture.
 *
 * 1. The new folder is written as a draft.
 * 2. The draft is renamed to a `next`. From here on it is complete, and it wins.
 * 3. The old folder goes aside, the `next` takes its place, the old one is deleted.
 *
 * A process killed before step 2 has changed nothing. One killed after it leaves its `next`, and
 * whoever next opens the store takes it over and goes on. Every process has names of its own, so
 * that two of them never move or delete each other's work.
 */
export interface Exchange {
	parent: string;
	name: string;
}

type Kind = 'draft' | 'next' | 'old';

/** What tells this process's folders from those of an earlier one that had the same number. */
const self = `${String(process.pid)}-${randomUUID()}`;

const folderOf = ({ parent, name }: Exchange) => join(parent, name);
const prefixOf = ({ name }: Exchange, kind: Kind) => `.${name}-${kind}-`;
const ownOf = (exchange: Exchange, kind: Kind) =>
	join(exchange.parent, `${prefixOf(exchange, kind)}${self}`);

/** @param write Fills the empty folder that it is given. When it throws, nothing has changed. */
export async function exchangeFolder(
	exchange: Exchange,
	write: (folder: string) => Promise<void>,
): Promise<void> {
	await finishExchange(exchange);
	await removeLitter(exchange);
	const draft = ownOf(exchange, 'draft');
	await mkdir(draft, { recursive: true });
	try {
		await write(draft);
		await rename(draft, ownOf(exchange, 'next'));
	} finally {
		await rm(draft, { recursive: true, force: true });
	}
	await putInPlace(exchange);
}

/** No process needs a second from one step to the next: it is gone, and its number is another's. */
const pauseMs = 5;
const longestWait = 200;

/** Goes on with an exchange that was cut. Does nothing when there is none. */
export async function finishExchange(exchange: Exchange): Promise<void> {
	const { parent } = exchange;
	for (let waits = 0; ; waits++) {
		const nexts = await findLeft(exchange, 'next');
		const left = nexts.find(({ isAlive }) => !isAlive || waits > longestWait);
		// Of several that see it one gets it.
		if (left && (await move(join(parent, left.name), ownOf(exchange, 'next')))) {
			await putInPlace(exchange);
		} else if (nexts.length === 0 || (!left && existsSync(folderOf(exchange)))) {
			return;
		} else {
			await sleep(pauseMs);
		}
	}
}

/**
 * Tells one state of the folder from another: whoever reads its files one by one sees by it that
 * the folder was exchanged meanwhile. `undefined`: there is none.
 */
export async function identifyFolder(exchange: Exchange): Promise<string | undefined> {
	const found = await stat(folderOf(exchange), { bigint: true }).catch(() => undefined);
	return found && `${String(found.ino)} ${String(found.birthtimeNs)}`;
}

/** Of two processes that do this at once, the later one wins. */
async function putInPlace(exchange: Exchange): Promise<void> {
	const [folder, next, aside] = [
		folderOf(exchange),
		ownOf(exchange, 'next'),
		ownOf(exchange, 'old'),
	];
	for (;;) {
		const isAside = await move(folder, aside);
		const isDone = await move(next, folder);
		// Taken over by a process that held this one for gone.
		const isLost = !isDone && !existsSync(next);
		if (isLost && isAside) await move(aside, folder);
		await rm(aside, { recursive: true, force: true });
		if (isDone || isLost) return;
	}
}

interface Left {
	name: string;
	/** The process that has made it may be at work. */
	isAlive: boolean;
}

async function findLeft(exchange: Exchange, kind: Kind): Promise<Left[]> {
	const { parent } = exchange;
	if (!existsSync(parent)) return [];
	const prefix = prefixOf(exchange, kind);
	const names = (await readdir(parent)).filter((name) => name.startsWith(prefix)).toSorted();
	return names.map((name) => ({ name, isAlive: isAlive(name.slice(prefix.length)) }));
}

async function removeLitter(exchange: Exchange): Promise<void> {
	for (const kind of ['draft', 'old'] as const) {
		for (const { name, isAlive } of await findLeft(exchange, kind)) {
			if (!isAlive) await rm(join(exchange.parent, name), { recursive: true, force: true });
		}
	}
}

/** @param owner Number of a process, and what tells it from others of that number. */
function isAlive(owner: string): boolean {
	if (owner === self) return true;
	const pid = Number.parseInt(owner);
	if (pid === process.pid) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// Somebody else's process.
		return codeOf(error) === 'EPERM';
	}
}

/** False: it is gone, or there is a folder in the place already. Another process has done it. */
async function move(from: string, to: string): Promise<boolean> {
	try {
		await rename(from, to);
		return true;
	} catch (error) {
		if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) throw error;
		return false;
	}
}

function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : '';
}

import { constants, existsSync } from 'node:fs';
import { access, mkdir, readdir, readlink, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from './file-error.ts';
import { cannotMove, fillFolder, syncFolder } from './fill-folder.ts';
import { withLock } from './lock.ts';
import { isAlive, self } from './owner.ts';

/**
 * A folder that is replaced as a whole: readers find the old or the new one, never a mixture.
 *
 * 1. The new folder is written as a draft.
 * 2. The draft is renamed to a `next`. From here on it is complete, and it wins.
 * 3. The old folder goes aside, the `next` takes its place, the old one is deleted. A folder that
 *    cannot be moved, such as a mount point, gets the files of the `next` instead, one by one.
 *
 * A process killed before step 2 has changed nothing. One killed after it leaves its `next`, and
 * the next process to open the folder takes it over and goes on. Every process has names of its own, so
 * that two of them never move or delete each other's work.
 */
export interface Exchange {
	/** Where it is a link, the folder that this leads to is replaced, and the link stays. */
	folder: string;
	/** Resolves to false when a `next` that was left behind is damaged: then the old folder stays. */
	isWhole?: (next: string) => Promise<boolean>;
}

/** An exchange whose link has been followed. */
interface Place {
	folder: string;
	/** Where drafts are, and what is moved. Beside the folder, if that is possible. */
	parent: string;
	name: string;
}

type Kind = 'draft' | 'next' | 'old';

const prefixOf = ({ name }: Place, kind: Kind) => `.${name}-${kind}-`;
const ownOf = (place: Place, kind: Kind) => join(place.parent, `${prefixOf(place, kind)}${self}`);

/** @param write Fills the empty folder that it is given. When it throws, nothing has changed. */
export async function exchangeFolder(
	exchange: Exchange,
	write: (folder: string) => Promise<void>,
): Promise<void> {
	await finishExchange(exchange);
	const place = await locate(exchange);
	await removeLitter(place);
	const [draft, next] = [ownOf(place, 'draft'), ownOf(place, 'next')];
	await mkdir(draft, { recursive: true });
	try {
		await write(draft);
		await syncFolder(draft);
		await rename(draft, next);
		await syncFolder(place.parent);
	} finally {
		await rm(draft, { recursive: true, force: true });
	}
	await putInPlace(place);
}

/** No process needs a second from one step to the next: it is gone, and its number is another's. */
const pauseMs = 5;
const longestWait = 200;

/** Goes on with an exchange that was cut, and waits for one that is under way. */
export async function finishExchange(exchange: Exchange): Promise<void> {
	const place = await locate(exchange);
	for (let waits = 0; ; waits++) {
		const nexts = await findLeft(place, 'next');
		const left = nexts.find(({ isAlive }) => !isAlive || waits > longestWait);
		if (nexts.length === 0) return restoreOld(place);
		// Of several that see it one gets it.
		if (left && (await move(join(place.parent, left.name), ownOf(place, 'next')))) {
			await finishLeft(exchange, place);
		} else {
			await sleep(pauseMs);
		}
	}
}

async function finishLeft({ isWhole }: Exchange, place: Place): Promise<void> {
	const next = ownOf(place, 'next');
	if (!isWhole || (await isWhole(next))) return putInPlace(place);
	await rm(next, { recursive: true, force: true });
}

/** Only a `next` that was no good, or was deleted by hand, leaves the old one aside. */
async function restoreOld(place: Place): Promise<void> {
	if (existsSync(place.folder)) return;
	const [old] = (await findLeft(place, 'old')).filter(({ isAlive }) => !isAlive);
	if (old) await move(join(place.parent, old.name), place.folder);
}

async function locate({ folder: path }: Exchange): Promise<Place> {
	const folder = await followLink(path);
	const parent = dirname(folder);
	const isBeside = await access(parent, constants.W_OK).then(
		() => true,
		(error: unknown) => codeOf(error) === 'ENOENT',
	);
	return isBeside
		? { folder, parent, name: basename(folder) }
		: { folder, parent: dirname(path), name: basename(path) };
}

/** Also when the folder that a link leads to is not there yet. */
async function followLink(path: string): Promise<string> {
	try {
		return await realpath(path);
	} catch (error) {
		if (codeOf(error) !== 'ENOENT') throw error;
		return resolve(dirname(path), await readlink(path).catch(() => path));
	}
}

/** Of two processes that do this at once, the later one wins. */
async function putInPlace(place: Place): Promise<void> {
	const [next, aside] = [ownOf(place, 'next'), ownOf(place, 'old')];
	try {
		while (!(await swap(place, next, aside)));
	} catch (error) {
		if (!cannotMove.includes(codeOf(error))) throw error;
		// Of two at once each would leave files of its own.
		const lock = join(place.parent, `.${place.name}-lock`);
		await withLock(
			lock,
			() => undefined,
			() => fill(place, next, aside),
		);
	}
	await syncFolder(place.parent);
}

/** True: it is done, or another process that held this one for gone has taken it over. */
async function swap({ folder }: Place, next: string, aside: string): Promise<boolean> {
	const isAside = await move(folder, aside);
	const isDone = await move(next, folder);
	const isLost = !isDone && !existsSync(next);
	if (isLost && isAside) await move(aside, folder);
	await rm(aside, { recursive: true, force: true });
	return isDone || isLost;
}

async function fill({ folder }: Place, next: string, aside: string): Promise<void> {
	try {
		await fillFolder(next, folder);
	} catch (error) {
		// Taken over by another process, which fills the folder with the same.
		if (!existsSync(next)) return;
		throw error;
	}
	// While it is deleted it is no `next` any more: half of one must not win.
	await move(next, aside);
	await rm(aside, { recursive: true, force: true });
}

interface Left {
	name: string;
	/** The process that has made it may be at work. */
	isAlive: boolean;
}

async function findLeft(place: Place, kind: Kind): Promise<Left[]> {
	const { parent } = place;
	if (!existsSync(parent)) return [];
	const prefix = prefixOf(place, kind);
	const names = (await readdir(parent)).filter((name) => name.startsWith(prefix)).toSorted();
	return names.map((name) => ({ name, isAlive: isAlive(name.slice(prefix.length)) }));
}

async function removeLitter(place: Place): Promise<void> {
	for (const kind of ['draft', 'old'] as const) {
		for (const { name, isAlive } of await findLeft(place, kind)) {
			if (!isAlive) await rm(join(place.parent, name), { recursive: true, force: true });
		}
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

import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A folder that is replaced as a whole: whoever looks finds the old or the new one, never a mixture.
 *
 * 1. The new folder is written as a draft under a name of its own.
 * 2. The draft is renamed to `next`. From here on it is complete, and it wins.
 * 3. The old folder goes aside, `next` takes its place, the old one is deleted.
 *
 * A process killed before step 2 has changed nothing. One killed after it leaves `next` or the
 * old folder aside, and whoever next opens the store goes on. Every process has its own names for
 * drafts and for what it puts aside, so that two of them never delete each other's work.
 */
export interface Exchange {
	parent: string;
	name: string;
}

const folderOf = ({ parent, name }: Exchange) => join(parent, name);
const nextOf = ({ parent, name }: Exchange) => join(parent, `.${name}-next`);
const draftsOf = ({ name }: Exchange) => `.${name}-draft-`;
const asidesOf = ({ name }: Exchange) => `.${name}-old-`;

/** @param write Fills the empty folder that it is given. When it throws, nothing has changed. */
export async function exchangeFolder(
	exchange: Exchange,
	write: (folder: string) => Promise<void>,
): Promise<void> {
	await finishExchange(exchange);
	await removeLitter(exchange);
	const draft = join(exchange.parent, `${draftsOf(exchange)}${String(process.pid)}`);
	await mkdir(draft, { recursive: true });
	try {
		await write(draft);
		await rm(nextOf(exchange), { recursive: true, force: true });
		await rename(draft, nextOf(exchange));
	} finally {
		await rm(draft, { recursive: true, force: true });
	}
	await finishExchange(exchange);
}

/** Goes on with an exchange that was cut. Does nothing when there is none. */
export async function finishExchange(exchange: Exchange): Promise<void> {
	const folder = folderOf(exchange);
	const next = nextOf(exchange);
	if (existsSync(next)) {
		const aside = join(exchange.parent, `${asidesOf(exchange)}${String(process.pid)}`);
		await moveIfThere(folder, aside);
		await moveIfThere(next, folder);
		// Another process was faster: what went aside was the new folder already.
		if (!existsSync(folder)) await moveIfThere(aside, folder);
		await rm(aside, { recursive: true, force: true });
	} else if (!existsSync(folder)) {
		const [aside] = await leftBehind(exchange, asidesOf(exchange));
		if (aside) await moveIfThere(join(exchange.parent, aside), folder);
	}
}

async function leftBehind({ parent }: Exchange, prefix: string): Promise<string[]> {
	if (!existsSync(parent)) return [];
	return (await readdir(parent)).filter((name) => name.startsWith(prefix)).toSorted();
}

async function removeLitter(exchange: Exchange): Promise<void> {
	for (const prefix of [draftsOf(exchange), asidesOf(exchange)]) {
		for (const name of await leftBehind(exchange, prefix)) {
			if (isAlive(Number(name.slice(prefix.length)))) continue;
			await rm(join(exchange.parent, name), { recursive: true, force: true });
		}
	}
}

function isAlive(pid: number): boolean {
	if (pid === process.pid) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

/** Gone, or a folder in the place already: another process has done it. */
async function moveIfThere(from: string, to: string): Promise<void> {
	await rename(from, to).catch((error: unknown) => {
		const code = error instanceof Error && 'code' in error ? error.code : undefined;
		if (code !== 'ENOENT' && code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
	});
}

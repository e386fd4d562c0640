import { cp, mkdir, open, readdir, readFile, rename, rm, lstat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from './file-error.ts';
import { self } from './owner.ts';

/** What a file system may have at its root, and nobody else's to delete. */
const ofFileSystem = 'lost+found';

/** What is said of a mount point, another file system, a folder that Windows holds open, no permission. */
export const cannotMove = ['EBUSY', 'EXDEV', 'EPERM', 'EACCES'];

/**
 * Gives a folder that cannot be moved the files of another: first all that are new, then nothing
 * else is left. Each file is replaced whole. Doing it again after it was cut finishes it.
 */
export async function fillFolder(from: string, to: string): Promise<void> {
	await copyInto(from, to);
	await removeOthers(from, to);
}

/** Moves a folder in place of an empty one, which may be on another file system. */
export async function moveFolder(from: string, to: string): Promise<void> {
	try {
		await rename(from, to);
	} catch (error) {
		if (!cannotMove.includes(codeOf(error))) throw error;
		await cp(from, to, { recursive: true });
		await rm(from, { recursive: true });
	}
}

async function copyInto(from: string, to: string): Promise<void> {
	await mkdir(to, { recursive: true });
	const entries = await readdir(from, { withFileTypes: true });
	// Folders first: a page at the top may need what lies in them.
	for (const entry of entries.toSorted(
		(a, b) => Number(b.isDirectory()) - Number(a.isDirectory()),
	)) {
		const [source, target] = [join(from, entry.name), join(to, entry.name)];
		const isFolder = await lstat(target).then((found) => found.isDirectory(), isMissing);
		if (isFolder !== undefined && isFolder !== entry.isDirectory()) {
			await rm(target, { recursive: true });
		}
		if (entry.isDirectory()) await copyInto(source, target);
		else await copyFile(source, target, join(to, `.${self}`));
	}
	await syncFolder(to);
}

async function copyFile(source: string, target: string, draft: string): Promise<void> {
	await writeFile(draft, await readFile(source), { flush: true });
	await rename(draft, target);
}

async function removeOthers(from: string, to: string): Promise<void> {
	const wanted = new Map(
		(await readdir(from, { withFileTypes: true })).map((entry) => [entry.name, entry]),
	);
	for (const name of await readdir(to)) {
		const entry = wanted.get(name);
		if (entry?.isDirectory()) await removeOthers(join(from, name), join(to, name));
		else if (!entry && name !== ofFileSystem) await rm(join(to, name), { recursive: true });
	}
}

function isMissing(error: unknown): undefined {
	if (codeOf(error) !== 'ENOENT') throw error;
}

/** Systems that have no such thing for folders, and file systems that leave it out. */
const cannotSync = ['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP'];

/** Makes sure that what was created, renamed or deleted in a folder outlasts a power cut. */
export async function syncFolder(folder: string): Promise<void> {
	try {
		await using handle = await open(folder);
		await handle.sync();
	} catch (error) {
		if (!cannotSync.includes(codeOf(error))) throw error;
	}
}

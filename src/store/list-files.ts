import { readdir } from 'node:fs/promises';
import { dirname, sep } from 'node:path';
import { codeOf } from './file-error.ts';

/** Paths of the files in a folder and below it, with slashes, sorted. Without the folder there are none. */
export async function listFiles(folder: string): Promise<string[]> {
	const names = await readdir(folder, { recursive: true }).catch(emptyWhenMissing);
	const folders = new Set(names.map((name) => dirname(name)));
	const files = names.filter((name) => !folders.has(name));
	return files.map((name) => name.split(sep).join('/')).toSorted();
}

export function emptyWhenMissing(error: unknown): string[] {
	if (codeOf(error) === 'ENOENT') return [];
	throw error;
}

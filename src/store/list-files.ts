import { readdir } from 'node:fs/promises';
import { sep } from 'node:path';
import { codeOf } from './file-error.ts';

/** Paths of what is in a folder and below it, with slashes, sorted. Without the folder there are none. */
export async function listFiles(folder: string): Promise<string[]> {
	const names = await readdir(folder, { recursive: true }).catch(emptyWhenMissing);
	return names.map((name) => name.split(sep).join('/')).toSorted();
}

export function emptyWhenMissing(error: unknown): string[] {
	if (codeOf(error) === 'ENOENT') return [];
	throw error;
}

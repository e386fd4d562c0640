import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Page } from './page.ts';

/** A page of a rendered site. */
export async function readPage(dist: string, path: string): Promise<Page> {
	return new Page(path, await readFile(join(dist, path, 'index.html'), 'utf8'));
}

/** Those of the places, `/work/` or `/work/#part`, that a rendered site does not have. */
export async function findLostPlaces(dist: string, places: readonly string[]): Promise<string[]> {
	const lost: string[] = [];
	for (const place of new Set(places)) {
		const [path = '', anchor] = place.split('#');
		const isThere =
			existsSync(join(dist, path, 'index.html')) &&
			(anchor === undefined || (await readPage(dist, path)).all(`[id="${anchor}"]`).length === 1);
		if (!isThere) lost.push(place);
	}
	return lost;
}

import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Registry } from '#model/registry.ts';

/** Makes files again of old addresses that end in .html: Astro has made a folder of each. */
export async function writeOldFiles(
	folder: string,
	{ redirects }: Pick<Registry, 'redirects'>,
): Promise<void> {
	const addresses = redirects.flatMap(({ from }) => from);
	for (const address of addresses.filter((one) => /\.html?\/$/.test(one))) {
		const path = join(folder, address.slice(0, -1));
		const page = await readFile(join(path, 'index.html'));
		await rm(path, { recursive: true });
		await writeFile(path, page);
	}
}

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';

/** Interfaces that Pagefind brings, which this site has its own of. */
const unused = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/**
 * Writes the search of a rendered site once more. Starlight ends Pagefind 1.5 when that says it has
 * written its files, which it may still be doing: on a busy machine some stay empty. What Pagefind
 * hands over instead is whole.
 *
 * @param site The folder with the pages.
 * @throws when Pagefind cannot read the pages.
 */
export async function writeSearchIndex(site: string): Promise<void> {
	const files = (await makeFiles(site)).filter(({ path }) => !unused.test(path));
	const folder = join(site, 'pagefind');
	await rm(folder, { recursive: true, force: true });
	for (const { path, content } of files) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), content);
	}
}

async function makeFiles(site: string) {
	try {
		const { index, errors } = await createIndex();
		if (!index) throw new Error(`The search could not be made: ${errors.join(' ')}`);
		const read = await index.addDirectory({ path: site });
		const made = await index.getFiles();
		const mistakes = [...errors, ...read.errors, ...made.errors];
		if (mistakes.length > 0) throw new Error(`The search could not be made: ${mistakes.join(' ')}`);
		return made.files;
	} finally {
		await close();
	}
}

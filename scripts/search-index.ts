import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { listFiles } from '#store/list-files.ts';

/** Interfaces that Pagefind brings, which this site has its own of. */
const unused = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/** What the chrome writes into pages that are to be found. */
const mark = 'data-pagefind-body';

/**
 * Writes the search of a rendered site. The chrome could do it as well, but it ends Pagefind 1.5 when
 * that says it has written its files, which it may still be doing: on a busy machine some stay empty.
 * What Pagefind hands over instead is whole. It also reads every page, found or not, which takes as
 * long as to render one.
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
		const mistakes = [...errors];
		for await (const page of readMarked(site)) {
			mistakes.push(...(await index.addHTMLFile(page)).errors);
		}
		const made = await index.getFiles();
		mistakes.push(...made.errors);
		if (mistakes.length > 0) throw new Error(`The search could not be made: ${mistakes.join(' ')}`);
		return made.files;
	} finally {
		await close();
	}
}

/** One by one: all pages of a large handbook at once are more than its render takes. */
async function* readMarked(site: string): AsyncGenerator<{ sourcePath: string; content: string }> {
	for (const file of (await listFiles(site)).filter((one) => one.endsWith('.html'))) {
		const content = await readFile(join(site, file), 'utf8');
		if (content.includes(mark)) yield { sourcePath: file, content: cutOut(content) };
	}
}

/** The part of a page that is found, in its language. With all around it Pagefind takes twice as long. */
function cutOut(page: string): string {
	const [html = ''] = /<html[^>]*>/.exec(page) ?? [];
	const end = '</main>';
	const main = page.slice(page.indexOf('<main'), page.lastIndexOf(end) + end.length);
	return `${html}<body>${main}</body></html>`;
}
